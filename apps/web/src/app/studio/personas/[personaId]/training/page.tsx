import type { Metadata } from 'next';
import { loadOwnPersona } from '@/features/studio/persona/load-own-persona';
import { PersonaHead } from '@/features/studio/persona/persona-head';
import { TrainingPanel } from '@/features/studio/training/training-panel';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';

export const metadata: Metadata = { title: 'Training data' };

export default async function TrainingPage({ params }: { params: Promise<{ personaId: string }> }) {
  const { personaId } = await params;
  const { training } = await serverApi();
  const [persona, page] = await Promise.all([loadOwnPersona(personaId), orNotFound(training.list(personaId))]);
  const { name, mature } = persona.content;
  return (
    <div className="studio-page max-w-280">
      <PersonaHead persona={persona} />
      <div className="grid max-w-180 gap-6">
        <h2 className="text-xl">What {name} knows</h2>
        <TrainingPanel personaId={personaId} personaName={name} mature={mature} page={page} />
      </div>
    </div>
  );
}
