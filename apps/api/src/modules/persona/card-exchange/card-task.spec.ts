import { createHash, randomBytes } from 'node:crypto';
import { LIMITS } from '@troupe/contracts/limits';
import { base64, jpeg, json, png, tEXt, zip } from '@troupe/test-kit/card-files';
import { changedV2, MINIMAL_V3, RISU_V3, SPEC_V3 } from '@troupe/test-kit/card-samples';
import { canonicalJson, type Json } from '../cards/json-tree.ts';
import { readCard } from '../cards/read-card.ts';
import { doCardTask, type ReadResult, type WriteTask } from './card-task.ts';

const MEBIBYTE = 1024 * 1024;
const PORTRAIT = Buffer.concat([png(), Buffer.from('ours')]);
/** A picture inside of the card itself. */
const EMBEDDING = {
  ...SPEC_V3,
  data: {
    ...(SPEC_V3['data'] as object),
    assets: [{ type: 'icon', uri: `data:image/png;base64,${png().toString('base64')}`, name: 'main', ext: 'png' }],
  },
};
const ICON = 'assets/icon/image/2.png';
const OUR_ICON = 'assets/icon/image/main.png';
const hostile = Buffer.from('<script>alert(1)</script>');
/** As RisuAI writes them, and what no program would. */
const FILES: Readonly<Record<string, Buffer>> = {
  [ICON]: png(tEXt('Author', 'somebody')),
  'assets/other/image/1.webp': hostile,
  'assets/emotion/images/grüße, 喜び.png': Buffer.alloc(0),
  'assets/background/audio/silence.wav': Buffer.alloc(90_000),
  'module.risum': Buffer.from([0x6f, 0]),
  'x_meta/1.json': Buffer.from('{"type": "WEBP"}'),
};
/** A deflated file of this shrinks some thirty times: no bomb. */
const shrinking = (mebibytes: number): Buffer =>
  Buffer.alloc(mebibytes * MEBIBYTE, Buffer.concat([randomBytes(1_000), Buffer.alloc(40_000)]));
const charx = (card: unknown, files: Readonly<Record<string, Buffer>> = FILES): Buffer =>
  zip([
    ...Object.entries(files).map(([path, data]) => ({ path, data })),
    { path: 'card.json', data: json(card), isPacked: true },
  ]);
const risuPng = (files: Readonly<Record<string, Buffer>>): Buffer =>
  png(
    ...Object.entries(files).map(([path, bytes]) => tEXt(`chara-ext-asset_:${path}`, bytes.toString('base64'))),
    tEXt('ccv3', base64(RISU_V3)),
  );

const hashes = (files: Readonly<Record<string, Buffer>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  );

async function taken(file: Buffer): Promise<ReadResult> {
  const result = await doCardTask({ kind: 'read', file });
  if (result.kind !== 'read') throw new Error(JSON.stringify(result));
  return result.read;
}
async function written(read: ReadResult, format: WriteTask['format'], looks: Partial<WriteTask['portrait']> = {}) {
  const { persona, lorebook, cardExtras, pack } = read;
  const portrait = { png: PORTRAIT, isNew: false, isDrawn: true, ...looks };
  const result = await doCardTask({ kind: 'write', format, persona, lorebook, cardExtras, portrait, pack });
  if (result.kind !== 'written') throw new Error(JSON.stringify(result));
  const { card, files } = await readCard(Buffer.from(result.bytes));
  const byPath = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
  return { canonical: canonicalJson(card as Json), files: hashes(byPath), sizeBytes: result.bytes.length };
}

