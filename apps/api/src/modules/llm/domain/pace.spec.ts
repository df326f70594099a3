import { pauseAfterMs } from './pace.ts';

describe('pauseAfterMs', () => {
  it('is nothing at no delay, whatever the word', () => {
    expect(['word ', 'end. ', 'end.\n\n'].map((word) => pauseAfterMs(word, 0))).toEqual([0, 0, 0]);
  });

  it('grows from a word over a comma and a sentence to a paragraph', () => {
    const pauses = ['on ', 'then, ', 'done.” ', 'done.\n\n'].map((word) => pauseAfterMs(word, 45));
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(new Set(pauses).size).toBe(4);
    expect(pauseAfterMs('*She nods.* ', 45)).toBe(pauseAfterMs('done. ', 45));
  });

  it('stays short enough to be seen as going on, and is never shorter than the delay asked for', () => {
    expect(pauseAfterMs('end.\n\n', 400)).toBe(900);
    expect(pauseAfterMs('end. ', 2_000)).toBe(2_000);
    expect(pauseAfterMs('a ', 45)).toBe(45);
  });
});
