import { deflateSync } from 'node:zlib';
import {
  base64,
  exif,
  iTXt,
  jpeg,
  json,
  png,
  pngChunk,
  tEXt,
  webp,
  type ZipEntry,
  zip,
  zTXt,
} from '@troupe/test-kit/card-files';
import { SPEC_V2 } from '@troupe/test-kit/card-samples';
import { CardFault, type CardFaultKind, type CardNoticeKind } from './card-fault.ts';
import { canonicalJson } from './json-tree.ts';
import { cardToPersonaDraft } from './persona-draft.ts';
import { jsonBytes, writePngCard } from './png-card.ts';
import { type ReadCard, readCard } from './read-card.ts';
import { SET_ASIDE } from './shape-card.ts';
import { writeCharx } from './write-charx.ts';

const MEBIBYTE = 1024 * 1024;
const ENCRYPTION_HEADER_BYTES = 12;
const data = SPEC_V2['data'] as Record<string, unknown>;
const good = json(SPEC_V2);
const text = (value: string): Buffer => Buffer.from(value);
const v2 = (changes: Record<string, unknown>): string => json({ ...SPEC_V2, data: { ...data, ...changes } });
const book = (entries: unknown): string => v2({ character_book: { entries } });
const card: ZipEntry = { path: 'card.json', data: good };
const flipped = (file: Buffer, at: number): Buffer =>
  Buffer.from(file.map((byte, index) => (index === at ? byte ^ 1 : byte)));
const repeated = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(',');
const pngCard = (value: string): Buffer => png(tEXt('chara', base64(value)));

