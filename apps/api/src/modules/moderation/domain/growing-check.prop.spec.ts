import fc from 'fast-check';
import { checkOutput, RULES } from './check-text.ts';
import { GrowingCheck } from './growing-check.ts';

/** Words of the rules, with what parts, hides and ends them. */
const WORDS = RULES.filter(({ output, effect }) => output !== 'never' && effect.kind === 'block')
  .flatMap((rule) => [...rule.phrases, ...(rule.near?.phrases ?? [])])
  .flatMap((phrase) => phrase.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean));
const word = fc.oneof(
  { arbitrary: fc.constantFrom(...new Set(WORDS), '13yo', '15', 'grams', 'sarin'), weight: 6 },
  fc.constantFrom(
    'l i c k',
    'c0ck',
    'cl\u200bit',
    'c\u0301lit',
    'ΟΔΟΣ',
    '1.5',
    'im',
    'your',
    'hard',
    'fight',
    'tail',
    'ﷺ',
    '😀',
    'a',
    'I',
  ),
);
/** Most of what breaks a rule, so that many texts do. */
const nearly = fc.constantFrom(
  'his hard cock',
  'licking your',
  'clit',
  'im 15',
  'grams of',
  'novichok',
  'have sex with',
  'gonna cum',
);
const gap = fc.oneof(
  { arbitrary: fc.constant(' '), weight: 6 },
  fc.constantFrom('. ', '\n', ', ', '', '.', '…', '  ', '-', '\u00a0', '\u3000', '\u0301 ', '’', '\ufeff', ' \u0301'),
);
const text = fc
  .array(fc.tuple(fc.oneof({ arbitrary: word, weight: 12 }, nearly), gap), { maxLength: 160, size: 'max' })
  .map((parts) => parts.flat().join(''))
  // Longer than that without a blank, words are looked for in pieces.
  .filter((whole) => whole.split(/[ \n]/).every((unbroken) => unbroken.length <= 400));
const context = fc.constantFrom({ mature: true, minor: false }, { mature: false, minor: false });

describe('a reply that is judged while it grows, wherever it is cut', () => {
  it('shows nothing that a rule blocks as it stands, blocks nothing that the end allows, and ends as the end says', () => {
    let blocked = 0;
    let undecided = 0;
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
        context,
        (whole, steps, of) => {
          const check = new GrowingCheck(of);
          const isBlocked = checkOutput(whole, of).kind === 'blocked';
          let at = 0;
          for (let step = 0; at < whole.length; step += 1) {
            at = Math.min(whole.length, at + (steps[step % steps.length] ?? 1));
            const isOver = at === whole.length;
            const growth = check.judge(whole.slice(0, at), isOver);
            const isBlockedHere = checkOutput(whole.slice(0, at), of).kind === 'blocked';
            expect([at, growth === 'fine']).toEqual([at, !isBlockedHere]);
            if (growth === 'blocked') expect([at, isBlocked]).toEqual([at, true]);
            if (isOver) expect(growth).toBe(isBlocked ? 'blocked' : 'fine');
            if (growth === 'undecided') undecided += 1;
            if (growth === 'blocked') {
              blocked += 1;
              return;
            }
          }
        },
      ),
      { numRuns: 600 },
    );
    // A run in which nothing of this happens shows nothing.
    expect([blocked > 20, undecided > 20]).toEqual([true, true]);
  });
});
