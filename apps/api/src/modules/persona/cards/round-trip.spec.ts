import { apng, base64, exif, iTXt, jpeg, json, png, tEXt, webp, zip, zTXt } from '@troupe/test-kit/card-files';
import { RISU_V3, SPEC_V1, SPEC_V2, SPEC_V3, V1_SAMPLES, V2_SAMPLES, V3_SAMPLES } from '@troupe/test-kit/card-samples';
import { toV2 } from './card-versions.ts';
import type { CharacterCard } from './character-card.ts';
import { canonicalJson, isObject, type Json, type JsonObject } from './json-tree.ts';
import { personaToCard } from './persona-card.ts';
import { cardToPersonaDraft } from './persona-draft.ts';
import { jsonBytes, writePngCard } from './png-card.ts';
import { readCard } from './read-card.ts';
import { writeCharx } from './write-charx.ts';

const canonical = (value: unknown): string => canonicalJson(value as Json);
const cardOf = async (file: Buffer | string): Promise<CharacterCard> =>
  (await readCard(Buffer.from(file as string))).card;
const samples = (of: Record<string, unknown>) => Object.entries(of) as [string, { data: JsonObject } & JsonObject][];
const everySample = samples({ ...V1_SAMPLES, ...V2_SAMPLES, ...V3_SAMPLES });

describe('a V3 card', () => {
  describe.each(samples(V3_SAMPLES))('%s', (_name, sample) => {
    it.each([
      ['JSON', (card: CharacterCard) => jsonBytes(card, 2)],
      ['PNG', (card: CharacterCard) => writePngCard(png(), card)],
      ['APNG', (card: CharacterCard) => writePngCard(apng(), card)],
      ['CHARX', (card: CharacterCard) => writeCharx(card)],
    ])('is canonically the same JSON after it was read and written as %s', async (_format, write) => {
      expect(canonical(await cardOf(write(await cardOf(json(sample)))))).toBe(canonical(sample));
    });

    it('is the same after it was a persona', async () => {
      const draft = cardToPersonaDraft(await cardOf(json(sample)));
      const stored = JSON.parse(JSON.stringify(draft)) as typeof draft;
      expect(canonical(personaToCard(stored.persona, stored.lorebook, stored.cardExtras))).toBe(canonical(sample));
    });
  });
});

describe('a V2 card', () => {
  describe.each(samples(V2_SAMPLES))('%s', (_name, sample) => {
    it('has each field at its V3 place', async () => {
      const card = await cardOf(png(tEXt('chara', base64(sample))));
      expect(card.spec).toBe('chara_card_v3');
      const { character_book: book, ...fields } = sample.data;
      expect(card.data).toMatchObject(fields);
      if (!isObject(book)) return;
      const { entries, ...ofBook } = book;
      expect(card.data.character_book).toMatchObject(ofBook);
      expect(card.data.character_book?.entries).toMatchObject(entries as JsonObject[]);
    });

    it('is itself again as V2', async () => {
      const back = toV2(await cardOf(json(sample)));
      // V3 fields with V3's default say nothing in a V2 card.
      const { group_only_greetings: _, ...data } = sample.data;
      expect(canonical(back)).toBe(canonical({ ...sample, data }));
    });
  });
});

describe('a V1 card', () => {
  it('is read with all that it says, whatever its editor called it', async () => {
    const [spec, flat, pygmalion] = await Promise.all(Object.values(V1_SAMPLES).map((sample) => cardOf(json(sample))));
    expect(spec?.data).toMatchObject(SPEC_V1);
    expect(flat).toMatchObject({ talkativeness: '0.7', data: { tags: ['one', 'two'], creator_notes: 'From before' } });
    expect(pygmalion?.data).toMatchObject({ name: 'Name', first_mes: '*He raises the cup up to you*' });
  });
});

