import { readSwap } from './swap-draft';

describe('a swap as people type it', () => {
  it.each([
    ['5', 5_000_000],
    ['12.5', 12_500_000],
    ['0.01', 10_000],
  ])('%j is %d microcoins', (text, amountMicrocoins) => {
    expect(readSwap(text, 12_500_000)).toEqual({ amountMicrocoins });
  });

  it.each([
    ['', 1, /How many/],
    ['13', 12_500_000, /12.5 coins are ready/],
    ['1', 0, /Nothing of these has matured/],
    ['0', 5_000_000, /Between/],
    ['0.001', 5_000_000, /Between/],
  ])('%j of %d is told why not', (text, ready, words) => {
    expect(readSwap(text, ready)).toEqual({ problem: expect.stringMatching(words) });
  });
});
