import type { Metadata } from 'next';
import { requireCreator } from '@/features/studio/load-creator';
import { NewPersona } from '@/features/studio/persona/wizard/new-persona';

export const metadata: Metadata = { title: 'A new persona' };

export default async function NewPersonaPage() {
  await requireCreator();
  return <NewPersona />;
}
