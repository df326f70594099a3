import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { personaCard } from './persona.ts';
import { personaBrief } from './persona-brief.ts';
import { id } from './wire.ts';

export const personaCards = z.strictObject({ items: z.array(personaCard) });
export type PersonaCards = z.infer<typeof personaCards>;

/** Whom a fan may like because of somebody they talked to; null and nobody when there is no such persona. */
export const suggestions = z.strictObject({ because: z.nullable(personaBrief), items: z.array(personaCard) });
export type Suggestions = z.infer<typeof suggestions>;

const stars = z.int().check(z.minimum(1), z.maximum(5));
export const ratingRequest = z.strictObject({ stars });
export type RatingRequest = z.infer<typeof ratingRequest>;

/** What a fan says of a persona, and what all say. */
export const ownRating = z.strictObject({
  stars: z.nullable(stars),
  /** Paid replies that are still missing before it can be rated; null for those who never can: its own creator. */
  repliesMissing: z.nullable(z.int()),
  rating: personaCard.shape.rating,
});
export type OwnRating = z.infer<typeof ownRating>;

/** What a fan wants lists to show. */
export const discoveryWishes = z.strictObject({ showsMature: z.boolean() });
export type DiscoveryWishes = z.infer<typeof discoveryWishes>;

/** Who stands on the stage, in this order; all of them at once, so that there is one order at a time. */
export const featuredRequest = z.strictObject({
  personaIds: z.array(id).check(
    z.maxLength(LIMITS.featuredMax),
    z.refine((ids) => new Set(ids).size === ids.length, 'must differ'),
  ),
});
export type FeaturedRequest = z.infer<typeof featuredRequest>;
