import { PAYOUT_RULES } from '@troupe/contracts/economy';

interface Standing {
  earnings: bigint;
  recentlyMatured: bigint;
}

/** What stays back of what matured lately, rounded up; never more than there is. Microcoins. */
export function reserveOf({ earnings, recentlyMatured }: Standing): bigint {
  const reserve = (recentlyMatured * BigInt(PAYOUT_RULES.reservePercent) + 99n) / 100n;
  return reserve < earnings ? reserve : earnings;
}

/** What can be paid out now. Microcoins. */
export const payableOf = (standing: Standing): bigint => standing.earnings - reserveOf(standing);
