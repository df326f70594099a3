import { partKeys } from './part-keys';

/** `|` is the caret; what is typed there, a key at a time or at once. */
const typing = (field: string, typed: string, at: 'once' | 'by key'): string => {
  let caret = field.indexOf('|');
  let text = field.replace('|', '');
  for (const part of at === 'once' ? [typed] : typed) {
    const now = text.slice(0, caret) + part + text.slice(caret);
    ({ text, caret } = partKeys(text, now) ?? { text: now, caret: caret + part.length });
  }
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
};

describe('keys in a field', () => {
  it.each([
    ['|', 'lamp, storm', 'lamp\nstorm|'],
    ['|', 'lamp,storm, old lamp', 'lamp\nstorm\nold lamp|'],
    ['|', 'lamp,, storm,', 'lamp\nstorm\n|'],
    ['|', '/a{1,2}/i, storm', '/a{1,2}/i\nstorm|'],
    ['|', 'storm, /sea, (calm|wild)/', 'storm\n/sea, (calm|wild)/|'],
    ['|', String.raw`/a\/b,c/, d`, `${String.raw`/a\/b,c/`}\nd|`],
    ['|', 'and/or, either', 'and/or\neither|'],
    ['|', 'one\ntwo, three', 'one\ntwo\nthree|'],
    // What a card brought stays one key.
    ['lamp, oil|', ', wick', 'lamp, oil\nwick|'],
    ['lamp, oil|', 's', 'lamp, oils|'],
    ['storm\nlamp, oil\nsea|', ', calm', 'storm\nlamp, oil\nsea\ncalm|'],
    // In the middle, and the caret with it.
    ['lamp| oil\nsea', ',', 'lamp\n|oil\nsea'],
    ['/a{1|}/', ',2', '/a{1,2|}/'],
    ['\n| sea', ',', '\n|sea'],
  ])('%j, then %j: %j', (field, typed, expected) => {
    expect(typing(field, typed, 'once')).toBe(expected);
    expect(typing(field, typed, 'by key')).toBe(expected);
  });

  it('are parted at every comma that is pasted behind a slash which nothing closes', () => {
    expect(typing('|', '/lamp, storm', 'once')).toBe('/lamp\nstorm|');
  });
});
