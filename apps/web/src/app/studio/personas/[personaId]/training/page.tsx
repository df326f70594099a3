import { ApiError } from '@troupe/api-client';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { BackLink } from '@/components/ui/back-link';
import { TrainingPanel } from '@/features/studio/training/training-panel';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Training data' };

export default async function TrainingPage({ params }: { params: Promise<{ personaId: string }> }) {
  const { user } = await requireServerSession();
  if (!user.roles.includes('creator')) redirect('/studio');
  const { personaId } = await params;
  const { creator, training } = await serverApi();
  const [persona, page] = await Promise.all([creator.persona(personaId), training.list(personaId)]).catch(
    (error: unknown) => {
      if (error instanceof ApiError && ['not_found', 'validation_failed'].includes(error.code)) notFound();
      throw error;
    },
  );
  const { name, mature } = persona.content;
  return (
    <div className="mx-auto grid w-full max-w-180 content-start gap-8 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <div className="grid gap-3">
        <BackLink href="/studio">Studio</BackLink>
        <h1 className="text-2xl">What {name} knows</h1>
      </div>
      <TrainingPanel personaId={personaId} personaName={name} mature={mature} page={page} />
    </div>
  );
}
