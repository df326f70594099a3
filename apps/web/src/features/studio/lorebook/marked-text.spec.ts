import { markedMessages } from './marked-text';

const entry = (name: string, key: string, at: number, messageIndex = 0) => ({
  ...{ id: name, name, position: 'after-character' as const, order: 1, tokens: 1, pass: 0 },
  why: [{ kind: 'key' as const, key, messageIndex, at }],
});

describe('what is marked in a message', () => {
  it.each([
    ['nothing', 'No lamp', [], [['No lamp', '']]],
    [
      'a key',
      'The lamp burns',
      [entry('Lamp', 'lamp', 4)],
      [
        ['The ', ''],
        ['lamp', 'Lamp'],
        [' burns', ''],
      ],
    ],
    [
      'the word at which a pattern begins',
      'A starm!',
      [entry('Storm', '/st[oa]r/', 2)],
      [
        ['A ', ''],
        ['starm!', 'Storm'],
      ],
    ],
    [
      'two that overlap',
      'old lamp oil',
      [entry('A', 'old lamp', 0), entry('B', 'lamp oil', 4)],
      [
        ['old ', 'A'],
        ['lamp', 'A B'],
        [' oil', 'B'],
      ],
    ],
    ['nothing of another message', 'The lamp', [entry('Lamp', 'lamp', 4, 1)], [['The lamp', '']]],
    ['nothing where the place is not known', 'The lamp', [entry('Lamp', '/l/', -1)], [['The lamp', '']]],
  ])('%s', (_, text, active, expected) => {
    const [pieces] = markedMessages([text], { active });
    expect(pieces?.map((piece) => [piece.text, piece.entries.join(' ')])).toEqual(expected);
  });
});
