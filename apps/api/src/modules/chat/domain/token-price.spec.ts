import { costOf } from './token-price.ts';

const price = { baseMicrocoins: 100_000n, inputRateMicrocoins: 2_500_000n, outputRateMicrocoins: 2_500_001n };

describe('a price by tokens', () => {
  it('is the base and both rates, rounded up once on the total', () => {
    expect(costOf(price, 0, 0)).toBe(100_000n);
    expect(costOf(price, 1_000, 1_000)).toBe(5_100_001n);
    expect(costOf(price, 1, 1)).toBe(105_001n);
  });

  it('above zero is never zero', () => {
    expect(costOf({ baseMicrocoins: 0n, inputRateMicrocoins: 1n, outputRateMicrocoins: 1n }, 1, 0)).toBe(1n);
  });
});
