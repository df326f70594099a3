import type { FieldChange } from '@troupe/contracts/persona-diff';
import { CARD_FIELDS } from './card-entry.ts';
import { readEntry } from './edit-book.ts';
import { type StoredBook, type StoredEntry, toLoreBook } from './stored-book.ts';
import type { LoreFields } from './types.ts';

const CHANGES_MAX = 100;
const NAMES = Object.keys(CARD_FIELDS) as (keyof LoreFields)[];

/**
 * What is different in `after`: of the book, then entry by entry, and whether some only changed places. Entries that both have alike may be left out of both.
 * The first 100; `lorebook.more` says how many there are besides.
 */
export function diffBooks(before: StoredBook, after: StoredBook): FieldChange[] {
  const [olds, news] = [before, after].map((book) => new Map(book.entries.map((entry) => [entry.id, entry])));
  const ids = [...new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])])];
  const all = [
    ...diffHeads(before, after),
    ...ids.flatMap((id) => diffEntries(id, olds?.get(id), news?.get(id))),
    ...(isReordered(before, after) ? [{ field: 'lorebook.order', before: null, after: 'changed' }] : []),
  ];
  if (all.length <= CHANGES_MAX) return all;
  return [...all.slice(0, CHANGES_MAX), { field: 'lorebook.more', before: null, after: all.length - CHANGES_MAX }];
}

function diffHeads(before: StoredBook, after: StoredBook): FieldChange[] {
  const [old, now] = [toLoreBook({ ...before, entries: [] }), toLoreBook({ ...after, entries: [] })];
  const names = Object.keys(now.settings) as (keyof typeof now.settings)[];
  return [
    ...changeOf('lorebook.name', old.name, now.name),
    ...changeOf('lorebook.description', old.description, now.description),
    ...names.flatMap((name) => changeOf(`lorebook.settings.${name}`, old.settings[name], now.settings[name])),
  ];
}

function diffEntries(id: string, before: StoredEntry | undefined, after: StoredEntry | undefined): FieldChange[] {
  const field = `lorebook.entries.${id}`;
  const [old, now] = [before && readEntry(before), after && readEntry(after)];
  if (old !== undefined && now !== undefined) {
    return NAMES.flatMap((name) => changeOf(`${field}.${name}`, old[name], now[name]));
  }
  const brief = (entry: LoreFields | undefined) =>
    entry === undefined ? null : { name: entry.name, keys: entry.keys, content: entry.content };
  return [{ field, before: brief(old), after: brief(now) }];
}

function isReordered(before: StoredBook, after: StoredBook): boolean {
  const idsOf = (book: StoredBook, other: StoredBook): string => {
    const there = new Set(other.entries.map(({ id }) => id));
    return book.entries
      .filter(({ id }) => there.has(id))
      .map(({ id }) => id)
      .join(' ');
  };
  return idsOf(before, after) !== idsOf(after, before);
}

function changeOf(field: string, before: unknown, after: unknown): FieldChange[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
}
