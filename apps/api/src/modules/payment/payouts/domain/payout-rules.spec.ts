import { payoutStatus } from '@troupe/contracts/http/payout';
import { maySendAgain, pauseAfter } from './next-call.ts';
import { nextMove } from './next-move.ts';
import { payableOf, reserveOf } from './payable.ts';
import { reviewReasons } from './review-reasons.ts';

const COIN = 1_000_000n;

describe('the rolling reserve', () => {
  it.each([
    [1_000n, 1_000n, 100n],
    [1_000n, 0n, 0n],
    // Rounded up: what stays back is never short.
    [1_000n, 1n, 1n],
    [1_000n, 991n, 100n],
    // Earnings that were paid out or swapped since leave no debt.
    [50n, 1_000n, 50n],
    [0n, 1_000n, 0n],
  ])('of %s with %s matured lately is %s', (earnings, recentlyMatured, reserve) => {
    expect(reserveOf({ earnings, recentlyMatured })).toBe(reserve);
    expect(payableOf({ earnings, recentlyMatured })).toBe(earnings - reserve);
  });
});

describe('a review', () => {
  const payers = (total: bigint, largest: bigint) => ({ total: total * COIN, largest: largest * COIN });

  it.each([
    [false, payers(0n, 0n), ['first_payout']],
    [true, payers(0n, 0n), []],
    [true, payers(10_000n, 4_999n), []],
    [true, payers(10_000n, 5_000n), ['concentrated_payers']],
    [true, payers(4_999n, 4_999n), []],
    [false, payers(5_000n, 5_000n), ['first_payout', 'concentrated_payers']],
  ])('after an earlier payout: %s, of %o, is for %o', (wasPaid, from, reasons) => {
    expect(reviewReasons(wasPaid, from)).toEqual(reasons);
  });
});

describe('what a provider says', () => {
  it('moves a payout forward only', () => {
    const moves = payoutStatus.options.flatMap((status) =>
      (['in_flight', 'paid', 'returned'] as const).map((fact) => [status, fact, nextMove(status, fact)]),
    );
    expect(moves.filter(([, , move]) => move !== 'none')).toEqual([
      ['in_flight', 'paid', 'paid'],
      ['in_flight', 'returned', 'returned'],
      ['paid', 'returned', 'returned'],
    ]);
  });

  it('is asked for more and more seldom, up to an hour, however often it was', () => {
    expect([0, 1, 2, 5, 10, 11, 12, 1_000_000].map(pauseAfter)).toEqual([
      2_000, 4_000, 8_000, 64_000, 2_048_000, 3_600_000, 3_600_000, 3_600_000,
    ]);
  });

  it('is not asked for by a second sending once the key may be forgotten', () => {
    const sentAt = new Date('2026-01-01T00:00:00Z');
    expect(maySendAgain(sentAt, new Date('2026-01-01T19:59:59Z'))).toBe(true);
    expect(maySendAgain(sentAt, new Date('2026-01-01T20:00:00Z'))).toBe(false);
  });
});
