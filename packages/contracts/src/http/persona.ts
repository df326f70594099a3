import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { id, page, pageQuery, text } from './common.ts';
import { personaBrief } from './persona-brief.ts';

export { type PersonaBrief, personaBrief, type TokenPrice, tokenPrice } from './persona-brief.ts';

export const personaCard = z.strictObject({
  ...personaBrief.shape,
  tags: z.array(z.string()),
  chatCount: z.int(),
  featured: z.boolean(),
  /** Only for people who confirmed that they are 18 or older. */
  mature: z.boolean(),
  creator: z.strictObject({ userId: id, handle: z.string(), name: z.string() }),
});
export type PersonaCard = z.infer<typeof personaCard>;

export const personaPage = z.strictObject({
  ...personaCard.shape,
  description: z.string(),
  greeting: z.string(),
  starters: z.array(z.string()),
  creatorBio: z.string(),
  /** True when the asking fan has blocked this persona. */
  blocked: z.boolean(),
  publishedAt: z.iso.datetime({ offset: true }),
});
export type PersonaPage = z.infer<typeof personaPage>;

export const personaSort = z.enum(['popular', 'new', 'price']);
export type PersonaSort = z.infer<typeof personaSort>;

export const galleryQuery = z.strictObject({
  ...pageQuery.shape,
  q: z.optional(text(LIMITS.searchCharsMax)),
  tag: z.optional(text(LIMITS.tagCharsMax)),
  sort: z._default(personaSort, 'popular'),
});
export type GalleryQuery = z.infer<typeof galleryQuery>;

export const galleryPage = page(personaCard);
export type GalleryPage = z.infer<typeof galleryPage>;

/** What a fan has blocked, the newest first. */
export const blockedPage = page(personaBrief);
export type BlockedPage = z.infer<typeof blockedPage>;

export const tagList = z.strictObject({ tags: z.array(z.strictObject({ tag: z.string(), count: z.int() })) });
export type TagList = z.infer<typeof tagList>;

export const slugParam = z.strictObject({
  slug: z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+$/)),
});
