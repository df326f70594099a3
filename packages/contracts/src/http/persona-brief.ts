import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { id } from './wire.ts';

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
