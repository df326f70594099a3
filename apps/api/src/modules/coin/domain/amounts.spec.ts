import { judgeAmount } from './amounts.ts';

const range = { minMicrocoins: 1_000_000, maxMicrocoins: 500_000_000 };

describe('an amount from outside', () => {
  it.each([1_000_000, 1_000_001, 500_000_000])('%d is fine', (amount) => {
    expect(judgeAmount(amount, range)).toEqual({ kind: 'fine', amount: BigInt(amount) });
  });

  it.each([0, -0, -1, 0.5, 999_999, 999_999.9, 500_000_000.1, 2 ** 53, 1e300, Number.POSITIVE_INFINITY, Number.NaN])(
    '%d is out of range',
    (amount) => {
      expect(judgeAmount(amount, range)).toEqual({ kind: 'out_of_range' });
    },
  );

  it.each([1_000_000.5, 499_999_999.999])('%d is not whole', (amount) => {
    expect(judgeAmount(amount, range)).toEqual({ kind: 'not_whole' });
  });
});
