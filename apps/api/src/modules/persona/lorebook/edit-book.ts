import { randomUUID } from 'node:crypto';
import type { LorebookChanges, LoreEntryChanges } from '@troupe/contracts/http/lorebook';
import { entryFromCard, entryToCard } from './card-entry.ts';
import { type StoredBook, type StoredEntry, toLoreBook, withHead } from './stored-book.ts';
import type { LoreEntry, LoreFields } from './types.ts';

/** Undefined in place of a book: there is no such entry. */
type Edited = StoredBook | undefined;

export const readEntry = ({ id, card }: StoredEntry): LoreEntry => entryFromCard(card, id);

/** An entry with what is named of it changed; what this program doesn't know of it stays. */
export function changedEntry(entry: StoredEntry, changes: LoreEntryChanges): StoredEntry {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  const changed = { ...readEntry(entry), ...(Object.fromEntries(named) as Partial<LoreFields>) };
  return { id: entry.id, card: entryToCard(changed, false) };
}

export const newEntry = (changes: LoreEntryChanges): StoredEntry =>
  changedEntry({ id: randomUUID(), card: {} }, changes);

/** At the end without `beforeId`. */
export function withEntry(book: StoredBook, entry: StoredEntry, beforeId: string | null): Edited {
  const at = beforeId === null ? book.entries.length : book.entries.findIndex(({ id }) => id === beforeId);
  return at === -1 ? undefined : { ...book, entries: book.entries.toSpliced(at, 0, entry) };
}

export function withoutEntry(book: StoredBook, entryId: string): Edited {
  const at = book.entries.findIndex(({ id }) => id === entryId);
  return at === -1 ? undefined : { ...book, entries: book.entries.toSpliced(at, 1) };
}

export function replacedEntry(book: StoredBook, entry: StoredEntry): Edited {
  const at = book.entries.findIndex(({ id }) => id === entry.id);
  return at === -1 ? undefined : { ...book, entries: book.entries.with(at, entry) };
}

export function movedEntry(book: StoredBook, entryId: string, beforeId: string | null): Edited {
  const entry = book.entries.find(({ id }) => id === entryId);
  const without = withoutEntry(book, entryId);
  if (entry === undefined || without === undefined) return undefined;
  return entryId === beforeId ? book : withEntry(without, entry, beforeId);
}

/** Name, description, settings, and all entries, each where it is named. */
export function changedBook(book: StoredBook, changes: Omit<LorebookChanges, 'revision' | 'note'>): StoredBook {
  const { name, description, settings } = changes;
  const before = toLoreBook({ ...book, entries: [] });
  const head = withHead(book, {
    name: name ?? before.name,
    description: description ?? before.description,
    settings: settings ?? before.settings,
  });
  return { ...head, entries: changes.entries === undefined ? book.entries : allEntries(book, changes.entries) };
}

/** An id that comes twice names the same entry only once. */
function allEntries(book: StoredBook, wanted: NonNullable<LorebookChanges['entries']>): StoredEntry[] {
  const known = new Map(book.entries.map((entry) => [entry.id, entry]));
  return wanted.map(({ id, ...changes }) => {
    const entry = id === undefined ? undefined : known.get(id);
    if (entry === undefined) return newEntry(changes);
    known.delete(entry.id);
    return changedEntry(entry, changes);
  });
}
