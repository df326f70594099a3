import {
  changedBook,
  changedEntry,
  movedEntry,
  newEntry,
  readEntry,
  replacedEntry,
  withEntry,
  withoutEntry,
} from './edit-book.ts';
import { bookOfCard, cardOfBook, NO_BOOK, packBook, type StoredBook, toLoreBook } from './stored-book.ts';

const many = (count: number): StoredBook =>
  bookOfCard({ entries: Array.from({ length: count }, (_, n) => ({ id: n, keys: [`k${n}`], content: `c${n}` })) });
const ids = (book: StoredBook | undefined): string => (book?.entries ?? []).map(({ id }) => id).join(' ');

describe('a lorebook in pieces', () => {
  it('is the same pieces for the same book, and all of them hold all entries in their order', () => {
    const book = many(2_000);
    const { head, parts } = packBook(book);
    expect(packBook(many(2_000))).toMatchObject({ head, parts });
    expect(parts.flatMap(({ content }) => content)).toEqual(book.entries);
    expect(head.parts).toEqual(parts.map(({ hash }) => hash));
    expect(parts.length).toBeGreaterThan(10);
    for (const { content } of parts) expect((content as unknown[]).length).toBeLessThanOrEqual(256);
  });

  it.each<[string, (book: StoredBook) => StoredBook | undefined]>([
    ['changed', (book) => replacedEntry(book, changedEntry({ id: '1000', card: {} }, { content: 'new' }))],
    ['added', (book) => withEntry(book, newEntry({ content: 'new' }), '1000')],
    ['removed', (book) => withoutEntry(book, '1000')],
    ['moved', (book) => movedEntry(book, '1000', '3')],
  ])('shares nearly all pieces with one in which an entry is %s', (_, edit) => {
    const book = many(2_000);
    const before = new Set(packBook(book).head.parts);
    const after = edit(book);
    const fresh = packBook(after ?? NO_BOOK).head.parts.filter((hash) => !before.has(hash));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.length).toBeLessThanOrEqual(4);
  });
});

describe('a change of a lorebook', () => {
  const book = bookOfCard({ name: 'Farm', x: 1, entries: ['a', 'b', 'c'].map((id) => ({ id, content: id, y: id })) });

  it.each([
    ['adds before another', withEntry(book, { id: 'n', card: {} }, 'b'), 'a n b c'],
    ['adds at the end', withEntry(book, { id: 'n', card: {} }, null), 'a b c n'],
    ['moves to the front', movedEntry(book, 'c', 'a'), 'c a b'],
    ['moves to the end', movedEntry(book, 'a', null), 'b c a'],
    ['moves nowhere', movedEntry(book, 'b', 'b'), 'a b c'],
    ['removes', withoutEntry(book, 'b'), 'a c'],
  ])('%s', (_, changed, expected) => {
    expect(ids(changed)).toBe(expected);
  });

  it('is none where an entry is named that isn’t there', () => {
    const none = [movedEntry(book, 'z', null), movedEntry(book, 'a', 'z'), withoutEntry(book, 'z')];
    expect([...none, withEntry(book, { id: 'n', card: {} }, 'z'), replacedEntry(book, { id: 'z', card: {} })]).toEqual(
      Array.from({ length: 5 }),
    );
  });

  it('keeps what nobody here knows, in entries that stay and in the book', () => {
    const settings = { ...toLoreBook(book).settings, isRecursive: true, matchesWholeWords: true };
    const changed = changedBook(book, { name: 'Barn', settings, entries: [{ id: 'c', order: 5 }, { content: 'new' }] });
    expect(cardOfBook(changed)).toMatchObject({ name: 'Barn', x: 1, recursive_scanning: true });
    expect(toLoreBook(changed).settings).toEqual(settings);
    expect(changed.entries[0]).toEqual({ id: 'c', card: { id: 'c', content: 'c', y: 'c', insertion_order: 5 } });
    expect(changed.entries[1] && readEntry(changed.entries[1])).toMatchObject({ content: 'new', isEnabled: true });
  });

  it('names an entry once, however often it is asked for', () => {
    const changed = changedBook(book, { entries: [{ id: 'a' }, { id: 'a' }, { id: 'zz' }] });
    expect(new Set(changed.entries.map(({ id }) => id)).size).toBe(3);
    expect(ids(changed)).toMatch(/^a \S{36} \S{36}$/);
  });
});
