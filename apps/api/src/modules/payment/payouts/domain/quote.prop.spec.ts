import { PAYOUT_TERMS } from '@troupe/contracts/economy';
import fc from 'fast-check';
import { quote } from './quote.ts';

const currency = fc.constantFrom('USD' as const, 'INR' as const);
const microcoins = fc.bigInt({ min: 0n, max: 10n ** 15n });
const terms = fc.record({
  rateMicrosPerCoin: fc.integer({ min: 1, max: 10_000_000 }),
  minimumMinor: fc.integer({ min: 0, max: 200_000 }),
  feeMinor: fc.integer({ min: 0, max: 10_000 }).map((fee) => ({ stripe: fee, razorpay: 0, sandbox: 0 })),
});

describe('what earnings bring', () => {
  it('is never more than they are worth, and what is taken is the least that is worth it', () => {
    fc.assert(
      fc.property(microcoins, terms, (amount, given) => {
        const made = quote(amount, given, 'stripe');
        const worthOf = (coins: bigint) => quote(coins, given, 'stripe').worthMinor;
        expect(made.amountMicrocoins).toBeLessThanOrEqual(amount);
        // A minor unit costs at most this much: less than that stays.
        const unit = 10_000_000_000n / BigInt(given.rateMicrosPerCoin) + 1n;
        expect(amount - made.amountMicrocoins).toBeLessThanOrEqual(unit);
        expect(worthOf(made.amountMicrocoins)).toBe(made.worthMinor);
        if (made.worthMinor > 0n) expect(worthOf(made.amountMicrocoins - 1n)).toBe(made.worthMinor - 1n);
        expect(made.worthMinor * 10_000_000_000n).toBeLessThanOrEqual(amount * made.rateMicrosPerCoin);
        if (made.worthMinor > made.feeMinor) expect(made.amountMinor + made.feeMinor).toBe(made.worthMinor);
        else expect(made).toMatchObject({ amountMinor: 0n, isEnough: false });
      }),
    );
  });

  it('in parts is never more than in one piece', () => {
    fc.assert(
      fc.property(microcoins, microcoins, currency, (one, other, name) => {
        const worth = (amount: bigint) => quote(amount, PAYOUT_TERMS[name], 'sandbox').worthMinor;
        expect(worth(one) + worth(other)).toBeLessThanOrEqual(worth(one + other));
      }),
    );
  });

  it('of nothing, or less, is nothing', () => {
    for (const amount of [0n, -1n, -(10n ** 12n)]) {
      expect(quote(amount, PAYOUT_TERMS.USD, 'sandbox')).toMatchObject({
        amountMicrocoins: 0n,
        amountMinor: 0n,
        isEnough: false,
      });
    }
  });
});
