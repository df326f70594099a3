import { ApiError } from '@troupe/api-client';
import type { OwnRating } from '@troupe/contracts/http/discovery';
import { serverApi } from '@/lib/api/server';

/** What a fan says of a persona; null when it can't be read, for the page stands without. */
export async function loadOwnRating(personaId: string): Promise<OwnRating | null> {
  try {
    return await (await serverApi()).personas.rating(personaId);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}