/** What must be refused, and as what. */
const REFUSED: readonly [string, CardFaultKind, () => Buffer][] = [
  ['nothing at all', 'unknown-format', () => Buffer.alloc(0)],
  ['one byte', 'unknown-format', () => Buffer.from([0x89])],
  ['a program', 'unknown-format', () => text('#!/bin/sh\nrm -rf /')],
  ['a page with script', 'unknown-format', () => text('<script>alert(1)</script>')],
  ['a picture in SVG', 'unknown-format', () => text('<svg onload="alert(1)"/>')],
  ['a GIF', 'unknown-format', () => text('GIF89a')],
  ['a file beyond the limit', 'too-large', () => Buffer.alloc(32 * MEBIBYTE + 1)],
  // PNG
  ['a picture without a card', 'no-card', () => png()],
  ['a signature and nothing more', 'broken-picture', () => png().subarray(0, 8)],
  ['a picture cut off', 'broken-picture', () => pngCard(good).subarray(0, 300)],
  ['a picture without its end', 'broken-picture', () => png().subarray(0, -12)],
  [
    'a picture that begins in the middle',
    'broken-picture',
    () => Buffer.concat([png().subarray(0, 8), tEXt('chara', 'e30=')]),
  ],
  [
    'a chunk of four gigabytes',
    'broken-picture',
    () => png(pngChunk('tEXt', 'chara\0e30=', { lengthBytes: 0xffffffff })),
  ],
  [
    'a chunk that is longer than the file',
    'broken-picture',
    () => png(pngChunk('tEXt', 'chara\0e30=', { lengthBytes: 5_000 })),
  ],
  ['a wrong checksum', 'broken-picture', () => png(pngChunk('tEXt', `chara\0${base64(good)}`, { crc: 1 }))],
  ['a flipped bit in the card', 'broken-picture', () => flipped(pngCard(good), 200)],
  ['a chunk without a name', 'broken-picture', () => png(pngChunk('\0\0\0\0', 'x'))],
  ['50,000 chunks', 'too-many', () => png(...Array.from({ length: 50_000 }, () => pngChunk('tEXt', 'a\0b')))],
  ['50,000 chunks that say chara', 'too-many', () => png(...Array.from({ length: 50_000 }, () => tEXt('chara', '!')))],
  ['a text that unpacks to 60 MB', 'bomb', () => png(zTXt('chara', Buffer.alloc(60 * MEBIBYTE)))],
  ['another text that does', 'bomb', () => png(iTXt('ccv3', '{'.repeat(40 * MEBIBYTE), true))],
  ['a packed text that is damaged', 'broken-picture', () => png(pngChunk('zTXt', 'chara\0\0garbage'))],
  [
    'a text packed in an unknown way',
    'broken-picture',
    () => png(pngChunk('zTXt', Buffer.concat([text('chara\0\x07'), deflateSync('e30=')]))),
  ],
  ['an iTXt without its parts', 'broken-picture', () => png(pngChunk('iTXt', 'chara\0\0\0'))],
  ['an asset of garbage', 'broken-text', () => png(tEXt('chara-ext-asset_:1', '<?>'), tEXt('chara', base64(good)))],
  // text
  ['garbage for base64', 'broken-text', () => png(tEXt('chara', 'ä!ö?'))],
  ['base64 with its padding in the middle', 'broken-text', () => png(tEXt('chara', 'e30=e30='))],
  ['20 MB of garbage for base64', 'too-large', () => png(tEXt('chara', '!'.repeat(20 * MEBIBYTE)))],
  ['10 MB of base64 that ends in garbage', 'broken-text', () => png(tEXt('chara', `${'A'.repeat(10 * MEBIBYTE)}!`))],
  ['an empty text', 'broken-text', () => png(tEXt('chara', ''))],
  ['invalid UTF-8', 'broken-text', () => png(tEXt('chara', Buffer.from([0x7b, 0x22, 0xff, 0xfe]).toString('base64')))],
  ['overlong UTF-8', 'broken-text', () => Buffer.concat([text('{"name":"'), Buffer.from([0xc0, 0x80]), text('"}')])],
  ['UTF-16', 'unknown-format', () => Buffer.from(`\uFEFF${good}`, 'utf16le')],
  // JSON
  ['JSON that is cut off', 'broken-json', () => text(good.slice(0, -5))],
  ['JSON with a comment', 'broken-json', () => text(`{/* x */${good.slice(1)}`)],
  ['a million brackets', 'too-deep', () => text(`{"a":${'['.repeat(1_000_000)}`)],
  ['65 objects in each other', 'too-deep', () => text(`${'{"data":'.repeat(65)}1${'}'.repeat(65)}`)],
  ['two million empty lists', 'too-many', () => text(`{"a":[${'[],'.repeat(2_000_000)}[]]}`)],
  ['700,000 keys', 'too-many', () => text(`{${repeated(700_000, (n) => `"${n}":0`)}}`)],
  ['a card of 9 MB', 'too-large', () => text(v2({ description: 'x'.repeat(9 * MEBIBYTE) }))],
  [
    '100,000 entries in the book',
    'too-many',
    () => text(book(Array.from({ length: 100_000 }, () => ({ keys: ['a'] })))),
  ],
  ['10,001 entries in the book', 'too-many', () => text(book(Array.from({ length: 10_001 }, () => ({ keys: ['a'] }))))],
  ['an object that is no card', 'not-a-card', () => text('{"hello":"world"}')],
  ['an array', 'unknown-format', () => text('[1,2,3]')],
  ['an array in a picture', 'not-a-card', () => png(tEXt('chara', base64([1])))],
  ['null in a picture', 'not-a-card', () => png(tEXt('chara', base64('null')))],
  ['a list where a card’s data belong', 'not-a-card', () => text(json({ ...SPEC_V2, data: [data] }))],
  ['text where a card’s data belong', 'not-a-card', () => text(json({ ...SPEC_V2, data: 'x' }))],
  ['a card of an unknown kind', 'unsupported-spec', () => text(json({ ...SPEC_V2, spec: 'chara_card_v9' }))],
  ['a lorebook', 'not-a-card', () => text(json({ spec: 'lorebook_v3', data: { entries: [] } }))],
  ['SillyTavern’s world info', 'not-a-card', () => text(json({ entries: { 0: { key: ['a'] } }, name: 'World' }))],
  // CHARX
  ['an archive without a card', 'no-card', () => zip([{ path: 'readme.txt', data: 'x' }])],
  ['a card in a folder', 'no-card', () => zip([{ path: 'a/card.json', data: good }])],
  [
    'a zip bomb',
    'bomb',
    () => zip([card, { path: 'assets/a.png', data: Buffer.alloc(20 * MEBIBYTE), isPacked: true }]),
  ],
  ['a card that is a bomb', 'bomb', () => zip([{ path: 'card.json', data: ' '.repeat(7 * MEBIBYTE), isPacked: true }])],
  [
    'a card.json of 9 MB',
    'too-large',
    () => zip([{ path: 'card.json', data: v2({ description: 'x'.repeat(9 * MEBIBYTE) }) }]),
  ],
  [
    'many files that are too much together',
    'bomb',
    () =>
      zip([
        card,
        ...Array.from({ length: 60 }, (_, n) => ({
          path: `assets/${n}`,
          data: Buffer.alloc(MEBIBYTE),
          isPacked: true,
        })),
      ]),
  ],
  [
    'a file that says it is small',
    'broken-archive',
    () => zip([card, { path: 'a', data: Buffer.alloc(MEBIBYTE), isPacked: true, sizeBytes: 10 }]),
  ],
  [
    'a file that says it is large',
    'broken-archive',
    () => zip([card, { path: 'a', data: 'x', isPacked: true, sizeBytes: 1_000_000 }]),
  ],
  ['a card that says it is four gigabytes', 'bomb', () => zip([{ ...card, isPacked: true, sizeBytes: 0xfffffff0 }])],
  ['a wrong checksum in an archive', 'broken-archive', () => zip([{ ...card, crc: 1 }])],
  ['a path that leads up', 'unsafe-archive', () => zip([card, { path: '../../etc/passwd', data: 'x' }])],
  ['a path that leads up within', 'unsafe-archive', () => zip([card, { path: 'assets/../../x', data: 'x' }])],
  ['an absolute path', 'unsafe-archive', () => zip([card, { path: '/etc/passwd', data: 'x' }])],
  ['a path of another system', 'unsafe-archive', () => zip([card, { path: 'assets\\..\\x', data: 'x' }])],
  ['a drive', 'unsafe-archive', () => zip([card, { path: 'C:/x', data: 'x' }])],
  ['a NUL in a path', 'unsafe-archive', () => zip([card, { path: 'a\0.png', data: 'x' }])],
  ['a path of 600 characters', 'unsafe-archive', () => zip([card, { path: 'a'.repeat(600), data: 'x' }])],
  ['a link', 'unsafe-archive', () => zip([card, { path: 'link', data: '/etc/passwd', mode: 0o120777 }])],
  ['the card twice', 'unsafe-archive', () => zip([card, { ...card, data: '{}' }])],
  [
    'an encrypted archive',
    'encrypted',
    () => zip([{ ...card, flags: 0x801, sizeBytes: Buffer.byteLength(good) - ENCRYPTION_HEADER_BYTES }]),
  ],
  ['a strongly encrypted archive', 'broken-archive', () => zip([{ ...card, flags: 0x841 }])],
  ['an unknown way of packing', 'broken-archive', () => zip([{ ...card, method: 99 }])],
  [
    '5,000 files',
    'too-many',
    () => zip([card, ...Array.from({ length: 5_000 }, (_, n) => ({ path: `${n}`, data: '' }))]),
  ],
  ['an archive that counts wrongly', 'broken-archive', () => zip([card], { count: 900 })],
  ['an archive whose directory is elsewhere', 'broken-archive', () => zip([card], { directoryAt: 0xfffffff })],
  ['an archive cut off', 'broken-archive', () => zip([card]).subarray(0, -30)],
  [
    'a bomb behind a JPEG',
    'bomb',
    () => Buffer.concat([jpeg(), zip([card, { path: 'a', data: Buffer.alloc(20 * MEBIBYTE), isPacked: true }])]),
  ],
  // EXIF
  ['a JPEG without a card', 'no-card', () => jpeg()],
  ['a WebP chunk of four gigabytes', 'broken-picture', () => webp(exif(text(good)), { lengthBytes: 0xffffffff })],
  ['an EXIF value of four gigabytes', 'broken-picture', () => webp(exif(text(good), { lengthBytes: 0xffffffff }))],
  ['an EXIF directory outside', 'broken-picture', () => webp(exif(text(good), { directoryAt: 0xfffffff0 }))],
  ['65,535 EXIF tags', 'too-many', () => webp(exif(text(good), { tags: 0xffff }))],
  ['an EXIF directory that leads to itself', 'no-card', () => jpeg(exif(text(good), { directoryAt: 8 }))],
  ['EXIF that is none', 'broken-picture', () => jpeg(text('garbage and more of it'))],
  ['garbage in a comment', 'broken-text', () => jpeg(exif(text('(c) somebody, 2023')))],
];

