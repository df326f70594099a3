import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadOwnPersona } from '@/features/studio/persona/load-own-persona';
import { PersonaWizard } from '@/features/studio/persona/wizard/persona-wizard';
import { resumeStep } from '@/features/studio/persona/wizard/wizard-steps';

interface Props {
  params: Promise<{ personaId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadOwnPersona((await params).personaId)).content.name };
}

export default async function SetupPage({ params }: Props) {
  const persona = await loadOwnPersona((await params).personaId);
  // What fans meet already is changed in the editor, where nothing is saved by itself.
  if (persona.status === 'published') redirect(`/studio/personas/${persona.id}`);
  return <PersonaWizard persona={persona} step={resumeStep(persona.content)} />;
}
