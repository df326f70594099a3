import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { cache } from 'react';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

/** One's own persona, whole; somebody else's is not there. Asked once a request, by the page and its metadata. */
export const loadOwnPersona = cache(async (personaId: string): Promise<OwnPersona> => {
  await requireServerSession();
  return orNotFound((await serverApi()).creator.persona(personaId));
});
