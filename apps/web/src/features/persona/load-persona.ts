import { ApiError } from '@troupe/api-client';
import type { PersonaPage } from '@troupe/contracts/http/persona';
import { slugParam } from '@troupe/contracts/http/persona';
import { cache } from 'react';
import { serverApi } from '@/lib/api/server';

/** A published persona, or null when there is none of that name. Asked once a request, by the page and its metadata. */
export const loadPersona = cache(async (slug: string): Promise<PersonaPage | null> => {
  if (!slugParam.safeParse({ slug }).success) return null;
  try {
    return await (await serverApi()).personas.get(slug);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_found') return null;
    throw error;
  }
});
