import fc from 'fast-check';
import { checkInput, checkOutput, RULES } from './check-text.ts';
import { tokensOf } from './normalise.ts';

const CHARS_MAX = 4_000;
/** What the rules are made of, so that hostile texts begin phrases again and again. */
const WORDS = RULES.flatMap((rule) => [...rule.phrases, ...(rule.near?.phrases ?? [])]).flatMap((phrase) =>
  phrase.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean),
);
const word = fc.constantFrom(...new Set(WORDS));
const hostile = fc.oneof(
  fc.array(word, { maxLength: 600 }).map((words) => words.join(' ')),
  // The same few words over and over: the start of many phrases and the end of none.
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join(' ')} `.repeat(400)),
  fc
    .array(fc.constantFrom(' ', '.', 'i', '1', '\u200b', '\u0301', 'ﷺ', '😀', 'ß', '@', 'x', '\n'), {
      maxLength: CHARS_MAX,
    })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: CHARS_MAX }),
);

describe('the cost of a check', () => {
  it('is bounded for each word, whatever is in the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tokens = tokensOf(text.slice(0, CHARS_MAX));
        for (const { id, found, company } of RULES) {
          for (const phrases of [found, ...(company === undefined ? [] : [company])]) {
            let comparisons = 0;
            const count = () => {
              comparisons += 1;
            };
            phrases.find(tokens, { count });
            if (comparisons > phrases.stepsPerWordMax * tokens.length) throw new Error(`${id}: ${comparisons}`);
          }
        }
      }),
    );
  });

  it('has a bound that a text of full length can pay', () => {
    const total = RULES.reduce(
      (sum, rule) => sum + rule.found.stepsPerWordMax + (rule.company?.stepsPerWordMax ?? 0),
      0,
    );
    expect(total).toBeLessThan(3_000);
  });

  it('no text makes more words than it has characters, and none makes a check fail', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // One character may stand for many: NFKC spells the longest out in 18.
        expect(tokensOf(text).length).toBeLessThanOrEqual(18 * text.length);
        for (const mature of [true, false]) {
          checkInput(text, { mature, minor: !mature });
          checkOutput(text, { mature, minor: false });
        }
      }),
    );
  });
});
