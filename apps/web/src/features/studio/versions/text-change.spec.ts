import { changeOf } from './text-change';

describe('what changed in a text', () => {
  it.each([
    ['a quiet lamp', 'a loud lamp', { start: 'a ', removed: 'quiet ', added: 'loud ', end: 'lamp' }],
    ['', 'new', { start: '', removed: '', added: 'new', end: '' }],
    ['gone', '', { start: '', removed: 'gone', added: '', end: '' }],
    ['one two', 'one two three', { start: 'one ', removed: 'two', added: 'two three', end: '' }],
    ['a a a', 'a a', { start: 'a ', removed: 'a ', added: '', end: 'a' }],
  ])('%j → %j', (before, after, change) => expect(changeOf(before, after)).toEqual(change));

  it('shows what is around it, not all of it', () => {
    const long = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    const { start, end } = changeOf(`${long} old ${long}`, `${long} new ${long}`);
    expect(start).toBe('… w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39 ');
    expect(end).toBe('w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 …');
  });
});
