import { CardFault, type CardNotices } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import { cardFromJson } from './card-versions.ts';
import { parseCardJson } from './json-tree.ts';

/** base64 is a third longer than what it holds, and some editors break its lines. */
export const PACKED_TEXT_BYTES_MAX = Math.ceil(CARD_LIMITS.jsonBytesMax * 1.4);

const OPENING_BRACE = 0x7b;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** RisuAI's locked cards. */
const LOCKED = Buffer.from('rcc||');
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d]);

export type ReadText = ReturnType<typeof cardFromJson>;

/** A card out of the text that a picture carries: base64 of JSON as specified, or the JSON itself. Throws CardFault. */
export function cardFromText(bytes: Buffer, notices: CardNotices): ReadText {
  if (bytes.subarray(0, LOCKED.length).equals(LOCKED)) {
    throw new CardFault('encrypted', 'The card is locked with a password: export it without one.');
  }
  return cardFromJson(parseCardJson(isJson(bytes) ? bytes : decodeBase64(bytes), notices), notices);
}

export function isJson(bytes: Buffer): boolean {
  let at = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  while (SPACES.has(bytes[at] ?? 0)) at += 1;
  return bytes[at] === OPENING_BRACE;
}

const ALPHABET = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_');
/** 1 for a digit of base64, 2 for what may stand between digits, 0 for what may not be there. */
const BASE64_KINDS = new Uint8Array(256);
for (const digit of ALPHABET) BASE64_KINDS[digit] = 1;
for (const space of [...SPACES, 0]) BASE64_KINDS[space] = 2;
const PADDING = 0x3d;

/** Strict, where Buffer reads over everything that is no base64. One pass, and no more memory than the text has. Throws `broken-text`. */
export function decodeBase64(bytes: Buffer): Buffer {
  const digits = Buffer.allocUnsafe(bytes.length);
  let count = 0;
  let padding = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const kind = BASE64_KINDS[byte];
    if (kind === 1 && padding === 0) {
      digits[count] = byte;
      count += 1;
    } else if (byte === PADDING && padding < 2) padding += 1;
    else if (kind !== 2) throw new CardFault('broken-text', 'The card’s text is not valid base64.');
  }
  const decoded = Buffer.from(digits.toString('latin1', 0, count), 'base64');
  if (decoded.length === 0) throw new CardFault('broken-text', 'The card’s text is empty.');
  return decoded;
}
