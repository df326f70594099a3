import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { id, page, pageQuery, text } from './common.ts';
import { personaBrief } from './persona-brief.ts';
import { personaCategory } from './persona-category.ts';

export { type PersonaBrief, personaBrief, type TokenPrice, tokenPrice } from './persona-brief.ts';

export const personaCard = z.strictObject({
  ...personaBrief.shape,
  tags: z.array(z.string()),
  chatCount: z.int(),
  featured: z.boolean(),
  /** Only for people who confirmed that they are 18 or older. */
  mature: z.boolean(),
  creator: z.strictObject({ userId: id, handle: z.string(), name: z.string() }),
  category: z.string(),
  /** How many rated it, and their mean from 1 to 5, in hundredths of a star; null while there is none. */
  rating: z.strictObject({ count: z.int(), mean: z.nullable(z.number()) }),
});
export type PersonaCard = z.infer<typeof personaCard>;

export const personaPage = z.strictObject({
  ...personaCard.shape,
  description: z.string(),
  greeting: z.string(),
  /** What `{{char}}` in its greeting stands for; empty for the name. */
  nickname: z.string(),
  starters: z.array(z.string()),
  creatorBio: z.string(),
  /** True when the asking fan has blocked this persona. */
  blocked: z.boolean(),
  publishedAt: z.iso.datetime({ offset: true }),
});
export type PersonaPage = z.infer<typeof personaPage>;

/** `relevance` is for a search, and its usual order; without one it is `trending`. What they mean is in docs/discovery.md. */
export const personaSort = z.enum(['relevance', 'trending', 'new', 'rated', 'popular', 'price']);
export type PersonaSort = z.infer<typeof personaSort>;

const priceBound = z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)));

export const galleryQuery = z.strictObject({
  ...pageQuery.shape,
  q: z.optional(text(LIMITS.searchCharsMax)),
  tag: z.optional(text(LIMITS.tagCharsMax)),
  category: z.optional(personaCategory),
  /** What its voice speaks, without the region: `en`. */
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  /** Of a message, as lists show it. */
  priceMinMicrocoins: priceBound,
  priceMaxMicrocoins: priceBound,
  sort: z.optional(personaSort),
});
export type GalleryQuery = z.infer<typeof galleryQuery>;

export const galleryPage = page(personaCard);
export type GalleryPage = z.infer<typeof galleryPage>;

export const foundPage = z.strictObject({
  ...galleryPage.shape,
  /** What was looked for, when nobody is spelt like the question. */
  spelling: z.nullable(z.string()),
});
export type FoundPage = z.infer<typeof foundPage>;

/** What a fan has blocked, the newest first. */
export const blockedPage = page(personaBrief);
export type BlockedPage = z.infer<typeof blockedPage>;

export const tagList = z.strictObject({ tags: z.array(z.strictObject({ tag: z.string(), count: z.int() })) });
export type TagList = z.infer<typeof tagList>;

export const slugParam = z.strictObject({
  slug: z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+$/)),
});
