import { RULES } from './check-text.ts';
import { GrowingCheck, type Growth } from './growing-check.ts';

const judgeAll = (pieces: readonly string[], mature = false): Growth[] => {
  const check = new GrowingCheck({ mature, minor: false });
  let text = '';
  return pieces.map((piece, at) => {
    text += piece;
    return check.judge(text, at === pieces.length - 1);
  });
};

describe('a reply that is judged while it grows', () => {
  it('is blocked by the word that breaks a rule, as soon as that word is whole', () => {
    const pieces = ['The rain ', 'stops. She is ', 'licking your ', 'cl', 'it ', 'and'];
    expect(judgeAll(pieces)).toEqual(['fine', 'fine', 'fine', 'fine', 'blocked', 'blocked']);
  });

  it('is not blocked for a word that goes on as another one, and not shown before that is known', () => {
    expect(judgeAll(['Have a hard cock', 'tail, ', 'my friend.'])).toEqual(['undecided', 'fine', 'fine']);
    expect(judgeAll(['A hard cock', ' ', 'fight', ' it was.'])).toEqual(['undecided', 'undecided', 'fine', 'fine']);
    expect(judgeAll(['A hard cock', ' it was.'])).toEqual(['undecided', 'blocked']);
  });

  it('is judged as it stands when nothing follows', () => {
    expect(judgeAll(['A hard ', 'cock'])).toEqual(['fine', 'blocked']);
  });

  it('remembers as far back as the longest rule reaches', () => {
    const between = (words: number) => [
      'She is a 13yo. ',
      ...Array<string>(words).fill('la '),
      'masturbating with me. ',
    ];
    expect(judgeAll(between(36), true).at(-1)).toBe('blocked');
    expect(judgeAll(between(45), true).at(-1)).toBe('fine');
  });

  it('may be explicit in a mature persona', () => {
    expect(judgeAll(['She is licking your ', 'clit ', 'now'], true)).toEqual(['fine', 'fine', 'fine']);
  });

  it('of one word without an end is looked at in pieces', () => {
    const endless = Array<string>(400).fill('la-la-la-');
    expect(judgeAll([...endless, 'licking-your-clit-', ...endless]).at(-1)).toBe('blocked');
    expect(judgeAll(Array<string>(400).fill('ラララララ')).at(-1)).toBe('fine');
  });

  it('no rule for what is said has an excuse: it could come when the words before it were shown or blocked', () => {
    expect(RULES.filter(({ output, unless }) => output !== 'never' && unless !== undefined)).toEqual([]);
  });
});
