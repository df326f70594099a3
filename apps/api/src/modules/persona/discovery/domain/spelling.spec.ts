import { distance, respell, slipsMax } from './spelling.ts';

describe('spelling', () => {
  it.each([
    ['vesper', 'vesper', 0],
    ['vespr', 'vesper', 1],
    ['vespeer', 'vesper', 1],
    ['vesper', 'vespar', 1],
    ['vepser', 'vesper', 1],
    ['epsver', 'vesper', 3],
    ['', 'abc', 3],
    ['bathrolomew', 'bartholomew', 2],
  ])('from %j to %j it is %i slips', (a, b, slips) => {
    expect(distance(a, b, 5)).toBe(slips);
    expect(distance(b, a, 5)).toBe(slips);
  });

  it('answers one more than asked for above that', () => {
    expect(distance('lighthouse', 'carnival', 2)).toBe(3);
    expect(distance('a', 'abcdef', 2)).toBe(3);
  });

  it.each([
    ['ok', 0],
    ['orl', 1],
    ['olra1', 1],
    ['keeper', 2],
    ['lighthouse', 3],
  ])('%j may have %i', (word, slips) => expect(slipsMax(word)).toBe(slips));

  const known = (...words: string[]) => words.map((word) => ({ word, names: word.endsWith('!') || word === 'vesper' }));

  it('takes the nearest words, and those of names before others', () => {
    expect(respell('vespr', known('vespa', 'vesper', 'vesters'))).toEqual(['vesper', 'vespa']);
    expect(respell('vepser', known('vesper', 'vespers'))).toEqual(['vesper']);
    expect(respell('xyz', known('vesper'))).toEqual([]);
    expect(respell('ab', known('abc'))).toEqual([]);
  });

  it('takes six at most', () => {
    const many = Array.from({ length: 20 }, (_, index) => `vesp${String.fromCharCode(97 + index)}`);
    expect(respell('vesp', known(...many))).toHaveLength(6);
  });
});
