import type { CreatorLink } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { RemoveRow, without } from '../persona/parts/text-rows';

interface LinkRowsProps {
  links: readonly CreatorLink[];
  problemAt: (place: string) => string | null;
  onChange: (links: CreatorLink[]) => void;
}

/** Where else people find them. */
export function LinkRows({ links, problemAt, onChange }: LinkRowsProps) {
  const change = (index: number, part: Partial<CreatorLink>) =>
    onChange(links.map((link, place) => (place === index ? { ...link, ...part } : link)));
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-1.5 text-sm font-medium">Links</legend>
      {links.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place; its text changes with every key
        <div key={index} className="flex items-start gap-2">
          <div className="grid flex-1 items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
            <Field
              label="Called"
              name={`links.${index}.label`}
              maxLength={40}
              value={link.label}
              onChange={(event) => change(index, { label: event.target.value })}
              error={problemAt(`links.${index}.label`)}
            />
            <Field
              label="Address"
              name={`links.${index}.url`}
              inputMode="url"
              placeholder="https://"
              maxLength={LIMITS.linkCharsMax}
              value={link.url}
              onChange={(event) => change(index, { url: event.target.value })}
              error={problemAt(`links.${index}.url`)}
            />
          </div>
          {/* Beside the fields and not their labels, and where it was when a line of help appears below them. */}
          <div className="pt-7">
            <RemoveRow label={`Remove link ${index + 1}`} onRemove={() => onChange(without(links, index))} />
          </div>
        </div>
      ))}
      {links.length < LIMITS.linksMax ? (
        <Button
          variant="quiet"
          onClick={() => onChange([...links, { label: '', url: '' }])}
          className="justify-self-start"
        >
          <Plus size={18} aria-hidden="true" />A link
        </Button>
      ) : null}
    </fieldset>
  );
}
