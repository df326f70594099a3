import { promptText, trimmed } from './prompt-words';

const part = { name: 'examples', tokens: 12, keptItems: 1, droppedItems: 0, isCut: false };

describe('what a creator reads about a prompt', () => {
  it('says nothing of a part that went in whole', () => {
    expect(trimmed(part)).toBeNull();
  });

  it.each([
    ['some of its items', { keptItems: 2, droppedItems: 3 }, '3 of 5 left out'],
    ['all of them', { keptItems: 0, droppedItems: 3 }, 'left out'],
    ['the end of its text', { isCut: true }, 'cut short'],
    ['items, and the end of one', { keptItems: 1, droppedItems: 1, isCut: true }, '1 of 2 left out, cut short'],
  ])('says that the budget took %s', (_what, lost, words) => {
    expect(trimmed({ ...part, ...lost })).toBe(words);
  });

  it('copies every turn in its order and leaves the texts as they are', () => {
    const turns = [
      { role: 'system', content: '  You are Vesper.\n\n<b>Rules</b>' },
      { role: 'user', content: 'Hello' },
    ] as const;
    expect(promptText(turns)).toBe('### System\n\n  You are Vesper.\n\n<b>Rules</b>\n\n### User\n\nHello');
  });
});
