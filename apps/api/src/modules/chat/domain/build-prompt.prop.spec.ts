import fc from 'fast-check';
import { buildPrompt } from './build-prompt.ts';
import type { PromptInput } from './prompt-input.ts';

const text = fc.oneof(
  fc.string({ maxLength: 300, unit: 'grapheme' }),
  fc.stringMatching(/^(?:[a-z]{1,9}[ .,\n]){0,80}$/),
  fc.constantFrom('', '{{char}} {{user}}', '{{random::a::b}}', '{{trim}}', '{{'),
);
const note = fc.record({ text, depth: fc.integer({ min: 0, max: 50 }) });
const rank = fc.nat({ max: 9 });
const lore = fc.array(fc.record({ text, rank }), { maxLength: 6 });
const deepLore = fc.array(fc.record({ text, rank, depth: fc.integer({ min: 0, max: 50 }) }), { maxLength: 4 });
const texts = fc.array(text, { maxLength: 6 });
const countTokens = fc.constantFrom(
  (value: string) => Math.ceil(value.length / 4),
  (value: string) => value.length,
  (value: string) => value.match(/\S+\s*|\s+/gu)?.length ?? 0,
);

const input: fc.Arbitrary<PromptInput> = fc
  .record({
    persona: fc.record({
      name: text,
      personality: text,
      scenario: text,
      exampleDialogue: fc.array(fc.record({ fan: text, persona: text }), { maxLength: 5 }),
      sliders: fc.record({ warmth: fc.integer({ min: 0, max: 100 }) }),
      systemPrompt: text,
      postHistory: text,
    }),
    fan: fc.record({ name: text, description: text }),
    history: fc.array(fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: text }), {
      maxLength: 25,
    }),
    newest: text,
    continues: fc.constantFrom(undefined, 'instruction' as const, 'prefill' as const),
    worldInfo: fc.record({ before: lore, after: lore, atDepth: deepLore }),
    knowledge: texts,
    summary: text,
    authorsNote: note,
    promptTokensMax: fc.integer({ min: 0, max: 3_000 }),
    countTokens,
  })
  .map(({ history, newest, continues, promptTokensMax, countTokens: count, ...rest }) => ({
    ...rest,
    turns: [...history, { role: continues === undefined ? 'user' : 'assistant', content: newest }],
    ...(continues === undefined ? {} : { continues }),
    macros: { now: new Date(0), timeZone: 'UTC', pickSeed: 'c', randomSeed: 'r' },
    budget: { promptTokensMax, countTokens: count },
  }));

describe('a prompt', () => {
  it('is never over its budget unless rules and newest turn alone are, and always has the newest turn', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { turns, inspection } = buildPrompt(given);
        const used = turns.reduce((total, turn) => total + given.budget.countTokens(turn.content) + 4, 0);
        const isOver = used > given.budget.promptTokensMax;
        expect(used).toBeLessThanOrEqual(inspection.usedTokens);
        expect(inspection.usedTokens).toBe(inspection.sections.reduce((total, { tokens }) => total + tokens, 0));
        if (isOver || inspection.isOverBudget) {
          const optional = inspection.sections.filter(({ name }) => name !== 'rules' && name !== 'newest');
          expect(optional.every((section) => section.keptItems === 0)).toBe(true);
        }
        const newest = given.turns[given.turns.length - 1];
        const said = turns.filter((turn) => turn.role !== 'system');
        expect(said.at(given.continues === 'instruction' ? -2 : -1)).toEqual(newest);
      }),
      { numRuns: 400 },
    );
  });

  it('has an unbroken end of the conversation in it, word for word', () => {
    fc.assert(
      fc.property(input, (given) => {
        const turns = buildPrompt(given).turns.filter((turn) => turn.role !== 'system');
        const said = given.continues === 'instruction' ? turns.slice(0, -1) : turns;
        const past = given.turns.slice(0, -1).filter((turn) => turn.content.trim() !== '');
        expect(said.slice(0, -1)).toEqual(past.slice(past.length - (said.length - 1)));
      }),
      { numRuns: 200 },
    );
  });
});
