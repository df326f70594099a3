import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { renderPicture } from './render-picture.ts';

const SECRET = 'Where it was taken';
const plain = (width: number, height: number, background = '#c03020') =>
  sharp({ create: { width, height, channels: 3, background } });

/** Left half red, right half blue. */
async function halves(width: number, height: number): Promise<Sharp> {
  const blue = await plain(width / 2, height, '#0000ff')
    .png()
    .toBuffer();
  return plain(width, height, '#ff0000').composite([{ input: blue, left: width / 2, top: 0 }]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG that says it is this large and is not there at all. */
function hollowPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([mark, ...parts]);
}

const reasonOf = async (bytes: Buffer): Promise<unknown> =>
  renderPicture(bytes, 'portrait', undefined).then(
    () => 'taken',
    (error: { details?: { reason?: string } }) => error.details?.reason,
  );

describe('renderPicture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('makes a 4:5 portrait in every width of a %s', async (format) => {
    const { renderings, widthPx, heightPx } = await renderPicture(
      await plain(1_600, 1_200).toFormat(format).toBuffer(),
      'portrait',
      undefined,
    );
    expect({ widthPx, heightPx }).toEqual({ widthPx: 800, heightPx: 1_000 });
    const sizes = await Promise.all(renderings.map(async ({ bytes }) => sharp(bytes).metadata()));
    expect(sizes.map(({ format: made, width, height }) => ({ made, width, height }))).toEqual(
      [160, 320, 640, 800].map((width) => ({ made: 'webp', width, height: (width * 5) / 4 })),
    );
  });

  it('leaves nothing of what was in the file besides its pixels', async () => {
    const bytes = await plain(400, 500)
      .withExif({ IFD0: { ImageDescription: SECRET }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${SECRET}</a></x:xmpmeta>`)
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const laden = Buffer.concat([bytes, Buffer.from(`<script>${SECRET}</script>`)]);
    expect(laden.includes(SECRET)).toBe(true);
    for (const { bytes: made } of (await renderPicture(laden, 'square', undefined)).renderings) {
      const { exif, xmp, icc, iptc } = await sharp(made).metadata();
      expect({ exif, xmp, icc, iptc }).toEqual({});
      expect(made.includes(SECRET)).toBe(false);
    }
  });

  it('turns a picture the right way up, and crops what people saw', async () => {
    // Orientation 6: shown turned clockwise, so the left half is on top.
    const bytes = await (await halves(1_000, 400)).withMetadata({ orientation: 6 }).png().toBuffer();
    const top = await renderPicture(bytes, 'free', { left: 0, top: 0, width: 400, height: 500 });
    const bottom = await renderPicture(bytes, 'free', { left: 0, top: 500, width: 400, height: 500 });
    expect([top.widthPx, top.heightPx]).toEqual([400, 500]);
    // Red is at 29 degrees, blue at 264; what is counted as dominant is a box of colours.
    expect(Math.abs(top.hueDegrees - 29)).toBeLessThan(5);
    expect(Math.abs(bottom.hueDegrees - 264)).toBeLessThan(5);
  });

  it('names the same content alike, and another crop differently', async () => {
    const bytes = await (await halves(800, 1_000)).png().toBuffer();
    const crop = { left: 0, top: 0, width: 400, height: 500 };
    const [first, again, other] = await Promise.all([
      renderPicture(bytes, 'portrait', crop),
      renderPicture(bytes, 'portrait', crop),
      renderPicture(bytes, 'portrait', { ...crop, left: 200 }),
    ]);
    expect(again.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
  });

  it('takes only the first picture of a moving one, and makes none larger than it is', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00'].map(async (colour) => plain(200, 200, colour).png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    const { widthPx, renderings } = await renderPicture(moving, 'square', undefined);
    expect(widthPx).toBe(200);
    expect((await sharp(renderings[3]?.bytes).metadata()).pages).toBeUndefined();
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'not_a_picture'],
    ['text', () => Buffer.from('hello'), 'not_a_picture'],
    [
      'an SVG, with what it may ask for',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      'not_a_picture',
    ],
    ['a GIF', async () => plain(200, 200).gif().toBuffer(), 'not_a_picture'],
    ['a TIFF', async () => plain(200, 200).tiff().toBuffer(), 'not_a_picture'],
    [
      'HTML that begins like a JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html>')]),
      'broken',
    ],
    [
      'a PNG without its end',
      async () => (await plain(900, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 40_000),
      'broken',
    ],
    ['a JPEG without its end', async () => (await plain(900, 900).jpeg().toBuffer()).subarray(0, 2_000), 'broken'],
    ['a PNG whose pixels are not there', () => hollowPng(1_000, 1_000), 'broken'],
    ['a bomb of 2,000 million pixels', () => hollowPng(50_000, 40_000), 'too_many_pixels'],
    ['one pixel too many', () => hollowPng(40_000, 1_001), 'too_many_pixels'],
    ['a picture for ants', async () => plain(100, 100).png().toBuffer(), 'too_small'],
  ])('refuses %s', async (_, make, reason) => {
    expect(await reasonOf(await make())).toBe(reason);
  });

  it('refuses a crop outside of the picture, and one that leaves too little', async () => {
    const bytes = await plain(400, 500).png().toBuffer();
    const crop = { left: 0, top: 0, width: 400, height: 500 };
    await expect(renderPicture(bytes, 'portrait', { ...crop, left: 1 })).rejects.toMatchObject({
      details: { reason: 'crop_outside' },
    });
    await expect(renderPicture(bytes, 'portrait', { ...crop, width: 10 })).rejects.toMatchObject({
      details: { reason: 'too_small' },
    });
  });

  it('decodes a real bomb of few bytes within bounds of memory', async () => {
    // 40 million pixels in some 40 kB: the most that is let in.
    const bomb = await plain(8_000, 5_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    const { widthPx } = await renderPicture(bomb, 'portrait', undefined);
    expect(widthPx).toBe(800);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });
});
