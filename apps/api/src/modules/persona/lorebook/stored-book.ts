import { createHash } from 'node:crypto';
import { bookFromCard, bookToCard, LORE_SETTINGS_USUAL } from './card-book.ts';
import { entryFromCard } from './card-entry.ts';
import type { JsonObject, JsonValue, LoreBook, LoreSettings } from './types.ts';

/** An entry as it is kept: what a card says of it, from which all its fields are read. */
export interface StoredEntry {
  id: string;
  card: JsonObject;
}

/** Settings that cards have no field for. */
type OwnSettings = Omit<LoreSettings, 'scanDepthMessages' | 'budgetTokens' | 'isRecursive'>;

/** A lorebook as it is kept. */
export interface StoredBook {
  /** The book of the card, without its entries. */
  card: JsonObject;
  own: OwnSettings;
  entries: readonly StoredEntry[];
}

/** What `persona_object` holds: found by its hash, and never changed. */
export interface KeptObject {
  hash: string;
  content: JsonValue;
  parts: readonly string[];
  /** Of a card: the files that came with it, and the picture that was made of its own. */
  packKey?: string | null;
  pictureKey?: string | null;
}

/** A lorebook in pieces; `parts` may be there already, from another version of it. */
export interface PackedBook {
  head: KeptObject;
  parts: readonly KeptObject[];
  sizeBytes: number;
}

/** What a head says of its book without its parts. */
export interface BookHead {
  card: JsonObject;
  own: OwnSettings;
  /** Entries in each part. */
  counts: readonly number[];
  sizeBytes: number;
}

const { recursionStepsMax, isCaseSensitive, matchesWholeWords, usesGroupScoring } = LORE_SETTINGS_USUAL;
export const NO_BOOK: StoredBook = {
  card: { extensions: {} },
  own: { recursionStepsMax, isCaseSensitive, matchesWholeWords, usesGroupScoring },
  entries: [],
};

/** One entry in so many ends a part, whatever stands around it: so a change in one place leaves all other parts as they were. */
const PART_ENTRIES = 48;
const PART_ENTRIES_MAX = 256;
const PART_BYTES_MAX = 128 * 1024;

export function packBook(book: StoredBook): PackedBook {
  const parts: KeptObject[] = [];
  const counts: number[] = [];
  let sizeBytes = 0;
  let part: StoredEntry[] = [];
  let partBytes = 0;
  const end = (): void => {
    if (part.length === 0) return;
    parts.push(keptObject('part', part as unknown as JsonValue));
    counts.push(part.length);
    sizeBytes += partBytes;
    part = [];
    partBytes = 0;
  };
  for (const { id, card } of book.entries) {
    part.push({ id, card });
    partBytes += Buffer.byteLength(JSON.stringify(card));
    if (endsPart(id) || part.length >= PART_ENTRIES_MAX || partBytes >= PART_BYTES_MAX) end();
  }
  end();
  sizeBytes += Buffer.byteLength(JSON.stringify(book.card));
  const head: BookHead = { card: book.card, own: book.own, counts, sizeBytes };
  return {
    head: keptObject(
      'lorebook',
      head as unknown as JsonValue,
      parts.map(({ hash }) => hash),
    ),
    parts,
    sizeBytes,
  };
}

export function keptObject(kind: string, content: JsonValue, parts: readonly string[] = []): KeptObject {
  const hash = createHash('sha256')
    .update(`${kind} ${parts.join(' ')} `)
    .update(JSON.stringify(content))
    .digest('hex');
  return { hash, content, parts };
}

const endsPart = (id: string): boolean => createHash('sha1').update(id).digest().readUInt32BE(0) % PART_ENTRIES === 0;

/** The book as the engine and cards have it. */
export function toLoreBook({ card, own, entries }: StoredBook): LoreBook {
  const book = bookFromCard(card);
  return {
    ...book,
    settings: { ...book.settings, ...own },
    entries: entries.map((entry) => entryFromCard(entry.card, entry.id)),
  };
}

/** A card's `character_book`, to the letter. */
export function bookOfCard(cardBook: JsonObject): StoredBook {
  const { source: card, entries } = bookFromCard(cardBook);
  return { card, own: NO_BOOK.own, entries: entries.map(({ id, source }) => ({ id, card: source })) };
}

export const cardOfBook = ({ card, entries }: StoredBook): JsonObject => ({
  ...card,
  entries: entries.map((entry) => entry.card),
});

/** The same book with what is new of its head. */
export function withHead(stored: StoredBook, head: Pick<LoreBook, 'name' | 'description' | 'settings'>): StoredBook {
  const { name, description, settings } = head;
  const { entries: _, ...card } = bookToCard({ name, description, settings, entries: [], source: stored.card }, false);
  const { scanDepthMessages: _s, budgetTokens: _b, isRecursive: _r, ...own } = settings;
  return { ...stored, card, own };
}
