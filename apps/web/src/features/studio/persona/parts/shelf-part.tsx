import { PERSONA_CATEGORIES } from '@troupe/contracts/http/creator-persona';
import { SelectField } from '@/components/ui/select-field';
import type { PersonaForm } from '../draft/use-persona-draft';
import { TagsField } from './tags-field';

/** Where fans find them, and which fans. */
export function ShelfPart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  const isKnown = content.category in PERSONA_CATEGORIES;
  return (
    <>
      <SelectField
        label="Category"
        name="category"
        value={content.category}
        onChange={(event) => set({ category: event.target.value })}
        error={problemAt('category')}
      >
        {isKnown ? null : <option value={content.category}>None yet</option>}
        {Object.entries(PERSONA_CATEGORIES).map(([category, label]) => (
          <option key={category} value={category}>
            {label}
          </option>
        ))}
      </SelectField>
      <TagsField tags={content.tags} problemAt={problemAt} onChange={(tags) => set({ tags })} />
      <label className="choice py-3">
        <input
          type="checkbox"
          name="mature"
          checked={content.mature}
          onChange={(event) => set({ mature: event.target.checked })}
          className="size-5 shrink-0"
        />
        <span className="grid">
          <span className="font-medium">Only for adults</span>
          <span className="text-sm text-muted">
            Tick it if they say what is for adults. People who confirmed their age can then find them, and nobody else.
          </span>
        </span>
      </label>
    </>
  );
}
