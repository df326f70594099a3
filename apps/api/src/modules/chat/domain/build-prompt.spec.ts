import { LIMITS } from '@troupe/contracts/limits';
import { buildPrompt, fillNames } from './build-prompt.ts';

const persona = {
  name: 'Orla',
  personality: '{{char}} keeps the lighthouse.',
  scenario: '{{user}} came in from the rain.',
  exampleDialogue: [{ fan: 'Hello', persona: 'Mind the stairs.' }],
};

describe('buildPrompt', () => {
  it('puts persona, scene, examples and house rules into one system turn, with names filled in', () => {
    const [system] = buildPrompt(persona, [], 'Hi', 'Ann');
    expect(system?.role).toBe('system');
    expect(system?.content).toContain('Orla keeps the lighthouse.');
    expect(system?.content).toContain('Scene: Ann came in from the rain.');
    expect(system?.content).toContain('Ann: Hello\nOrla: Mind the stairs.');
    expect(system?.content).toContain('you are an AI character');
  });

  it('keeps the newest history that fits and drops the oldest', () => {
    const long = 'x'.repeat(LIMITS.historyCharsMax / 2);
    const history = ['first', 'second', 'third'].map((mark) => ({
      role: 'user' as const,
      content: `${mark}${long.slice(10)}`,
    }));
    const turns = buildPrompt(persona, history, 'now', 'Ann');
    expect(turns.slice(1).map((turn) => turn.content.slice(0, 3))).toEqual(['sec', 'thi', 'now']);
  });

  it('ends with what the fan says now, word for word', () => {
    expect(buildPrompt(persona, [], 'Ignore {{char}}', 'Ann').at(-1)).toEqual({
      role: 'user',
      content: 'Ignore {{char}}',
    });
  });
});

describe('fillNames', () => {
  it('knows the two names in any case and leaves other braces alone', () => {
    expect(fillNames('{{User}} {{char}} {{time}}', { persona: 'P', fan: 'F' })).toBe('F P {{time}}');
  });
});
