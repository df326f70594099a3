import type { DiscoveryWishes, FeaturedRequest, RatingRequest } from '@troupe/contracts/http/discovery';
import { discoveryWishes, ownRating, personaCards, suggestions } from '@troupe/contracts/http/discovery';
import type { PersonaSort } from '@troupe/contracts/http/persona';
import { foundPage, tagList } from '@troupe/contracts/http/persona';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, Transport } from './transport.ts';

export interface GalleryOptions extends PageOptions {
  q?: string | undefined;
  tag?: string | undefined;
  category?: string | undefined;
  /** As `en`. */
  language?: string | undefined;
  priceMinMicrocoins?: number | undefined;
  priceMaxMicrocoins?: number | undefined;
  sort?: PersonaSort | undefined;
}

export function discoveryRoutes(send: Transport) {
  const rating = (id: string): string => `/personas/${encodeURIComponent(id)}/rating`;
  return {
    list: ({ signal, ...query }: GalleryOptions = {}) =>
      send({ method: 'GET', path: '/personas', query, answer: foundPage, signal }),
    tags: (options?: CallOptions) => send({ method: 'GET', path: '/personas/tags', answer: tagList, ...options }),
    /** Who stands on the stage. */
    featured: (options?: CallOptions) =>
      send({ method: 'GET', path: '/personas/featured', answer: personaCards, ...options }),
    /** Who is like the persona that the caller talked to last. */
    suggestions: (options?: CallOptions) =>
      send({ method: 'GET', path: '/personas/suggestions', answer: suggestions, ...options }),
    wishes: (options?: CallOptions) =>
      send({ method: 'GET', path: '/personas/wishes', answer: discoveryWishes, ...options }),
    /** Throws `age_confirmation_required` where an adult is asked for. */
    setWishes: (body: DiscoveryWishes, options?: CallOptions) =>
      send({ method: 'PUT', path: '/personas/wishes', body, answer: discoveryWishes, ...options }),
    rating: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: rating(id), answer: ownRating, ...options }),
    /** Throws `rating_not_earned`. */
    rate: (id: string, body: RatingRequest, options?: CallOptions) =>
      send({ method: 'POST', path: rating(id), body, answer: ownRating, ...options }),
    takeBackRating: (id: string, options?: CallOptions) => send({ method: 'DELETE', path: rating(id), ...options }),
  };
}

/** For admins. */
export function adminFeaturedRoutes(send: Transport) {
  return {
    featured: (options?: CallOptions) =>
      send({ method: 'GET', path: '/admin/featured', answer: personaCards, ...options }),
    /** The whole order at once. Throws `not_found` when one of them isn't published. */
    setFeatured: (body: FeaturedRequest, options?: CallOptions) =>
      send({ method: 'PUT', path: '/admin/featured', body, answer: personaCards, ...options }),
  };
}
