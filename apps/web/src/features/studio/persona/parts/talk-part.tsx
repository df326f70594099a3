import type { PersonaForm } from '../draft/use-persona-draft';
import { DialogueRows } from './dialogue-rows';
import { VoiceFields } from './voice-fields';

/** How they talk, shown: pieces of dialogue for the model, and the voice that reads them aloud. */
export function TalkPart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  return (
    <>
      <DialogueRows
        name={content.name}
        pairs={content.exampleDialogue}
        problemAt={problemAt}
        onChange={(exampleDialogue) => set({ exampleDialogue })}
      />
      <VoiceFields
        name={content.name}
        voice={content.voice}
        sample={content.greeting}
        onChange={(voice) => set({ voice })}
      />
    </>
  );
}
