import { escapeName, fileNameOf, quote } from './export-text.ts';

describe('a text in an exported document', () => {
  it.each([
    ['# Heading', '> \\# Heading'],
    ['one\n\n---\nTitle\n===', '> one\n>\n> \\---\n> Title\n> \\==='],
    ['a\rb\u2028> c', '> a\n> b\n> \\> c'],
    ['```js\nx\n```', '> \\`\\`\\`js\n> x\n> \\`\\`\\`'],
    ['    code', '> \u00a0\u00a0\u00a0\u00a0code'],
    ['1. one', '> 1\\. one'],
    ['</blockquote><script>&amp;', '> \\</blockquote\\>\\<script\\>\\&amp;'],
    ['![x](http://tracker)', '> !\\[x\\](http://tracker)'],
    ['[a]: javascript:x', '> \\[a\\]: javascript:x'],
    ['*waves* quietly', '> *waves* quietly'],
    ['', '>'],
  ])('%j stays a quote', (text, quoted) => expect(quote(text)).toBe(quoted));

  it('a name is one line without marks', () => expect(escapeName('# *Ann* [x]')).toBe('\\# \\*Ann\\* \\[x\\]'));

  it.each([
    ['Inspector Vésper', 'inspector-vesper-2026-01-02.md'],
    ['../../etc/passwd\r\nx: y"', 'etc-passwd-x-y-2026-01-02.md'],
    ['猫', 'conversation-2026-01-02.md'],
    [`${'a'.repeat(59)} b`, `${'a'.repeat(59)}-2026-01-02.md`],
  ])('%j is the safe file name %s', (name, file) => expect(fileNameOf(name, '2026-01-02', 'md')).toBe(file));
});
