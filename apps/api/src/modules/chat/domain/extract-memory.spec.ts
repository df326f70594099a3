import { extractMemory } from './extract-memory.ts';
import { MEMORY, type SummaryPlan } from './memory.ts';

const planOf = (previous: string, ...contents: string[]): SummaryPlan => ({
  previous,
  messages: contents.map((content, n) => ({ id: `m${n}`, role: n % 2 === 0 ? 'user' : 'assistant', content })),
  coveredUptoMessageId: 'm0',
});

describe('a memory without a model', () => {
  it('keeps what was remembered and adds the first sentence of what the fan said', () => {
    const plan = planOf('Ben said: “Hi.”', 'I am a baker. My shop burned.', 'How sad.', '  ', 'Hm.', 'No end');
    expect(extractMemory(plan, 'Ben')).toBe('Ben said: “Hi.”\nBen said: “I am a baker.”\nBen said: “No end”');
  });

  it('lets the oldest lines go when it gets too long, and cuts a long sentence', () => {
    let memory = '';
    for (let n = 0; n < 40; n += 1) memory = extractMemory(planOf(memory, `${n} ${'x'.repeat(300)}`), 'Ben');
    expect(memory.length).toBeLessThanOrEqual(MEMORY.summaryCharsMax);
    const lines = memory.split('\n');
    expect(lines.at(-1)).toBe(`Ben said: “39 ${'x'.repeat(157)}…”`);
    expect(lines).toHaveLength(13);
  });
});
