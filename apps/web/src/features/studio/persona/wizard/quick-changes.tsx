import { LIMITS } from '@troupe/contracts/limits';
import { TextArea } from '@/components/ui/text-area';
import type { PersonaForm } from '../draft/use-persona-draft';

/** Beside the preview: what one most wants to change after hearing them. Everything else is a step back. */
export function QuickChanges({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  return (
    <div className="grid gap-5 max-lg:hidden">
      <TextArea
        label="Personality"
        name="personality"
        rows={8}
        maxLength={LIMITS.personalityCharsMax}
        value={content.personality}
        onChange={(personality) => set({ personality })}
        error={problemAt('personality')}
      />
      <TextArea
        label="Greeting"
        name="greeting"
        rows={4}
        maxLength={LIMITS.greetingCharsMax}
        hint="A new chat begins with it: start over to hear it."
        value={content.greeting}
        onChange={(greeting) => set({ greeting })}
        error={problemAt('greeting')}
      />
    </div>
  );
}
