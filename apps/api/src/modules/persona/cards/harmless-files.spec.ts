import { base64, json, png, tEXt, zip } from '@troupe/test-kit/card-files';
import { bookOf, changedV2, SPEC_V2 } from '@troupe/test-kit/card-samples';
import { readDecorators } from '../lorebook/decorators.ts';
import { NO_BOOK, toLoreBook } from '../lorebook/stored-book.ts';
import { type CardNoticeKind } from './card-fault.ts';
import { canonicalJson } from './json-tree.ts';
import { cardToPersonaDraft } from './persona-draft.ts';
import { jsonBytes, writePngCard } from './png-card.ts';
import { type ReadCard, readCard } from './read-card.ts';
import { SET_ASIDE } from './shape-card.ts';
import { writeCharx } from './write-charx.ts';

const MEBIBYTE = 1024 * 1024;
const data = SPEC_V2['data'] as Record<string, unknown>;
const good = json(SPEC_V2);
const text = (value: string): Buffer => Buffer.from(value);
const pngCard = (value: string): Buffer => png(tEXt('chara', base64(value)));

/** What is taken and does no harm: what it must say, and what must be true of the card. */
const HARMLESS: readonly [string, () => Buffer, CardNoticeKind[], (read: ReadCard) => void][] = [
  [
    'script in every text',
    () => text(changedV2({ description: '<script>alert(1)</script>' })),
    [],
    (read) => {
      expect(read.card.data.description).toBe('<script>alert(1)</script>');
    },
  ],
  [
    'pictures elsewhere',
    () =>
      text(changedV2({ assets: [{ type: 'icon', uri: 'http://169.254.169.254/latest', name: 'main', ext: 'png' }] })),
    ['remote-assets'],
    (read) => {
      expect(read.picture).toBeNull();
      expect(read.card.data.assets?.[0]?.uri).toBe('http://169.254.169.254/latest');
    },
  ],
  [
    'a file of this machine',
    () => text(changedV2({ assets: [{ type: 'icon', uri: 'file:///etc/passwd', name: 'main', ext: 'png' }] })),
    ['remote-assets'],
    (read) => {
      expect(read.picture).toBeNull();
    },
  ],
  [
    'an asset that leads up',
    () =>
      zip([
        {
          path: 'card.json',
          data: changedV2({ assets: [{ type: 'icon', uri: 'embeded://../../x', name: 'main', ext: 'png' }] }),
        },
      ]),
    [],
    (read) => {
      expect(read.picture).toBeNull();
    },
  ],
  [
    '__proto__ at every level',
    () =>
      text(
        `{"__proto__":{"admin":true},${changedV2({ extensions: { x: 1 } })
          .slice(1)
          .replace('"x":1', '"__proto__":{"admin":true},"constructor":{"prototype":1}')}`,
      ),
    ['key-dropped'],
    (read) => {
      expect(Object.hasOwn(read.card, '__proto__')).toBe(false);
      expect(Object.hasOwn(read.card.data.extensions ?? {}, '__proto__')).toBe(false);
      expect((read.card as Record<string, unknown>)['admin']).toBeUndefined();
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
      expect(read.card.data.extensions?.['constructor']).toEqual({ prototype: 1 });
    },
  ],
  [
    'NULs and halves of characters',
    () => text(changedV2({ description: 'a\\u0000b' }).replaceAll('\\\\u', '\\u').replace('"nobody"', '"\\ud83d"')),
    ['text-mended'],
    (read) => {
      expect(read.card.data).toMatchObject({ description: 'a\uFFFDb', creator: '\uFFFD' });
    },
  ],
  [
    'a NUL in a key',
    () => text(changedV2({ extensions: { a: 1 } }).replace('"a":1', '"\\u0000a":1')),
    ['text-mended'],
    (read) => {
      expect(read.card.data.extensions).toEqual({ '\uFFFDa': 1 });
    },
  ],
  [
    'an infinite number',
    () => text(changedV2({ creation_date: 7 }).replace('"creation_date":7', '"creation_date":1e999')),
    ['text-mended'],
    (read) => {
      expect(Number.isFinite(read.card.data.creation_date)).toBe(true);
    },
  ],
  [
    'numbers as texts',
    () => text(bookOf([{ keys: ['a'], insertion_order: '100', priority: '2.5', enabled: 'true' }])),
    ['value-mended'],
    (read) => {
      expect(read.card.data.character_book?.entries[0]).toMatchObject({
        insertion_order: 100,
        priority: 2.5,
        enabled: true,
      });
    },
  ],
  [
    'texts as numbers',
    () => text(changedV2({ character_version: 1.5, name: 7 })),
    ['value-mended'],
    (read) => {
      expect(read.card.data).toMatchObject({ character_version: '1.5', name: '7' });
    },
  ],
  [
    'lists where objects belong',
    () => text(changedV2({ extensions: [1], character_book: [2], creator_notes_multilingual: [3] })),
    ['set-aside'],
    (read) => {
      expect(read.card.data.extensions?.[SET_ASIDE]).toEqual({
        extensions: [1],
        character_book: [2],
        creator_notes_multilingual: [3],
      });
    },
  ],
  [
    'objects where texts belong',
    () => text(changedV2({ description: { a: 1 }, alternate_greetings: { b: 2 }, tags: [['c']] })),
    ['set-aside'],
    (read) => {
      expect(read.card.data.extensions?.[SET_ASIDE]).toEqual({
        description: { a: 1 },
        alternate_greetings: { b: 2 },
        tags: [['c']],
      });
    },
  ],
  [
    'entries that are none',
    () => text(bookOf([null, 'x', { keys: ['a'] }, [1]])),
    ['set-aside'],
    (read) => {
      expect(read.card.data.character_book?.entries).toHaveLength(1);
    },
  ],
  [
    'a date that is a text',
    () => text(changedV2({ creation_date: '2024-01-01T00:00:00Z' })),
    ['set-aside'],
    (read) => {
      expect(read.card.data.creation_date).toBeUndefined();
    },
  ],
  [
    'null in every field',
    () => text(changedV2(Object.fromEntries(Object.keys(data).map((key) => [key, null])))),
    ['value-mended'],
    (read) => {
      expect(read.card.data).toMatchObject({ name: '', tags: [], extensions: {}, character_book: null });
    },
  ],
  [
    'a name of a megabyte',
    () => text(changedV2({ name: 'n'.repeat(MEBIBYTE) })),
    [],
    (read) => {
      expect(cardToPersonaDraft(read.card).persona.name).toHaveLength(60);
    },
  ],
  [
    '300,000 tags',
    () => text(changedV2({ tags: Array.from({ length: 300_000 }, (_, n) => `t${n}`) })),
    [],
    (read) => {
      expect(cardToPersonaDraft(read.card).persona.tags).toHaveLength(30);
    },
  ],
  [
    'a later specification',
    () => text(json({ ...SPEC_V2, spec: 'chara_card_v3', spec_version: '3.7' })),
    ['newer-spec'],
    (read) => {
      expect(read.card.spec_version).toBe('3.7');
    },
  ],
  [
    'an animation behind a picture’s end',
    () => Buffer.concat([pngCard(good), Buffer.alloc(MEBIBYTE)]),
    [],
    () => undefined,
  ],
  [
    '10,000 broken entries',
    () => text(bookOf(Array.from({ length: 10_000 }, () => ({ keys: {}, content: [], enabled: 'x' })))),
    ['set-aside'],
    (read) => {
      expect(read.notices.length).toBeLessThan(10);
    },
  ],
  [
    'examples that nobody can match',
    () => text(changedV2({ mes_example: `${'{{user}}:'.repeat(50_000)}${'\n: : :'.repeat(50_000)}` })),
    [],
    (read) => {
      expect(cardToPersonaDraft(read.card).persona.exampleDialogue.length).toBeLessThanOrEqual(100);
    },
  ],
  [
    'a hundred thousand decorators',
    () => text(bookOf([{ keys: ['a'], content: `${'@@depth x\n@@@depth 1\n'.repeat(50_000)}y` }])),
    [],
    (read) => {
      const [entry] = toLoreBook(cardToPersonaDraft(read.card).lorebook ?? NO_BOOK).entries;
      expect(entry && readDecorators(entry)).toMatchObject({ text: 'y', entry: { depth: 1, position: 'at-depth' } });
    },
  ],
];

describe('a file that would do harm', () => {
  it.each(HARMLESS)('does no harm: %s', async (_name, make, kinds, check) => {
    const read = await readCard(make());
    expect(read.notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    check(read);
    // Whatever was taken can be stored, mapped, written in every format and read again as the same.
    const stored = JSON.stringify(read.card);
    expect(stored).not.toContain('\\u0000');
    expect(stored.isWellFormed()).toBe(true);
    cardToPersonaDraft(read.card);
    const written = [jsonBytes(read.card), writePngCard(png(), read.card), writeCharx(read.card)];
    for (const again of await Promise.all(written.map(readCard))) {
      expect(canonicalJson(again.card)).toBe(canonicalJson(read.card));
    }
  });
});
