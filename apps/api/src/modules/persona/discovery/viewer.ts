import type { PersonaSort } from '@troupe/contracts/http/persona';
import type { Actor } from '../../../platform/auth/actor.ts';

/** Who looks. `userId` is undefined for a visitor. */
export interface Viewer {
  userId: string | undefined;
  isAdult: boolean;
}

export const viewerOf = (actor: Actor | undefined): Viewer => ({
  userId: actor?.userId,
  isAdult: actor?.age === 'adult',
});

export type ListSort = Exclude<PersonaSort, 'relevance'>;
