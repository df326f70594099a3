import type { Metadata } from 'next';
import { PersonaEditor } from '@/features/studio/persona/editor/persona-editor';
import { loadOwnPersona } from '@/features/studio/persona/load-own-persona';

interface Props {
  params: Promise<{ personaId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadOwnPersona((await params).personaId)).content.name };
}

export default async function EditorPage({ params }: Props) {
  const persona = await loadOwnPersona((await params).personaId);
  return <PersonaEditor key={`${persona.id} ${persona.status}`} persona={persona} />;
}
