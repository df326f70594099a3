import { entryFromCard, entryToCard, isObject } from './card-entry.ts';
import { LORE_LIMITS } from './lore-limits.ts';
import type { JsonObject, JsonValue, LoreBook, LoreEntry, LoreSettings } from './types.ts';

/** Of a book that says nothing about it. */
export const LORE_SETTINGS_USUAL: LoreSettings = {
  scanDepthMessages: null,
  budgetTokens: null,
  isRecursive: false,
  recursionStepsMax: LORE_LIMITS.recursionStepsDefault,
  isCaseSensitive: false,
  matchesWholeWords: false,
  usesGroupScoring: false,
};

/**
 * A card's `character_book` (V2, V3; `data` of a `lorebook_v3` file is the same). Never throws: what makes no sense is as if it were not there,
 * and all of it is kept for `bookToCard`. Entries that are no objects have no meaning and no place to be kept, and go.
 */
export function bookFromCard(card: JsonObject): LoreBook {
  const { entries, ...source } = card;
  return {
    name: textOf(card['name']),
    description: textOf(card['description']),
    settings: {
      ...LORE_SETTINGS_USUAL,
      scanDepthMessages: countOf(card['scan_depth']),
      budgetTokens: countOf(card['token_budget']),
      isRecursive: card['recursive_scanning'] === true,
    },
    entries: withIds(Array.isArray(entries) ? entries.filter(isObject) : []),
    source,
  };
}

/**
 * The book for a card; `isUpgrade` as in `entryToCard`. Settings that cards have no field for (`recursionStepsMax` and what counts for keys that don't say) stay here; those
 * of an entry are in the entry.
 */
export function bookToCard(book: LoreBook, isUpgrade: boolean): JsonObject {
  const { settings } = book;
  const before = bookFromCard(book.source);
  const card: Record<string, JsonValue> = { ...book.source };
  const write = (name: string, value: string | number | boolean | null, was: typeof value): void => {
    if (value === was) return;
    if (value === null) delete card[name];
    else card[name] = value;
  };
  write('name', book.name, before.name);
  write('description', book.description, before.description);
  write('scan_depth', settings.scanDepthMessages, before.settings.scanDepthMessages);
  write('token_budget', settings.budgetTokens, before.settings.budgetTokens);
  write('recursive_scanning', settings.isRecursive, before.settings.isRecursive);
  if (Object.keys(book.source).length === 0) card['extensions'] = {};
  return {
    ...card,
    entries: book.entries.map((entry) => entryToCard(entry, isUpgrade)),
  };
}

/** They stand in addresses. */
const ID = /^[\w.-]{1,40}$/;

/** By the card's own ids, where they tell entries apart. */
function withIds(cards: readonly JsonObject[]): LoreEntry[] {
  const taken = new Set<string>();
  return cards.map((card, index) => {
    const own = typeof card['id'] === 'number' || typeof card['id'] === 'string' ? `${card['id']}` : '';
    let id = !ID.test(own) || taken.has(own) ? `entry-${index}` : own;
    while (taken.has(id)) id = `${id}-`;
    taken.add(id);
    return entryFromCard(card, id);
  });
}

const textOf = (raw: JsonValue | undefined): string => (typeof raw === 'string' ? raw : '');

const countOf = (raw: JsonValue | undefined): number | null =>
  typeof raw === 'number' && Number.isFinite(raw) ? Math.floor(Math.min(Math.max(raw, 0), 1_000_000)) : null;
