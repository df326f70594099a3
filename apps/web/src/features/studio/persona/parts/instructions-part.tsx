import { LIMITS } from '@troupe/contracts/limits';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { PersonaForm } from '../draft/use-persona-draft';

/** For those who write prompts by hand: in place of the usual instruction, and after the last message. */
export function InstructionsPart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  return (
    <>
      <TextArea
        label="Main instruction"
        name="systemPrompt"
        rows={4}
        maxLength={LIMITS.systemPromptCharsMax}
        hint="In place of the usual one, which is {{original}} in it. Empty is right for most."
        value={content.systemPrompt}
        onChange={(systemPrompt) => set({ systemPrompt })}
        error={problemAt('systemPrompt')}
      />
      <TextArea
        label="After the last message"
        name="postHistory"
        rows={3}
        maxLength={LIMITS.postHistoryCharsMax}
        hint="The last thing the model reads before it answers."
        value={content.postHistory}
        onChange={(postHistory) => set({ postHistory })}
        error={problemAt('postHistory')}
      />
      <Field
        label="Nickname"
        name="nickname"
        autoComplete="off"
        maxLength={LIMITS.nameCharsMax}
        hint="What {{char}} becomes, if that isn’t the name."
        value={content.nickname}
        onChange={(event) => set({ nickname: event.target.value })}
        error={problemAt('nickname')}
      />
    </>
  );
}
