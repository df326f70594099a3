import type { Metadata } from 'next';
import { LorebookEditor } from '@/features/studio/lorebook/lorebook-editor';
import { loadOwnPersona } from '@/features/studio/persona/load-own-persona';
import { PersonaHead } from '@/features/studio/persona/persona-head';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';

interface Props {
  params: Promise<{ personaId: string }>;
}

export const metadata: Metadata = { title: 'Lorebook' };

export default async function LorebookPage({ params }: Props) {
  const { personaId } = await params;
  const { creator } = await serverApi();
  const [persona, book, page] = await Promise.all([
    loadOwnPersona(personaId),
    orNotFound(creator.lorebook(personaId)),
    orNotFound(creator.loreEntries(personaId)),
  ]);
  return (
    <div className="studio-page max-w-280">
      <PersonaHead persona={persona} />
      <LorebookEditor
        personaId={personaId}
        personaName={persona.content.name}
        isLive={persona.status === 'published'}
        problems={persona.problems}
        book={book}
        page={page}
      />
    </div>
  );
}
