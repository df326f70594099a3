import { LORE_LIMITS } from './lore-limits.ts';
import {
  type JsonObject,
  type JsonValue,
  LORE_POSITIONS,
  LORE_ROLES,
  type LoreEntry,
  type LoreFields,
  SECONDARY_LOGICS,
} from './types.ts';

/**
 * An entry of a card's `character_book`, field by field. The names are those of the specifications (V2: malfoyslastname/character-card-spec-v2,
 * spec_v2.md; V3: kwaroran/character-card-spec-v3, SPEC_V3.md) and, below `extensions`, those that SillyTavern writes (world-info.js,
 * `convertCharacterBook`). Reading makes sense of anything; writing touches only what differs from what is read there, so an entry that
 * nobody changed goes out as it came in, with all that this program doesn't know.
 */
interface Field<Value> {
  read: (card: JsonObject) => Value;
  write: (card: JsonObject, value: Value) => JsonObject;
}
type Fields = { readonly [Name in keyof LoreFields]: Field<LoreFields[Name]> };

/** What SillyTavern takes for a weight that nobody set, and a depth. */
const GROUP_WEIGHT = 100;
const DEPTH = 4;
/** Ours, where `use_regex` alone would be misunderstood. */
const USE_REGEX = 'troupe/use_regex';

export const CARD_FIELDS: Fields = {
  name: top('name', (raw) => text(raw)),
  comment: top('comment', (raw) => text(raw)),
  isEnabled: top('enabled', (raw) => raw !== false),
  keys: top('keys', strings),
  secondaryKeys: top('secondary_keys', strings),
  isSelective: top('selective', (raw) => raw === true),
  secondaryLogic: numbered('selectiveLogic', SECONDARY_LOGICS, 'and-any'),
  areKeysRegex: {
    read: areKeysRegex,
    write: (card, value) => {
      const said = { ...card, use_regex: value };
      return areKeysRegex(said) === value ? said : extend(said, USE_REGEX, value);
    },
  },
  isCaseSensitive: {
    read: (card) => flag(extensionsOf(card)['case_sensitive']) ?? flag(card['case_sensitive']),
    write: (card, value) => {
      const { case_sensitive: _, ...rest } = card;
      return extend(value === null ? rest : { ...rest, case_sensitive: value }, 'case_sensitive', value);
    },
  },
  matchesWholeWords: below('match_whole_words', flag),
  isConstant: top('constant', (raw) => raw === true),
  content: top('content', (raw) => text(raw)),
  order: top('insertion_order', (raw) => number(raw, 100, -1e9, 1e9)),
  priority: {
    read: (card) => (typeof card['priority'] === 'number' ? number(card['priority'], 0, -1e9, 1e9) : null),
    write: ({ priority: _, ...card }, value) => (value === null ? card : { ...card, priority: value }),
  },
  claimsFirst: below('ignore_budget', (raw) => raw === true),
  position: {
    read: (card) => {
      const named = card['position'] === 'before_char' ? 'before-character' : 'after-character';
      const numberOf = extensionsOf(card)['position'];
      return (typeof numberOf === 'number' ? LORE_POSITIONS[numberOf] : undefined) ?? named;
    },
    write: (card, value) =>
      extend(
        { ...card, position: value === 'before-character' ? 'before_char' : 'after_char' },
        'position',
        LORE_POSITIONS.indexOf(value),
      ),
  },
  depth: below('depth', (raw) => whole(raw, DEPTH, LORE_LIMITS.depthMax)),
  role: numbered('role', LORE_ROLES, 'system'),
  scanDepthMessages: below('scan_depth', (raw) =>
    typeof raw === 'number' ? whole(raw, 0, LORE_LIMITS.scanDepthMessagesMax) : null,
  ),
  probabilityPercent: {
    read: (card) => {
      const { probability, useProbability } = extensionsOf(card);
      return useProbability === false ? 100 : number(probability, 100, 0, 100);
    },
    write: (card, value) => extend(extend(card, 'probability', value), 'useProbability', true),
  },
  groups: {
    read: (card) => strings(extensionsOf(card)['group']),
    write: (card, value) => extend(card, 'group', value.join(', ')),
  },
  groupWeight: below('group_weight', (raw) => number(raw, GROUP_WEIGHT, 1, 10_000)),
  winsGroup: below('group_override', (raw) => raw === true),
  usesGroupScoring: below('use_group_scoring', flag),
  isExcludedFromRecursion: below('exclude_recursion', (raw) => raw === true),
  preventsRecursion: below('prevent_recursion', (raw) => raw === true),
  recursionDelayLevel: below('delay_until_recursion', (raw) => (raw === true ? 1 : whole(raw, 0, 1_000))),
  stickyMessages: below('sticky', messages),
  cooldownMessages: below('cooldown', messages),
  delayMessages: below('delay', messages),
};

