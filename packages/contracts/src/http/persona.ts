import { LIMITS } from '../limits.ts';
import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { id, page, pageQuery, text } from './common.ts';

/** One rendering of a picture: `url` is a path on the API's origin, `widthPx` its width for a `srcset`. */
export const image = z.strictObject({ url: z.string(), widthPx: z.int() });

/** A price by tokens: a base, and rates per 1,000 tokens of the prompt and of the reply. */
export const tokenPrice = z.strictObject({
  baseMicrocoins: microcoinsNonNegative,
  inputRateMicrocoins: microcoinsNonNegative,
  outputRateMicrocoins: microcoinsNonNegative,
});
export type TokenPrice = z.infer<typeof tokenPrice>;

/** What a chat header, a list row or a card needs of a persona. `hueDegrees` is an OKLCH hue. */
export const personaBrief = z.strictObject({
  id,
  slug: z.string(),
  name: z.string(),
  hook: z.string(),
  hueDegrees: z.number(),
  portrait: z.array(image),
  /** Of a message; with a price by tokens, of a reply of full length beside its prompt. */
  priceMicrocoins: microcoinsNonNegative,
  tokenPrice: z.nullable(tokenPrice),
});
export type PersonaBrief = z.infer<typeof personaBrief>;

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
