import { parseCoins } from './parse-coins';

describe('coins as people type them', () => {
  it.each([
    ['20', 20_000_000],
    [' 2.5 ', 2_500_000],
    ['.5', 500_000],
    ['0', 0],
    ['1,200', 1_200_000_000],
    ['0.000001', 1],
    ['3.999999', 3_999_999],
  ])('%j is %d microcoins', (text, microcoins) => {
    expect(parseCoins(text)).toBe(microcoins);
  });

  it.each(['', ' ', '.', '-1', '+1', '1e3', '1.0000001', '1,2', '1,20', '1.2.3', 'ten', '٣', '9999999999'])(
    '%j is no amount',
    (text) => {
      expect(parseCoins(text)).toBeNull();
    },
  );
});
