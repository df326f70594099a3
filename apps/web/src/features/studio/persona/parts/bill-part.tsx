import { LIMITS } from '@troupe/contracts/limits';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { PersonaForm } from '../draft/use-persona-draft';

/** What stands on the card that fans see first. */
export function BillPart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        needed
        autoComplete="off"
        maxLength={LIMITS.nameCharsMax}
        value={content.name}
        onChange={(event) => set({ name: event.target.value })}
        error={problemAt('name')}
      />
      <TextArea
        label="In one line"
        name="hook"
        needed
        rows={2}
        maxLength={LIMITS.hookCharsMax}
        placeholder="A lighthouse keeper who collects other people’s secrets"
        hint="It stands under the name, wherever fans meet them."
        value={content.hook}
        onChange={(hook) => set({ hook })}
        error={problemAt('hook')}
      />
    </>
  );
}