/** What is taken and does no harm: what it must say, and what must be true of the card. */
const HARMLESS: readonly [string, () => Buffer, CardNoticeKind[], (read: ReadCard) => void][] = [
  [
    'script in every text',
    () => text(v2({ description: '<script>alert(1)</script>' })),
    [],
    (read) => {
      expect(read.card.data.description).toBe('<script>alert(1)</script>');
    },
  ],
  [
    'pictures elsewhere',
    () => text(v2({ assets: [{ type: 'icon', uri: 'http://169.254.169.254/latest', name: 'main', ext: 'png' }] })),
    ['remote-assets'],
    (read) => {
      expect(read.picture).toBeNull();
      expect(read.card.data.assets?.[0]?.uri).toBe('http://169.254.169.254/latest');
    },
  ],
  [
    'a file of this machine',
    () => text(v2({ assets: [{ type: 'icon', uri: 'file:///etc/passwd', name: 'main', ext: 'png' }] })),
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
          data: v2({ assets: [{ type: 'icon', uri: 'embeded://../../x', name: 'main', ext: 'png' }] }),
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
        `{"__proto__":{"admin":true},${v2({ extensions: { x: 1 } })
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
    () => text(v2({ description: 'a\\u0000b' }).replaceAll('\\\\u', '\\u').replace('"nobody"', '"\\ud83d"')),
    ['text-mended'],
    (read) => {
      expect(read.card.data).toMatchObject({ description: 'a\uFFFDb', creator: '\uFFFD' });
    },
  ],
  [
    'a NUL in a key',
    () => text(v2({ extensions: { a: 1 } }).replace('"a":1', '"\\u0000a":1')),
    ['text-mended'],
    (read) => {
      expect(read.card.data.extensions).toEqual({ '\uFFFDa': 1 });
    },
  ],
  [
    'an infinite number',
    () => text(v2({ creation_date: 7 }).replace('"creation_date":7', '"creation_date":1e999')),
    ['text-mended'],
    (read) => {
      expect(Number.isFinite(read.card.data.creation_date)).toBe(true);
    },
  ],
  [
    'numbers as texts',
    () => text(book([{ keys: ['a'], insertion_order: '100', priority: '2.5', enabled: 'true' }])),
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
    () => text(v2({ character_version: 1.5, name: 7 })),
    ['value-mended'],
    (read) => {
      expect(read.card.data).toMatchObject({ character_version: '1.5', name: '7' });
    },
  ],
  [
    'lists where objects belong',
    () => text(v2({ extensions: [1], character_book: [2], creator_notes_multilingual: [3] })),
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
    () => text(v2({ description: { a: 1 }, alternate_greetings: { b: 2 }, tags: [['c']] })),
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
    () => text(book([null, 'x', { keys: ['a'] }, [1]])),
    ['set-aside'],
    (read) => {
      expect(read.card.data.character_book?.entries).toHaveLength(1);
    },
  ],
  [
    'a date that is a text',
    () => text(v2({ creation_date: '2024-01-01T00:00:00Z' })),
    ['set-aside'],
    (read) => {
      expect(read.card.data.creation_date).toBeUndefined();
    },
  ],
  [
    'null in every field',
    () => text(v2(Object.fromEntries(Object.keys(data).map((key) => [key, null])))),
    ['value-mended'],
    (read) => {
      expect(read.card.data).toMatchObject({ name: '', tags: [], extensions: {}, character_book: null });
    },
  ],
  [
    'a name of a megabyte',
    () => text(v2({ name: 'n'.repeat(MEBIBYTE) })),
    [],
    (read) => {
      expect(cardToPersonaDraft(read.card).persona.name).toHaveLength(60);
    },
  ],
  [
    '300,000 tags',
    () => text(v2({ tags: Array.from({ length: 300_000 }, (_, n) => `t${n}`) })),
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
    () => text(book(Array.from({ length: 10_000 }, () => ({ keys: {}, content: [], enabled: 'x' })))),
    ['set-aside'],
    (read) => {
      expect(read.notices.length).toBeLessThan(10);
    },
  ],
  [
    'examples that nobody can match',
    () => text(v2({ mes_example: `${'{{user}}:'.repeat(50_000)}${'\n: : :'.repeat(50_000)}` })),
    [],
    (read) => {
      expect(cardToPersonaDraft(read.card).persona.exampleDialogue.length).toBeLessThanOrEqual(100);
    },
  ],
  [
    'a hundred thousand decorators',
    () => text(book([{ keys: ['a'], content: `${'@@depth x\n@@@depth 1\n'.repeat(50_000)}y` }])),
    [],
    (read) => {
      expect(cardToPersonaDraft(read.card).lorebook?.entries[0]).toMatchObject({ content: 'y', depth: 1 });
    },
  ],
];

describe('a hostile file', () => {
  it('comes in more than fifty kinds', () => {
    expect(REFUSED.length + HARMLESS.length).toBeGreaterThan(100);
  });

  it.each(REFUSED)('is refused: %s (%s)', async (_name, kind, make) => {
    const file = make();
    const fault = await readCard(file).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(CardFault);
    expect(fault).toMatchObject({ kind, message: expect.stringMatching(/^[A-Z].{10,120}\.$/) as string });
  });

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
