import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { base64, exif, iTXt, json, png, tEXt, webp, zip, zTXt } from '@troupe/test-kit/card-files';

const MEBIBYTE = 1024 * 1024;
const card = (value: unknown): string => json({ spec: 'chara_card_v2', data: { name: 'A', x: value } });
/** What costs most: as large as each limit lets it be, or a little more. */
const WORST: Readonly<Record<string, () => Buffer>> = {
  'packed text that is a bomb': () => png(zTXt('ccv3', Buffer.alloc(128 * MEBIBYTE, '['))),
  'another, as iTXt': () => png(iTXt('chara', ' '.repeat(128 * MEBIBYTE), true)),
  'base64 up to the last byte': () => png(tEXt('chara', 'A'.repeat(10.6 * MEBIBYTE))),
  'two such cards': () =>
    png(tEXt('ccv3', `${'A'.repeat(11 * MEBIBYTE)}!`), tEXt('chara', `${'A\n'.repeat(5 * MEBIBYTE)}`)),
  'an asset of 30 MB that is garbage': () =>
    png(tEXt('chara', base64(card(1))), tEXt('chara-ext-asset_:1', '?'.repeat(30 * MEBIBYTE))),
  'an asset of 30 MB': () => png(tEXt('chara', base64(card(1))), tEXt('chara-ext-asset_:1', 'A'.repeat(30 * MEBIBYTE))),
  '8 MB of text': () => Buffer.from(card('x'.repeat(7 * MEBIBYTE))),
  '8 MB of text beyond Latin': () => Buffer.from(card('メ'.repeat(2.6 * MEBIBYTE))),
  '290,000 empty objects': () => Buffer.from(card(Array.from({ length: 290_000 }, () => ({})))),
  '590,000 keys': () => Buffer.from(card(Object.fromEntries(Array.from({ length: 590_000 }, (_, n) => [`k${n}`, 0])))),
  '10,000 entries': () =>
    Buffer.from(
      card({}).replace(
        '"x":{}',
        `"character_book":${json({ entries: Array.from({ length: 10_000 }, (_, n) => ({ keys: [`k${n}`], content: 'c'.repeat(500), id: `${n}`, enabled: 'yes' })) })}`,
      ),
    ),
  'decimals in EXIF': () => webp(exif(Buffer.from('123,'.repeat(7.9 * MEBIBYTE)))),
  'an archive of 48 MB of zeros': () =>
    zip([
      { path: 'card.json', data: card(1) },
      ...Array.from({ length: 47 }, (_, n) => ({ path: `a/${n}`, data: Buffer.alloc(MEBIBYTE), isPacked: true })),
    ]),
  'an archive of gigabytes': () =>
    zip([
      { path: 'card.json', data: card(1) },
      ...Array.from({ length: 900 }, (_, n) => ({
        path: `a/${n}`,
        data: Buffer.alloc(1_000),
        isPacked: true,
        sizeBytes: 0xfffffff0,
      })),
    ]),
};

/** Reads each file in a process of its own memory; says by how much its peak rose, and what each took of the processor. */
const READER = `
  const { readFile } = await import('node:fs/promises');
  const { readCard } = await import(process.argv[1]);
  const { CardFault } = await import(process.argv[2]);
  await readCard(Buffer.from('{"spec":"chara_card_v2","data":{"name":"A"}}'));
  const startRss = process.resourceUsage().maxRSS;
  const ends = [];
  for (const path of process.argv.slice(3)) {
    const file = await readFile(path);
    const startedAt = process.cpuUsage();
    const end = await readCard(file).then(() => 'taken', (error) => error instanceof CardFault ? error.kind : String(error));
    ends.push({ end, cpuMs: Math.round(process.cpuUsage(startedAt).user / 1000), peakRiseMebibytes: Math.round((process.resourceUsage().maxRSS - startRss) / 1024) });
  }
  console.log(JSON.stringify(ends));
`;
const HEAP_MEBIBYTES_MAX = 256;
/** Of the process at its peak, with the files themselves (at most 32 MB each) and what was not collected yet. */
const PEAK_RISE_MEBIBYTES_MAX = 320;
/** Of the processor, whatever else the machine does. */
const CPU_MS_MAX = 5_000;

describe('the memory that a file can cost', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'troupe-cards-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is bounded, and so is the time', async () => {
    const paths: string[] = [];
    for (const [index, make] of Object.values(WORST).entries()) {
      const path = join(folder, `${index}`);
      await writeFile(path, make());
      paths.push(path);
    }
    const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
    const args = ['--input-type=module', `--max-old-space-size=${HEAP_MEBIBYTES_MAX}`, '-e', READER];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...args, here('./read-card.ts'), here('./card-fault.ts'), ...paths],
      { timeout: 60_000 },
    );
    const ends = JSON.parse(stdout) as { end: string; cpuMs: number; peakRiseMebibytes: number }[];
    const told = Object.keys(WORST).map((name, index) => `${name}: ${JSON.stringify(ends[index])}`);
    expect(ends).toHaveLength(told.length);
    expect(told.filter((_, index) => (ends[index]?.cpuMs ?? CPU_MS_MAX) >= CPU_MS_MAX)).toEqual([]);
    expect(told.filter((_, index) => /Error/.test(ends[index]?.end ?? 'Error'))).toEqual([]);
    expect(
      told.filter((_, index) => (ends[index]?.peakRiseMebibytes ?? Number.POSITIVE_INFINITY) > PEAK_RISE_MEBIBYTES_MAX),
    ).toEqual([]);
  });
});
