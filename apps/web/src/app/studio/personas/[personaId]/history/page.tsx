import type { Metadata } from 'next';
import { loadOwnPersona } from '@/features/studio/persona/load-own-persona';
import { PersonaHead } from '@/features/studio/persona/persona-head';
import { VersionList } from '@/features/studio/versions/version-list';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';

interface Props {
  params: Promise<{ personaId: string }>;
}

export const metadata: Metadata = { title: 'Versions' };

export default async function HistoryPage({ params }: Props) {
  const { personaId } = await params;
  const { creator } = await serverApi();
  const [persona, page] = await Promise.all([loadOwnPersona(personaId), orNotFound(creator.versions(personaId))]);
  return (
    <div className="studio-page max-w-280">
      <PersonaHead persona={persona} />
      <VersionList persona={persona} page={page} />
    </div>
  );
}
