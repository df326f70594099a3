import { CardFault, type CardNotices } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The JSON of a card, fit to be stored: depth and number of values are counted before anything is built. What no database or serialiser
 * takes is mended (NUL, lone surrogates, infinite numbers), and `__proto__` goes. Throws `broken-text`, `broken-json`, `too-*`.
 */
export function parseCardJson(bytes: Buffer, notices: CardNotices): Json {
  if (bytes.length > CARD_LIMITS.jsonBytesMax) {
    throw new CardFault('too-large', 'The card’s text is larger than 8 MB.');
  }
  const text = decodeUtf8(bytes);
  checkExtent(text);
  let tree: Json;
  try {
    tree = JSON.parse(text) as Json;
  } catch {
    throw new CardFault('broken-json', 'The card’s text is not valid JSON.');
  }
  return mend(tree, notices);
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CardFault('broken-text', 'The card’s text is not valid UTF-8.');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

/** One pass over the characters. Counts a little too much for empty lists, and never too little. */
function checkExtent(text: string): void {
  let depth = 0;
  let values = 1;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === COMMA) values += 1;
    else if (OPENS.has(code)) {
      depth += 1;
      values += 1;
      if (depth > CARD_LIMITS.jsonDepthMax) throw new CardFault('too-deep', 'The card’s text is nested too deeply.');
    } else if (CLOSES.has(code)) depth -= 1;
    if (values > CARD_LIMITS.jsonValuesMax) throw new CardFault('too-many', 'The card holds too many values.');
  }
}

function mend(value: Json, notices: CardNotices): Json {
  if (typeof value === 'string') return mendText(value, notices);
  if (typeof value === 'number') return mendNumber(value, notices);
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      value[index] = mend(item, notices);
    });
    return value;
  }
  if (isObject(value)) return mendObject(value, notices);
  return value;
}

const PROTOTYPE = '__proto__';

function mendObject(object: JsonObject, notices: CardNotices): JsonObject {
  const had = Object.hasOwn(object, PROTOTYPE);
  if (had) {
    Reflect.deleteProperty(object, PROTOTYPE);
    notices.add('key-dropped', 'A key named “__proto__” was left out.');
  }
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    const mended = mend(value, notices);
    const name = mendText(key, notices);
    if (name === key && mended === value) continue;
    if (name !== key) delete object[key];
    if (name !== PROTOTYPE) object[name] = mended;
  }
  return object;
}

/** Postgres stores neither a NUL nor half a character. */
function mendText(text: string, notices: CardNotices): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  notices.add('text-mended', 'Characters that no text can hold were replaced.');
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** `1e999` is read as infinite, which JSON can't write. */
function mendNumber(value: number, notices: CardNotices): number {
  if (Number.isFinite(value)) return value;
  notices.add('text-mended', 'A number beyond all bounds was replaced.');
  return value > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
}

/** One text for all ways of writing the same JSON: keys in the order of their code units, no spaces (as RFC 8785). */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

export function isSameJson(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
