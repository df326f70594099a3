import { TrainingStep } from '../../training/training-step';
import type { PersonaForm } from '../draft/use-persona-draft';

/** What they know from files, as a step. */
export function TrainingPart({ form: { persona, content } }: { form: PersonaForm }) {
  return <TrainingStep personaId={persona.id} personaName={content.name} mature={content.mature} />;
}
