import fc from 'fast-check';
import { RE2JS, RE2JSException } from 're2js';
import { foldUnits, normaliseText } from './fold-text.ts';
import { requiredLiteral } from './required-literal.ts';

/** A pattern and a text that its writer may have meant by it; whether it matches is for RE2 to say. */
interface Meant {
  readonly pattern: string;
  readonly said: string;
}

const atom = fc
  .constantFrom(
    ['abc', 'aBc'],
    ['a', 'A'],
    ['B', 'b'],
    [' to ', ' to '],
    ['\\b', ''],
    ['\\d', '1'],
    ['\\.', '.'],
    ['.', ':'],
    ['[a-c]', 'b'],
    ['[]abc]', 'b'],
    ['[[:alpha:]]', 'c'],
    ['[[:]', '['],
    ['\\Qa', 'a'],
    ['\\E', ''],
    ['{', '{'],
  )
  .map(([pattern = '', said = '']): Meant => ({ pattern, said }));
/** A sign, and how often what stands before it may be said, at the least and at the most that is tried. */
const repeat = fc.constantFrom(
  { sign: '', least: 1, most: 1 },
  { sign: '', least: 1, most: 1 },
  { sign: '', least: 1, most: 1 },
  { sign: '', least: 1, most: 1 },
  { sign: '?', least: 0, most: 1 },
  { sign: '*', least: 0, most: 1 },
  { sign: '+', least: 1, most: 2 },
  { sign: '{2}', least: 2, most: 2 },
  { sign: '{0,1}', least: 0, most: 1 },
  // No repetition at all, but a bracket and a letter.
  { sign: '{b', least: 1, most: 1 },
);
const joined = (parts: readonly Meant[]): Meant => ({
  pattern: parts.map((part) => part.pattern).join(''),
  said: parts.map((part) => part.said).join(''),
});
const meant = fc.letrec<{ all: Meant; piece: Meant; repeated: Meant }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small' },
    { arbitrary: atom, weight: 4 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('(', '(?:', '(?i:'), tie('all'))
        .map(([open, inside]) => ({ pattern: `${open}${inside.pattern})`, said: inside.said })),
      weight: 1,
    },
  ),
  repeated: fc.tuple(tie('piece'), repeat, fc.boolean()).map(([piece, { sign, least, most }, often]) => {
    const last = piece.pattern.endsWith(')') ? piece.said : piece.said.slice(-1);
    const before = piece.said.slice(0, piece.said.length - last.length);
    const after = sign === '{b' ? sign : '';
    return { pattern: piece.pattern + sign, said: before + last.repeat(often ? most : least) + after };
  }),
  all: fc.oneof(
    { arbitrary: fc.array(tie('repeated'), { minLength: 1, maxLength: 5 }).map(joined), weight: 9 },
    {
      arbitrary: fc.tuple(tie('repeated'), tie('repeated'), fc.boolean()).map(([one, other, first]) => ({
        pattern: `${one.pattern}|${other.pattern}`,
        said: first ? one.said : other.said,
      })),
      weight: 1,
    },
  ),
})).all;

const folded = (value: string): string => String.fromCharCode(...foldUnits(normaliseText(value)));

describe('the text that a pattern can’t do without', () => {
  it('is in every text that the pattern matches', () => {
    let matched = 0;
    fc.assert(
      fc.property(meant, ({ pattern, said }) => {
        const literal = requiredLiteral(pattern);
        if (literal === undefined) return;
        let compiled: RE2JS;
        try {
          compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
        } catch (error) {
          if (error instanceof RE2JSException) return;
          throw error;
        }
        if (!compiled.test(said)) return;
        matched += 1;
        expect(folded(said)).toContain(folded(literal));
      }),
      { numRuns: 10_000 },
    );
    expect(matched).toBeGreaterThan(500);
  });

  it.each([
    ['\\b(?:Ann|he) goes to (?:the )?lighthouse', 'lighthouse'],
    ['rain|storm', undefined],
    ['wi?nds?', undefined],
    ['(gull|tern)s? over the \\. sea', ' over the . sea'],
    ['colou{2}r', 'colo'],
  ])('of %j is %j', (source, literal) => {
    expect(requiredLiteral(source)).toBe(literal);
  });
});