const NAMES = Object.keys(CARD_FIELDS) as (keyof LoreFields)[];

/** An entry as a card has it; `id` is for the book to make unique. Never throws: what makes no sense is as if it were not there. */
export function entryFromCard(card: JsonObject, id: string): LoreEntry {
  const fields = Object.fromEntries(NAMES.map((name) => [name, CARD_FIELDS[name].read(card)])) as unknown as LoreFields;
  return { ...fields, id, source: card };
}

/** The entry for a card. `isUpgrade`: it came from a V2 card and goes into a V3 one, which demands `use_regex`. */
export function entryToCard(entry: LoreEntry, isUpgrade: boolean): JsonObject {
  const complete = NAMES.reduce((card, name) => written(card, name, entry), withRequired(entry));
  return isUpgrade && complete['use_regex'] === undefined ? { ...complete, use_regex: false } : complete;
}

function written<Name extends keyof LoreFields>(card: JsonObject, name: Name, entry: LoreEntry): JsonObject {
  const field: Field<LoreFields[Name]> = CARD_FIELDS[name];
  const value: LoreFields[Name] = entry[name];
  return JSON.stringify(field.read(card)) === JSON.stringify(value) ? card : field.write(card, value);
}

/** Both specifications demand these, but what came without them keeps going without. */
function withRequired({ source, keys, content, isEnabled, order }: LoreEntry): JsonObject {
  if (Object.keys(source).length > 0) return source;
  return { keys, content, extensions: {}, enabled: isEnabled, insertion_order: order, use_regex: false };
}

/** SillyTavern writes `use_regex: true` over all its entries, and means that keys may be `/…/`; its entries have a `selectiveLogic`. */
function areKeysRegex(card: JsonObject): boolean {
  const extensions = extensionsOf(card);
  return flag(extensions[USE_REGEX]) ?? (card['use_regex'] === true && extensions['selectiveLogic'] === undefined);
}

function top<Value extends JsonValue>(name: string, read: (raw: JsonValue | undefined) => Value): Field<Value> {
  return { read: (card) => read(card[name]), write: (card, value) => ({ ...card, [name]: value }) };
}

function below<Value extends JsonValue>(name: string, read: (raw: JsonValue | undefined) => Value): Field<Value> {
  return { read: (card) => read(extensionsOf(card)[name]), write: (card, value) => extend(card, name, value) };
}

/** A name that cards have as its place in a list. */
function numbered<Name extends string>(field: string, names: readonly Name[], usual: Name): Field<Name> {
  return {
    read: (card) => {
      const raw = extensionsOf(card)[field];
      return (typeof raw === 'number' ? names[raw] : undefined) ?? usual;
    },
    write: (card, value) => extend(card, field, names.indexOf(value)),
  };
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function extensionsOf(card: JsonObject): JsonObject {
  const extensions = card['extensions'];
  return isObject(extensions) ? extensions : {};
}

function extend(card: JsonObject, name: string, value: JsonValue): JsonObject {
  return { ...card, extensions: { ...extensionsOf(card), [name]: value } };
}

function text(raw: JsonValue | undefined): string {
  return typeof raw === 'string' ? raw : '';
}

/** A list, or, as some editors write it, one text with commas. */
function strings(raw: JsonValue | undefined): readonly string[] {
  if (typeof raw === 'string') return raw.split(',').flatMap((part) => part.trim() || []);
  return Array.isArray(raw) ? raw.filter((part) => typeof part === 'string') : [];
}

function flag(raw: JsonValue | undefined): boolean | null {
  return typeof raw === 'boolean' ? raw : null;
}

function number(raw: JsonValue | undefined, usual: number, least: number, most: number): number {
  return typeof raw === 'number' && Number.isFinite(raw) ? Math.min(Math.max(raw, least), most) : usual;
}

function whole(raw: JsonValue | undefined, usual: number, most: number): number {
  return Math.floor(number(raw, usual, 0, most));
}

function messages(raw: JsonValue | undefined): number {
  return whole(raw, 0, LORE_LIMITS.timedMessagesMax);
}
