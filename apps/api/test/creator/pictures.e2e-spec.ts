import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@troupe/test-kit/actors';
import { json, zip } from '@troupe/test-kit/card-files';
import { SPEC_V3 } from '@troupe/test-kit/card-samples';
import { type S3Server, startS3Server } from '@troupe/test-kit/s3-server';
import sharp from 'sharp';
import { PurgePacksService } from '../../src/modules/persona/card-files/purge-packs.service.ts';
import { readCard } from '../../src/modules/persona/cards/read-card.ts';
import { type House, openHouse } from '../support/boot.ts';
import { draftOf, outcomeOf, pictureFile, registerCreator } from '../support/studio.ts';

describe.each(['the media folder', 'a bucket'])('pictures in %s', (kind) => {
  let house: House;
  let creator: Actor;
  let stranger: Actor;
  let folder: string;
  let bucket: S3Server | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'troupe-test-media-'));
    bucket = kind === 'a bucket' ? await startS3Server() : undefined;
    const settings = bucket && {
      S3_ENDPOINT: bucket.endpoint,
      S3_BUCKET: bucket.bucket,
      S3_REGION: bucket.region,
      S3_ACCESS_KEY_ID: bucket.accessKeyId,
      S3_SECRET_ACCESS_KEY: bucket.secretAccessKey,
    };
    house = await openHouse({ MEDIA_DIR: folder, ...settings });
    creator = await registerCreator(house, 'Maker');
    stranger = await registerCreator(house, 'Stranger');
  });
  afterAll(async () => {
    await house.close();
    await bucket?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const keptFiles = async (): Promise<string[]> =>
    bucket === undefined ? readdir(join(folder, 'uploads')) : [...bucket.files.keys()].map((path) => path.slice(8));

  it('are uploaded, served in every width, and shown on a persona and a profile', async () => {
    const uploaded = await creator.api.creator.uploadPicture(await pictureFile('#c02020'), {
      crop: { left: 0, top: 0, width: 320, height: 400 },
    });
    expect(uploaded).toMatchObject({ shape: 'portrait', widthPx: 320, heightPx: 400 });
    expect(await keptFiles()).toHaveLength(4);
    for (const { url } of uploaded.images) {
      const response = await fetch(house.origin + url);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/webp');
      expect(response.headers.get('cache-control')).toContain('immutable');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      const { format, width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect([format, (width * 5) / 4]).toEqual(['webp', height]);
    }
    const draft = await draftOf(creator, 'Red', { pictureKey: uploaded.key });
    expect(draft).toMatchObject({ portrait: uploaded.images, content: { hueDegrees: uploaded.hueDegrees } });
    expect((await creator.api.creator.changeProfile({ pictureKey: uploaded.key })).picture).toEqual(uploaded.images);
    expect((await creator.api.creator.changeProfile({ pictureKey: null })).picture).toEqual([]);
  });

  it('are only their uploader’s to use; who uploads the same has it too, in one file', async () => {
    const mine = await creator.api.creator.uploadPicture(await pictureFile('#20c020'));
    const { id, revision } = await draftOf(stranger, 'Thief');
    const steal = { pictureKey: mine.key, revision };
    expect(await outcomeOf(stranger.api.creator.savePersona(id, steal))).toBe('validation_failed');
    expect(await outcomeOf(stranger.api.creator.changeProfile({ pictureKey: mine.key }))).toBe('validation_failed');
    const before = (await keptFiles()).length;
    const theirs = await stranger.api.creator.uploadPicture(await pictureFile('#20c020'));
    expect(theirs.key).toBe(mine.key);
    expect((await keptFiles()).length).toBe(before);
    expect((await stranger.api.creator.savePersona(id, steal)).portrait).toEqual(mine.images);
  });

  it('have the files of cards beside them, which nobody is served, and which go with the last card that names them', async () => {
    const studio = creator.api.creator;
    const packs = house.get(PurgePacksService);
    const kept = async (): Promise<string[]> =>
      bucket === undefined
        ? readdir(join(folder, '.cards')).catch(() => [])
        : [...bucket.files.keys()].filter((path) => path.startsWith('.cards/')).map((path) => path.slice(7));
    const page = '<script>alert(1)</script>';
    const entries = [
      { path: 'card.json', data: json(SPEC_V3) },
      { path: 'assets/page.html', data: page },
    ];
    const card = new Blob([new Uint8Array(zip(entries))]);
    bucket?.failNext(10);
    if (bucket !== undefined) expect(await outcomeOf(studio.importCard(card))).toBe('busy');
    bucket?.failNext(0);
    const { persona, notices } = await studio.importCard(card);
    expect(notices).toEqual([]);
    const [name = ''] = await kept();
    // By chance, and not by what is in it: who made it can't know where it is.
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(createHash('sha256').update(page).digest('hex')).not.toContain(name);
    for (const path of ['.cards/', '%2ecards/', 'uploads/..%2f.cards%2f', 'uploads/../.cards/', '.cards%2f']) {
      expect([403, 404]).toContain((await fetch(`${house.origin}/media/${path}${name}`)).status);
    }
    expect(await outcomeOf(stranger.api.creator.exportCard(persona.id, 'charx'))).toBe('not_found');
    const copy = await studio.duplicate(persona.id);
    const again = await studio.importCard(card);
    expect(await kept()).toEqual([name]);
    for (const { id } of [persona, again.persona]) await studio.deletePersona(id);
    await packs.purge(null);
    const out = await readCard(Buffer.from(await (await studio.exportCard(copy.id, 'charx')).arrayBuffer()));
    expect(out.files).toEqual([{ path: 'assets/page.html', bytes: Buffer.from(page) }]);
    await studio.deletePersona(copy.id);
    bucket?.failNext(10);
    if (bucket !== undefined) expect(await outcomeOf(packs.purge(null))).toBe('busy');
    bucket?.failNext(0);
    expect(await packs.purge(creator.userId)).toBe(1);
    expect([await kept(), await house.world.query('SELECT key FROM card_pack')]).toEqual([[], []]);
  });

  it('are not there under any other name', async () => {
    for (const path of [
      'uploads/none-160.webp',
      `uploads/${'0'.repeat(32)}-160.webp`,
      'uploads/..%2f..%2fetc%2fpasswd',
      'uploads/',
    ]) {
      expect([403, 404]).toContain((await fetch(`${house.origin}/media/${path}`)).status);
    }
  });
});

describe('an upload', () => {
  let house: House;
  let creator: Actor;

  beforeAll(async () => {
    house = await openHouse();
    creator = await registerCreator(house, 'Maker');
  });
  afterAll(async () => house.close());

  const send = async (
    body: string | Uint8Array<ArrayBuffer> | ArrayBuffer | undefined,
    type: string,
    query = '',
    token = creator.session.token,
    path = '/creator/images',
  ) => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (type !== '') headers['content-type'] = type;
    const response = await fetch(`${house.origin}${path}${query}`, {
      method: 'POST',
      headers,
      ...(body === undefined ? {} : { body }),
    });
    return ((await response.json()) as { code?: string }).code ?? 'taken';
  };

  it('is what its bytes say, whatever it is called', async () => {
    const png = await (await pictureFile('#0000ff')).arrayBuffer();
    expect(await send(png, 'image/jpeg')).toBe('taken');
    expect(await send('<svg/>', 'image/png')).toBe('picture_refused');
    expect(await send('', 'image/png')).toBe('picture_refused');
    expect(await send('{}', 'application/json')).toBe('unsupported_media_type');
    expect(await send(png, 'application/octet-stream')).toBe('unsupported_media_type');
    expect(await send(undefined, '')).toBe('unsupported_media_type');
  });

  it('has bounds, told before it is read and counted while it is', async () => {
    const big = new Uint8Array(10 * 1024 * 1024 + 1).fill(0xff);
    expect(await send(big, 'image/png')).toBe('payload_too_large');
    const query = '?left=0&top=0&width=1000&height=1000';
    expect(await send(await (await pictureFile('#0000ff')).arrayBuffer(), 'image/png', query)).toBe('picture_refused');
    expect(await send('', 'image/png', '?left=0')).toBe('validation_failed');
    expect(await send('', 'image/png', '?shape=round')).toBe('validation_failed');
    expect(await send('', 'image/png', '?left=-1&top=0&width=1e9&height=NaN')).toBe('validation_failed');
  });

  it('of somebody who may not is not read at all, and a picture is no body for other routes', async () => {
    expect(await send('x', 'image/png', '', 'nonsense')).toBe('unauthenticated');
    expect(await send('x', 'image/png', '', creator.session.token, '/creator/persona')).toBe('unsupported_media_type');
  });

  it('is one of so many a day', async () => {
    const other = await registerCreator(house, 'Busy');
    await house.world.query(
      `INSERT INTO picture (owner_id, key, shape, width_px, height_px, hue_degrees, size_bytes)
       SELECT $1, 'uploads/' || md5(n::text), 'square', 1, 1, 1, 1 FROM generate_series(1, 100) n`,
      [other.userId],
    );
    expect(await outcomeOf(other.api.creator.uploadPicture(await pictureFile('#000001')))).toBe('rate_limited');
  });
});
