import { deflateSync } from 'node:zlib';
import { pdfOf } from '@troupe/test-kit/pdf-file';
import { extract } from './extract.ts';
import { FileRefused } from './refusal.ts';
import { runExtract } from './run-extract.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
const PAGE = 'BT /F1 12 Tf 50 700 Td (The foghorn was cast in Aber-) Tj 0 -14 Td (deen in 1931.) Tj ET';

describe('what a file says', () => {
  it.each([
    ['a plain text', bytesOf('One.\r\n\r\n\r\nTwo  three.'), 'txt', ['One.\nTwo three.']],
    ['marks that nobody sees', bytesOf('La\u200bmp \u202eon\u0007 🙋🏽‍♀️'), 'txt', ['Lamp on 🙋🏽‍♀️']],
    ['UTF-8 with a mark in front', bytesOf('\ufeffÜber alles'), 'txt', ['Über alles']],
    [
      'a broken byte in a long text',
      Buffer.concat([bytesOf('word '.repeat(100)), Buffer.of(0xff), bytesOf('end')]),
      'txt',
      [`${'word '.repeat(100)}end`],
    ],
    ['the old Western encoding', Buffer.from('Caf\xe9 \x93noir\x94', 'latin1'), 'txt', ['Café “noir”']],
    ['UTF-16', utf16('Лампа горит'), 'txt', ['Лампа горит']],
    ['Markdown', bytesOf('# Lamp\n\nIt [burns](https://x.example).'), 'md', ['# Lamp\nIt [burns](https://x.example).']],
    [
      'a table',
      bytesOf('dish;price\n"Herring; ""fresh""";4\n\nPie;9\n'),
      'csv',
      ['dish: Herring; "fresh"; price: 4\ndish: Pie; price: 9'],
    ],
    [
      'sentences with a comma each',
      bytesOf('The lamp is lit at six, always.\nOn Sundays, it stays dark.\n'),
      'txt',
      ['The lamp is lit at six, always. On Sundays, it stays dark.'],
    ],
    ['a table of two small words', bytesOf('q,a\nWho?,Me'), 'csv', ['q: Who?; a: Me']],
    ['a letter', bytesOf('x'), 'txt', ['x']],
    ['a table without names', bytesOf('1,herring\n2,pie\n'), 'csv', ['1; herring\n2; pie']],
    ['an empty cell between tabs', bytesOf('dish\tside\tprice\npie\t\tnine\n'), 'csv', ['dish: pie; price: nine']],
    [
      'values on lines',
      bytesOf('{"messages":[{"role":"user","content":"Hi\\nyou"}],"n":1}\n'),
      'jsonl',
      ['role: user; content: Hi you; n: 1'],
    ],
    ['a PDF', pdfOf(PAGE), 'pdf', ['The foghorn was cast in Aberdeen in 1931.']],
    [
      'a PDF behind other bytes',
      Buffer.concat([bytesOf('\n\n'), pdfOf(PAGE)]),
      'pdf',
      ['The foghorn was cast in Aberdeen in 1931.'],
    ],
  ])('is read from %s', async (_, bytes, kind, passages) => {
    expect(await extract(Uint8Array.from(bytes))).toMatchObject({ kind, passages });
  });

  it('is cut into passages of a sensible size, in whole sentences that overlap, and nothing is lost', async () => {
    const sentences = Array.from(
      { length: 200 },
      (_, n) => `Sentence number ${n} tells what the keeper saw that night.`,
    );
    const { passages } = await extract(bytesOf(sentences.join(' ')));
    for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(1_100);
    for (const sentence of sentences) expect(passages.some((passage) => passage.includes(sentence))).toBe(true);
    for (const [n, passage] of passages.slice(1).entries()) {
      expect(passages[n]).toContain(passage.split('. ')[0]);
    }
    // Without a space to cut at, and in a script that says more with a sign.
    for (const text of [`${'lamp'.repeat(2_000)} lamp`, '灯塔看守人'.repeat(1_000), `${'🙂'.repeat(3_000)} lamp`]) {
      const cut = (await extract(bytesOf(text))).passages;
      expect(cut.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      for (const passage of cut) expect(passage.length).toBeLessThanOrEqual(1_100);
    }
  });

  const reasonOf = (run: Promise<unknown>): Promise<string> =>
    run.then(
      () => 'taken',
      (error: unknown) => (error instanceof FileRefused ? error.reason : String(error)),
    );

  it.each([
    [
      'a PDF with a password',
      pdfOf(
        PAGE,
        '/Encrypt<</Filter/Standard/V 1/R 2/O(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)/U(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)/P -4>>/ID[(a)(b)]',
      ),
      'locked',
    ],
    ['a PDF that is a picture only', pdfOf('0 0 100 100 re f'), 'no_text'],
    ['what only begins like a PDF', bytesOf('%PDF-1.7\nxref'), 'broken'],
    ['controls', bytesOf(`lamp${'\u0001\u0002'.repeat(10)}`), 'not_text'],
    ['a list with a broken line', bytesOf(`${'{"a":"b"}\n'.repeat(60)}{"a":\n`), 'broken'],
    ['values that are nested deeply', bytesOf(`${'{"a":'.repeat(9)}1${'}'.repeat(9)}`), 'too_heavy'],
    ['punctuation', bytesOf('… !!! —'), 'no_text'],
  ])('is refused of %s', async (_, bytes, reason) => {
    expect(await reasonOf(extract(Uint8Array.from(bytes)))).toBe(reason);
  });

  it('is given up when it takes too much memory or too long, and its thread with it', async () => {
    const blank = deflateSync(Buffer.alloc(150_000_000, ' '), { level: 9 });
    const bomb = pdfOf(deflateSync(blank), '', '/Filter[/FlateDecode/FlateDecode]');
    expect(bomb.length).toBeLessThan(3_000);
    const before = process.memoryUsage().rss;
    expect(await reasonOf(runExtract(Uint8Array.from(bomb), { buffersMaxBytes: 32_000_000 }))).toBe('too_heavy');
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
    expect(await reasonOf(runExtract(bytesOf('word '.repeat(300_000)), { timeMaxMs: 1 }))).toBe('too_heavy');
    expect(await runExtract(bytesOf('Lamp.'))).toMatchObject({ passages: ['Lamp.'] });
  });
});
