import { CardFault, type CardNotices } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import type { CardData } from './character-card.ts';
import { isObject, type Json, type JsonObject } from './json-tree.ts';

/** Where values stand that are not what their field says. */
export const SET_ASIDE = 'troupe/set_aside';

/** The value as its field wants it, or undefined where nothing can be made of it. */
type Reader = (value: Json) => Json | undefined;
type Fields = Readonly<Record<string, Reader>>;

const asText: Reader = (value) => {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
};
/** Some editors write a list as one text with commas. */
const asTexts: Reader = (value) => {
  if (value === null) return [];
  if (typeof value === 'string') return splitList(value);
  if (!Array.isArray(value)) return undefined;
  const texts = value.map((item) => (item === null ? undefined : asText(item)));
  return texts.every((item) => item !== undefined) ? texts : undefined;
};
/** Commas belong to a greeting or an address. */
const asWholeTexts: Reader = (value) => (typeof value === 'string' ? [value] : asTexts(value));
const asNumber: Reader = (value) => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value.trim()) ? Number(value) : undefined;
};
const asFlag: Reader = (value) => {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 1) return true;
  return value === 'false' || value === 0 || value === null ? false : undefined;
};
const asObject: Reader = (value) => {
  if (isObject(value)) return value;
  return value === null || (Array.isArray(value) && value.length === 0) ? {} : undefined;
};
const asTextMap: Reader = (value) =>
  isObject(value) && Object.values(value).every((item) => typeof item === 'string') ? value : undefined;
const asIs =
  (...types: readonly string[]): Reader =>
  (value) =>
    types.includes(typeof value) ? value : undefined;
const orNull =
  (read: Reader): Reader =>
  (value) =>
    value === null ? null : read(value);
const asAssets: Reader = (value) => {
  if (!Array.isArray(value) || !value.every(isObject)) return undefined;
  const isWhole = value.every((asset) => ['type', 'uri', 'name', 'ext'].every((key) => typeof asset[key] === 'string'));
  return isWhole ? value : value.map((asset) => ({ type: '', uri: '', name: '', ext: '', ...textsOf(asset) }));
};
const textsOf = (asset: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(asset).map(([key, value]) => [key, ASSET_KEYS.has(key) ? (asText(value) ?? '') : value]),
  );
const ASSET_KEYS = new Set(['type', 'uri', 'name', 'ext']);

const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const DATA_FIELDS: Fields = {
  name: asText,
  description: asText,
  personality: asText,
  scenario: asText,
  first_mes: asText,
  mes_example: asText,
  creator_notes: asText,
  system_prompt: asText,
  post_history_instructions: asText,
  creator: asText,
  character_version: asText,
  alternate_greetings: asWholeTexts,
  group_only_greetings: asWholeTexts,
  tags: asTexts,
  nickname: orNull(asText),
  creator_notes_multilingual: orNull(asTextMap),
  source: orNull(asWholeTexts),
  assets: orNull(asAssets),
  creation_date: orNull(asNumber),
  modification_date: orNull(asNumber),
  character_book: orNull(asIs('object')),
};

const BOOK_FIELDS: Fields = {
  name: orNull(asText),
  description: orNull(asText),
  scan_depth: orNull(asNumber),
  token_budget: orNull(asNumber),
  recursive_scanning: orNull(asFlag),
  extensions: asObject,
  // SillyTavern's own books number their entries.
  entries: (value) => (isObject(value) ? Object.values(value) : Array.isArray(value) ? value : undefined),
};

const ENTRY_FIELDS: Fields = {
  keys: asTexts,
  content: asText,
  extensions: asObject,
  enabled: asFlag,
  insertion_order: asNumber,
  case_sensitive: orNull(asFlag),
  use_regex: asFlag,
  name: orNull(asText),
  priority: orNull(asNumber),
  id: orNull(asIs('number', 'string')),
  comment: orNull(asText),
  selective: orNull(asFlag),
  secondary_keys: orNull(asTexts),
  constant: orNull(asFlag),
  position: orNull(asIs('number', 'string')),
};

/**
 * Makes each known field what its type says, in place. What can be read is (`"100"` for a number); what can't is set aside in the card's
 * extensions by its path, so that it goes out again and nothing trips over it. Throws `too-many`.
 */
export function shapeData(data: JsonObject, notices: CardNotices): asserts data is CardData {
  const shaper = new Shaper(notices);
  shaper.apply(data, { extensions: asObject }, '');
  shaper.apply(data, DATA_FIELDS, '');
  data['name'] ??= '';
  const book = data['character_book'];
  if (isObject(book)) shaper.applyBook(book);
  else if (book !== null && book !== undefined) shaper.setAside(data, 'character_book', 'character_book');
  if (shaper.aside.size > 0) keepAside(data, shaper.aside);
}

function keepAside(data: JsonObject, aside: ReadonlyMap<string, Json>): void {
  const extensions = isObject(data['extensions']) ? data['extensions'] : {};
  const earlier = isObject(extensions[SET_ASIDE]) ? extensions[SET_ASIDE] : {};
  data['extensions'] = { ...extensions, [SET_ASIDE]: { ...earlier, ...Object.fromEntries(aside) } };
}

class Shaper {
  readonly aside = new Map<string, Json>();
  private readonly notices: CardNotices;

  constructor(notices: CardNotices) {
    this.notices = notices;
  }

  apply(object: JsonObject, fields: Fields, path: string): void {
    for (const [key, read] of Object.entries(fields)) {
      const value = object[key];
      if (!Object.hasOwn(object, key) || value === undefined) continue;
      const shaped = read(value);
      if (shaped === undefined) this.setAside(object, key, `${path}${key}`);
      else if (shaped !== value && !isSameList(shaped, value)) {
        object[key] = shaped;
        this.notices.add(
          'value-mended',
          `The field “${key}” was of another type than it should be and was read as best it could.`,
        );
      }
    }
  }

  applyBook(book: JsonObject): void {
    this.apply(book, BOOK_FIELDS, 'character_book.');
    const entries = Array.isArray(book['entries']) ? book['entries'] : [];
    if (entries.length > CARD_LIMITS.bookEntriesMax) {
      throw new CardFault('too-many', 'The card’s lorebook has more than 10,000 entries.');
    }
    entries.forEach((entry, index) => {
      const path = `character_book.entries.${index}`;
      if (isObject(entry)) this.apply(entry, ENTRY_FIELDS, `${path}.`);
      else this.note(path, entry);
    });
    const good = entries.filter(isObject);
    if (good.length !== entries.length || book['entries'] === undefined) book['entries'] = good;
  }

  setAside(object: JsonObject, key: string, path: string): void {
    this.note(path, object[key] ?? null);
    delete object[key];
  }

  private note(path: string, value: Json): void {
    this.aside.set(path, value);
    const field = path.replaceAll(/\.\d+/g, '');
    this.notices.add('set-aside', `The field “${field}” could not be read; it is kept as it was and not used.`);
  }
}

function isSameList(one: Json, other: Json): boolean {
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, index) => item === other[index])
  );
}
