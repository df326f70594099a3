import fc from 'fast-check';
import { RE2JS, RE2JSException } from 're2js';
import { foldUnits, normaliseText } from './fold-text.ts';
import { requiredLiteral } from './required-literal.ts';

const atom = fc.constantFrom(
  'abc',
  'a',
  'B',
  ' to ',
  '\\b',
  '\\d',
  '\\.',
  '.',
  '[a-c]',
  '[]a]',
  '[[:alpha:]]',
  '[[:]',
  '\\Qa',
  '\\E',
  '{',
);
const repeat = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,1}', '{b');
const pattern = fc.letrec<{ all: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small' },
    atom,
    fc.tuple(fc.constantFrom('(', '(?:', '(?i:'), tie('all')).map(([open, inside]) => `${open}${inside})`),
  ),
  all: fc
    .array(fc.tuple(tie('piece'), repeat, fc.constantFrom('', '', '', '|')), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.flat().join('')),
})).all;
const text = fc.array(fc.constantFrom('a', 'b', 'c', 'A', 'B', 'abc', ' to ', '.', '1', '[', ':', ']', '{', 'b'), {
  maxLength: 14,
});

const folded = (value: string): string => String.fromCharCode(...foldUnits(normaliseText(value)));

describe('the text that a pattern can’t do without', () => {
  it('is in every text that the pattern matches', () => {
    let matched = 0;
    fc.assert(
      fc.property(pattern, text, (source, parts) => {
        const literal = requiredLiteral(source);
        if (literal === undefined) return;
        let compiled: RE2JS;
        try {
          compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
        } catch (error) {
          if (error instanceof RE2JSException) return;
          throw error;
        }
        const said = parts.join('');
        if (!compiled.test(said)) return;
        matched += 1;
        expect(folded(said)).toContain(folded(literal));
      }),
      { numRuns: 20_000 },
    );
    expect(matched).toBeGreaterThan(50);
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
