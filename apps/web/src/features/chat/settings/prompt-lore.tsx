import type { PromptInspection } from '@troupe/contracts/http/chat';
import { useId } from 'react';
import { loreRefusalWords, loreWhyWords } from '@/lib/lore-words';

/** Which entries of the persona's lorebook what was said brought up, and why; what had a key in it and stayed out. */
export function PromptLore({ lore }: { lore: PromptInspection['lore'] }) {
  const headingId = useId();
  if (lore === null || (lore.active.length === 0 && lore.refused.length === 0)) return null;
  const names = new Map(lore.active.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby={headingId} className="grid gap-3">
      <h3 id={headingId} className="text-lg">
        From the lorebook
      </h3>
      <ul className="grid gap-3">
        {lore.active.map(({ id, name, why, tokens }) => (
          <li key={id} className="grid gap-1 border-l-3 border-line-strong pl-4">
            <p className="font-medium wrap-anywhere">{name}</p>
            <p className="text-sm text-muted wrap-anywhere tabular-nums">
              {why.map((reason) => loreWhyWords(reason, names)).join('; ')} · {tokens.toLocaleString('en')} tokens
            </p>
          </li>
        ))}
        {lore.refused.map(({ id, name, because }) => (
          <li key={id} className="grid gap-1 border-l-3 border-line pl-4 text-muted">
            <p className="wrap-anywhere">{name}</p>
            <p className="text-sm">Not told. {loreRefusalWords(because)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
