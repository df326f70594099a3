import { Field } from '@/components/ui/field';
import { CheckField } from './check-field';
import type { EntryFieldsProps } from './entry-fields';
import { NumberField } from './number-field';

const MESSAGES_MAX = 10_000;

/** Luck, and how long it holds. All times are counted in messages. */
export function TimingFields({ draft, set }: EntryFieldsProps) {
  const messages = (field: 'stickyMessages' | 'cooldownMessages' | 'delayMessages', label: string, hint: string) => (
    <NumberField
      label={label}
      hint={hint}
      value={draft[field]}
      min={0}
      max={MESSAGES_MAX}
      onChange={(value) => set({ [field]: value ?? 0 })}
    />
  );
  return (
    <div className="lore-pair">
      <NumberField
        label="Chance in percent"
        value={draft.probabilityPercent}
        min={0}
        max={100}
        placeholder="100"
        onChange={(chance) => set({ probabilityPercent: chance ?? 100 })}
      />
      {messages('stickyMessages', 'Stays for', 'Messages, once told.')}
      {messages('cooldownMessages', 'Then rests for', 'Messages.')}
      {messages('delayMessages', 'Not before', 'So many messages in.')}
    </div>
  );
}

/** What it has to do with other entries. */
export function OthersFields({ draft, set }: EntryFieldsProps) {
  return (
    <>
      <Field
        label="Groups"
        hint="With commas between. Of a group, one entry is told at a time."
        value={draft.groups}
        onChange={(event) => set({ groups: event.target.value })}
      />
      <div className="lore-pair">
        <NumberField
          label="Weight in its groups"
          value={draft.groupWeight}
          min={1}
          max={10_000}
          onChange={(groupWeight) => set({ groupWeight: groupWeight ?? 1 })}
        />
        <NumberField
          label="Waits for other entries"
          hint="0: no. 1 and more: the lower first."
          value={draft.recursionDelayLevel}
          min={0}
          max={1_000}
          onChange={(level) => set({ recursionDelayLevel: level ?? 0 })}
        />
      </div>
      <div className="grid gap-1">
        <CheckField label="Wins its groups" checked={draft.winsGroup} onChange={(winsGroup) => set({ winsGroup })} />
        <CheckField
          label="Other entries don’t trigger it"
          checked={draft.isExcludedFromRecursion}
          onChange={(isExcludedFromRecursion) => set({ isExcludedFromRecursion })}
        />
        <CheckField
          label="It triggers no others"
          checked={draft.preventsRecursion}
          onChange={(preventsRecursion) => set({ preventsRecursion })}
        />
        <CheckField
          label="Before all others when room is short"
          checked={draft.claimsFirst}
          onChange={(claimsFirst) => set({ claimsFirst })}
        />
      </div>
    </>
  );
}