describe('a card in a picture', () => {
  const v3 = canonical(SPEC_V3);

  it.each([
    ['with a V2 card before it', png(tEXt('chara', base64(SPEC_V2)), tEXt('ccv3', base64(SPEC_V3)))],
    ['in a chunk of the other version', png(tEXt('chara', base64(SPEC_V3)))],
    ['with a keyword in other case', png(tEXt('CCV3', base64(SPEC_V3)))],
    ['in lines of base64', png(tEXt('ccv3', base64(SPEC_V3).replaceAll(/(.{76})/g, '$1\r\n')))],
    ['as plain JSON', png(iTXt('ccv3', json(SPEC_V3)))],
    ['as zTXt', png(zTXt('ccv3', base64(SPEC_V3)))],
    ['as packed iTXt', png(iTXt('ccv3', base64(SPEC_V3), true))],
    ['in an animation', apng(tEXt('ccv3', base64(SPEC_V3)))],
    ['as JSON in a WebP’s EXIF', webp(exif(Buffer.from(`ASCII\0\0\0${json(SPEC_V3)}`)))],
    ['as decimals in a WebP’s EXIF', webp(exif(Buffer.from([...Buffer.from(json(SPEC_V3))].join(','))))],
    ['as base64 in a JPEG’s EXIF', jpeg(exif(Buffer.from(base64(SPEC_V3))))],
    ['in an archive behind a JPEG', Buffer.concat([jpeg(), zip([{ path: 'card.json', data: json(SPEC_V3) }])])],
    ['with a byte order mark', Buffer.from(`\uFEFF${json(SPEC_V3)}`)],
  ])('is read %s', async (_how, file) => {
    expect(canonical(await cardOf(file))).toBe(v3);
  });

  it('is read from an older chunk when the newer is broken, and that is said', async () => {
    const { card, notices } = await readCard(png(tEXt('ccv3', '%%%'), tEXt('chara', base64(SPEC_V2))));
    expect(card.data.name).toBe('Maren');
    expect(notices.map(({ kind }) => kind)).toContain('other-card-taken');
  });

  it('replaces every older card and asset and leaves the picture alone', async () => {
    const old = png(
      tEXt('Chara', 'x'),
      zTXt('ccv3', 'y'),
      tEXt('chara-ext-asset_:1', 'eA=='),
      tEXt('Author', 'someone'),
    );
    const written = writePngCard(old, await cardOf(json(SPEC_V3)));
    const keywords = [...written.toString('latin1').matchAll(/[zti]TXt|tEXt([\w-]+)/g)].map((match) => match[1]);
    expect(keywords).toEqual(['Author', 'chara', 'ccv3']);
    const pixels = png().length - png().subarray(-12).length;
    expect(written.subarray(0, pixels)).toEqual(old.subarray(0, pixels));
  });

  it('says to a program that knows V2 only that there is more, and takes that back when it comes home alone', async () => {
    const written = writePngCard(png(), await cardOf(json(SPEC_V3)));
    const chara = /tEXtchara\0([A-Za-z0-9+/=]+)/.exec(written.toString('latin1'))?.[1] ?? '';
    const old = JSON.parse(Buffer.from(chara, 'base64').toString()) as {
      spec: string;
      data: { creator_notes: string };
    };
    expect(old.spec).toBe('chara_card_v2');
    expect(old.data.creator_notes).toMatch(/^Notes\n\nThis character card is a Character Card V3/);
    expect(JSON.stringify(old)).not.toContain('@@');
    expect((await cardOf(png(tEXt('chara', chara)))).data.creator_notes).toBe('Notes');
  });
});

describe('what comes with a card', () => {
  const picture = png();
  const files = [
    { path: 'assets/icon/image/2.png', bytes: picture },
    { path: 'assets/other/image/1.webp', bytes: Buffer.from('a bow') },
    { path: 'module.risum', bytes: Buffer.from([0x6f, 0]) },
  ];

  it('comes out of an archive and goes into one again, with the main icon as its picture', async () => {
    const packed = zip([
      { path: 'card.json', data: json(RISU_V3), isPacked: true },
      ...files.map(({ path, bytes }) => ({ path, data: bytes })),
    ]);
    const read = await readCard(packed);
    expect(read).toMatchObject({ container: 'charx', picture, files });
    expect(await readCard(writeCharx(read.card, read.files))).toEqual(read);
  });

  it('comes out of RisuAI’s chunks and goes into them again', async () => {
    const read = await readCard(png(tEXt('chara-ext-asset_:1', 'YSBib3c='), tEXt('ccv3', base64(RISU_V3))));
    expect(read.files).toEqual([{ path: '1', bytes: Buffer.from('a bow') }]);
    expect((await readCard(writePngCard(picture, read.card, read.files))).files).toEqual(read.files);
  });
});

describe('every sample', () => {
  it.each(everySample)('%s is taken without a repair, but for texts that stand for lists', async (name, sample) => {
    const { notices } = await readCard(Buffer.from(json(sample)));
    expect(notices.map(({ kind }) => kind)).toEqual(name === 'SILLYTAVERN_V1' ? ['value-mended'] : []);
  });
});
