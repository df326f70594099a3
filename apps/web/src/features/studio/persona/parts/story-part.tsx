import { LIMITS } from '@troupe/contracts/limits';
import { TextArea } from '@/components/ui/text-area';
import type { PersonaForm } from '../draft/use-persona-draft';

/** Who they are: what the model plays, and what fans read. */
export function StoryPart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  return (
    <>
      <TextArea
        label="Personality"
        name="personality"
        needed
        rows={6}
        maxLength={LIMITS.personalityCharsMax}
        placeholder="Keeps the light on the Skerries. Patient, dry, afraid of dogs. Never gives a straight answer about the wreck."
        hint="What they are like, know and want. The model plays this."
        value={content.personality}
        onChange={(personality) => set({ personality })}
        error={problemAt('personality')}
      />
      <TextArea
        label="Where it begins"
        name="scenario"
        rows={3}
        maxLength={LIMITS.scenarioCharsMax}
        hint="The situation in which fans meet them. The model reads it, fans don’t."
        value={content.scenario}
        onChange={(scenario) => set({ scenario })}
        error={problemAt('scenario')}
      />
      <TextArea
        label="Their story"
        name="description"
        rows={4}
        maxLength={LIMITS.personaDescriptionCharsMax}
        hint="For their page, where fans read it. *Asterisks* make it slanted."
        value={content.description}
        onChange={(description) => set({ description })}
        error={problemAt('description')}
      />
    </>
  );
}
