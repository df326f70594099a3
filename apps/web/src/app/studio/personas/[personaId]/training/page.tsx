import type { Metadata } from 'next';
import { loadOwnPersona } from '@/features/studio/persona/load-own-persona';
import { PersonaHead } from '@/features/studio/persona/persona-head';
import { TrainingPanel } from '@/features/studio/training/training-panel';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';

interface Props {
  params: Promise<{ personaId: string }>;
}

export const metadata: Metadata = { title: 'Files' };

export default async function TrainingPage({ params }: Props) {
  const { personaId } = await params;
  const { training } = await serverApi();
  const [persona, page] = await Promise.all([loadOwnPersona(personaId), orNotFound(training.list(personaId))]);
  const { name, mature } = persona.content;
  return (
    <div className="studio-page max-w-180">
      <PersonaHead persona={persona} />
      <div className="grid gap-4">
        <h2 className="text-xl">What {name} knows from files</h2>
        <TrainingPanel personaId={personaId} personaName={name} mature={mature} page={page} />
      </div>
    </div>
  );
}
