import { CardFault, type CardNotices } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import { cardFromJson } from './card-versions.ts';
import { parseCardJson } from './json-tree.ts';

/** base64 is a third longer than what it holds, and some editors break its lines. */
export const PACKED_TEXT_BYTES_MAX = Math.ceil(CARD_LIMITS.jsonBytesMax * 1.4);

const OPENING_BRACE = 0x7b;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d]);

export type ReadText = ReturnType<typeof cardFromJson>;

/** A card out of the text that a picture carries: base64 of JSON as specified, or the JSON itself. Throws CardFault. */
export function cardFromText(bytes: Buffer, notices: CardNotices): ReadText {
  return cardFromJson(parseCardJson(isJson(bytes) ? bytes : decodeBase64(bytes), notices), notices);
}

export function isJson(bytes: Buffer): boolean {
  let at = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  while (SPACES.has(bytes[at] ?? 0)) at += 1;
  return bytes[at] === OPENING_BRACE;
}

/** Strict, where Buffer reads over everything that is no base64. Throws `broken-text`. */
export function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replaceAll(/[\s\0]+/g, '');
  const padding = text.indexOf('=');
  // Looking for what is wrong needs no memory; matching all that is right would, per character.
  const isWrong =
    /[^A-Za-z0-9+/_=-]/.test(text) || (padding >= 0 && !/^={1,2}$/.test(text.slice(padding, padding + 3)));
  if (isWrong) throw new CardFault('broken-text', 'The card’s text is not valid base64.');
  const decoded = Buffer.from(text, 'base64');
  if (decoded.length === 0) throw new CardFault('broken-text', 'The card’s text is empty.');
  return decoded;
}