describe('what came in with a card', () => {
  const { 'assets/emotion/images/grüße, 喜び.png': _, ...fitting } = FILES;
  const table: [string, unknown, () => Buffer, WriteTask['format'], Readonly<Record<string, Buffer>>][] = [
    ['an archive', RISU_V3, () => charx(RISU_V3), 'charx', FILES],
    [
      'an archive without an icon',
      SPEC_V3,
      () => charx(SPEC_V3, { 'a b.lua': hostile }),
      'charx',
      { 'a b.lua': hostile },
    ],
    [
      'a picture',
      RISU_V3,
      () => risuPng({ 1: hostile, 'two words': hostile }),
      'png',
      { 1: hostile, 'two words': hostile },
    ],
    ['a picture', RISU_V3, () => risuPng({ 1: hostile }), 'charx', { 1: hostile, [OUR_ICON]: PORTRAIT }],
    ['an archive', RISU_V3, () => charx(RISU_V3), 'png', fitting],
    ['an archive', RISU_V3, () => charx(RISU_V3), 'json', {}],
    ['its own text', EMBEDDING, () => Buffer.from(json(EMBEDDING)), 'png', {}],
    ['nothing', MINIMAL_V3, () => Buffer.from(json(MINIMAL_V3)), 'charx', { [OUR_ICON]: PORTRAIT }],
  ];

  it.each(table)(
    'of %s (%#) goes out again under the same paths, byte for byte',
    async (_of, card, make, format, files) => {
      const looks = { isDrawn: card !== SPEC_V3 };
      const out = await written(await taken(make()), format, looks);
      expect(out.canonical).toBe(canonicalJson(card as Json));
      expect(out.files).toEqual(hashes(files));
    },
  );

  it('goes out no larger than it came, and as an archive that is taken again', async () => {
    const text = shrinking(3);
    const file = zip([
      { path: 'card.json', data: json(SPEC_V3) },
      { path: 'a.txt', data: text, isPacked: true },
    ]);
    const out = await written(await taken(file), 'charx', { isDrawn: false });
    expect(out.files).toEqual(hashes({ 'a.txt': text }));
    expect(out.sizeBytes).toBeLessThan(file.length * 1.05);
  });

  it.each([
    ['charx', `embeded://${OUR_ICON}`, { ...FILES, [OUR_ICON]: PORTRAIT }],
    ['png', 'ccdefault:', fitting],
  ] as const)('stays, and looks another way, when the persona does: %s', async (format, uri, files) => {
    const out = await written(await taken(charx(RISU_V3)), format, { isNew: true });
    expect(out.files).toEqual(hashes(files));
    const [, ...rest] = (RISU_V3 as { data: { assets: object[] } }).data.assets;
    const { data } = JSON.parse(out.canonical) as { data: { assets: unknown } };
    expect(data.assets).toEqual([{ type: 'icon', name: 'main', ext: 'png', uri }, ...rest]);
  });

  const broken = png().subarray(0, 30);
  const dataOf = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`;
  const icons = (...named: [name: string, uri: string][]) => ({
    ...SPEC_V3,
    data: {
      ...(SPEC_V3['data'] as object),
      assets: named.map(([name, uri]) => ({ type: 'icon', uri, name, ext: 'png' })),
    },
  });
  const [red, blue] = [png(), jpeg()];
  const pictures: [string, () => Buffer, Buffer | null][] = [
    ['the main icon', () => charx(icons(['sad', 'embeded://a'], ['main', 'embeded://b']), { a: red, b: blue }), blue],
    ['the first icon', () => charx(icons(['sad', 'embeded://b'], ['mad', 'embeded://a']), { a: red, b: blue }), blue],
    ['an icon in the text of an archive', () => charx(icons(['main', dataOf(blue)]), { a: red }), blue],
    ['an icon in a JSON card', () => Buffer.from(json(icons(['main', dataOf(blue)]))), blue],
    ['an avatar of V2', () => Buffer.from(json(changedV2({ avatar: dataOf(blue) }))), blue],
    ['ours, that the card does not name', () => charx(SPEC_V3, { [OUR_ICON]: blue }), blue],
    ['none', () => charx(icons(['main', 'https://example.org/a.png']), { a: red }), null],
    ['a broken one', () => charx(icons(['main', 'embeded://a']), { a: broken }), null],
    ['half of one', () => Buffer.from(json(icons(['main', dataOf(broken)]))), null],
  ];

  it.each(pictures)('shows %s', async (what, make, shown) => {
    const { picture, notices } = await taken(make());
    expect(picture === null ? null : Buffer.from(picture)).toEqual(shown);
    const isLeft = notices.some(({ kind }) => kind === 'picture-left');
    expect(isLeft).toBe(what === 'a broken one' || what === 'half of one');
  });

  it('is left out of a picture that nobody would take any more', async () => {
    const out = await written(
      await taken(charx(RISU_V3, { a: Buffer.alloc(13 * MEBIBYTE), b: Buffer.alloc(13 * MEBIBYTE) })),
      'png',
    );
    expect(out.files).toEqual({});
  });

  it.each([
    [
      'too many',
      'too-many',
      () => Object.fromEntries(Array.from({ length: LIMITS.cardFilesMax + 1 }, (_, n) => [n, hostile])),
      'more than 900 files',
    ],
    ['one too large', 'too-large', () => ({ a: shrinking(17) }), 'larger than 16 MB'],
    [
      'too much together',
      'too-large',
      () => ({ a: shrinking(12), b: shrinking(12), c: shrinking(9) }),
      'larger than 32 MB',
    ],
    [
      'more than is unpacked',
      'bomb',
      () => ({ a: shrinking(16), b: shrinking(16), c: shrinking(17) }),
      'more than 48 MB',
    ],
  ])('is refused when it is %s, with its limit', async (_what, fault, make, limit) => {
    const entries = Object.entries<Buffer>(make()).map(([path, data]) => ({
      path,
      data,
      isPacked: data.length > MEBIBYTE,
    }));
    const file = zip([{ path: 'card.json', data: json(SPEC_V3) }, ...entries]);
    expect(await doCardTask({ kind: 'read', file })).toMatchObject({
      ...{ kind: 'fault', fault },
      message: expect.stringContaining(limit),
    });
  });
});
