import { LIMITS } from '@troupe/contracts/limits';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { CheckField } from './check-field';
import type { EntryDraft } from './entry-draft';
import { KeysArea } from './keys-area';
import { LOGIC_WORDS, type LorePlace, PLACE_WORDS, PLACES } from './lorebook-words';
import { NumberField } from './number-field';

export interface EntryFieldsProps {
  draft: EntryDraft;
  set: (changes: Partial<EntryDraft>) => void;
}

/** What every entry has. */
export function EntryFields({ draft, set }: EntryFieldsProps) {
  return (
    <>
      <Field
        label="Name"
        hint="For you only."
        value={draft.name}
        maxLength={LIMITS.loreNameCharsMax}
        onChange={(event) => set({ name: event.target.value })}
      />
      <KeysArea
        label="Keys"
        hint="One a line, or with commas between: words, or /patterns/. Any one of them is enough."
        value={draft.keys}
        arePatterns={draft.areKeysRegex}
        onChange={(keys) => set({ keys })}
        rows={3}
      />
      <TextArea
        label="Text"
        hint="What the model is told. {{char}} and {{user}} are filled in."
        value={draft.content}
        onChange={(content) => set({ content })}
        maxLength={LIMITS.loreContentCharsMax}
        rows={6}
      />
      <div className="grid gap-1">
        <CheckField label="Switched on" checked={draft.isEnabled} onChange={(isEnabled) => set({ isEnabled })} />
        <CheckField
          label="Always told"
          hint="Without any key, with every reply."
          checked={draft.isConstant}
          onChange={(isConstant) => set({ isConstant })}
        />
      </div>
    </>
  );
}

/** Where it stands, and what comes first when room is short. */
export function PlaceFields({ draft, set }: EntryFieldsProps) {
  return (
    <>
      <SelectField
        label="Where it stands"
        value={draft.position}
        onChange={(event) => set({ position: event.target.value as LorePlace })}
      >
        {PLACES.map((place) => (
          <option key={place} value={place}>
            {PLACE_WORDS[place]}
          </option>
        ))}
      </SelectField>
      <div className="lore-pair">
        {draft.position === 'at-depth' ? (
          <NumberField
            label="Messages above the end"
            value={draft.depth}
            min={0}
            max={1_000}
            onChange={(depth) => set({ depth: depth ?? 0 })}
          />
        ) : null}
        <NumberField
          label="Order"
          hint="Lower stands earlier."
          value={draft.order}
          min={-1_000_000}
          max={1_000_000}
          placeholder="100"
          onChange={(order) => set({ order: order ?? 100 })}
        />
        <NumberField
          label="Importance"
          hint="Higher comes first when room is short."
          value={draft.priority}
          min={-1_000_000}
          max={1_000_000}
          placeholder="As its order"
          onChange={(priority) => set({ priority })}
        />
      </div>
    </>
  );
}

/** How its keys are looked for. */
export function KeyFields({ draft, set }: EntryFieldsProps) {
  return (
    <>
      <KeysArea
        label="Other keys"
        hint="Conditions beside a key, one a line or with commas between."
        value={draft.secondaryKeys}
        arePatterns={draft.areKeysRegex}
        onChange={(secondaryKeys) => set({ secondaryKeys, isSelective: secondaryKeys.trim() !== '' })}
        rows={2}
      />
      <SelectField
        label="It is told when"
        value={draft.secondaryLogic}
        disabled={draft.secondaryKeys.trim() === ''}
        onChange={(event) => set({ secondaryLogic: event.target.value as EntryDraft['secondaryLogic'] })}
      >
        {Object.entries(LOGIC_WORDS).map(([logic, words]) => (
          <option key={logic} value={logic}>
            {words}
          </option>
        ))}
      </SelectField>
      <div className="lore-pair">
        <NumberField
          label="Messages looked into"
          value={draft.scanDepthMessages}
          min={0}
          max={100}
          placeholder="As the book says"
          onChange={(scanDepthMessages) => set({ scanDepthMessages })}
        />
        <TriState
          label="Upper and lower case"
          value={draft.isCaseSensitive}
          onChange={(isCaseSensitive) => set({ isCaseSensitive })}
        />
        <TriState
          label="Whole words only"
          value={draft.matchesWholeWords}
          onChange={(matchesWholeWords) => set({ matchesWholeWords })}
        />
      </div>
      <CheckField
        label="Every key is a pattern"
        checked={draft.areKeysRegex}
        onChange={(areKeysRegex) => set({ areKeysRegex })}
      />
    </>
  );
}

function TriState({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
}) {
  return (
    <SelectField
      label={label}
      value={value === null ? 'book' : String(value)}
      onChange={(event) => onChange(event.target.value === 'book' ? null : event.target.value === 'true')}
    >
      <option value="book">As the book says</option>
      <option value="true">Yes</option>
      <option value="false">No</option>
    </SelectField>
  );
}
