import type { DisputeState, PaymentStatus } from '@troupe/contracts/http/payment';
import type { DisputeFact, PaymentFacts, RefundFact } from './payment-facts.ts';

/** How far along each is. A payment only ever moves to the right, so events may come in any order: what is told later but lies behind changes nothing. */
const STATUS_RANK: Readonly<Record<PaymentStatus, number>> = {
  created: 0,
  pending: 1,
  failed: 2,
  cancelled: 3,
  succeeded: 4,
};

/** The state that facts tell of by themselves. */
function statusOf(facts: PaymentFacts): PaymentStatus {
  if (facts.paid !== undefined) return 'succeeded';
  if (facts.cancelled) return 'cancelled';
  if (facts.failed !== undefined) return 'failed';
  return facts.pending ? 'pending' : 'created';
}

/** Where a payment stands once it has heard these facts. */
export function statusAfter(now: PaymentStatus, facts: PaymentFacts): PaymentStatus {
  const told = statusOf(facts);
  return STATUS_RANK[told] > STATUS_RANK[now] ? told : now;
}

export interface WentBack {
  /** Of the price: given back, and away with a dispute. Together never more than the price. */
  refundedMinor: number;
  disputedMinor: number;
}

/** How much of the price is away. A refund counts from when it was asked for until it failed, a dispute from when money was taken until it was won. */
export function wentBack(
  amountMinor: number,
  refunds: readonly RefundFact[],
  disputes: readonly DisputeFact[],
): WentBack {
  const sum = (facts: readonly { amountMinor: number }[]) => facts.reduce((total, fact) => total + fact.amountMinor, 0);
  const refundedMinor = Math.min(amountMinor, sum(refunds.filter(({ status }) => status !== 'failed')));
  const away = disputes.filter(({ status }) => status === 'open' || status === 'lost');
  const disputedMinor = Math.min(amountMinor - refundedMinor, sum(away));
  return { refundedMinor, disputedMinor };
}

/**
 * How coins follow from what was away before to what is away now, of the price: first what was given back, then what disputes took, which reaches further
 * than to the buyer. Below zero, coins are returned.
 */
export function stepsBetween(before: WentBack, now: WentBack): { movedMinor: number; withShares: boolean }[] {
  const movedMinor = now.refundedMinor + now.disputedMinor - before.refundedMinor - before.disputedMinor;
  const disputedMinor = Math.min(Math.max(movedMinor, 0), Math.max(now.disputedMinor - before.disputedMinor, 0));
  return [
    { movedMinor: movedMinor - disputedMinor, withShares: false },
    { movedMinor: disputedMinor, withShares: true },
  ].filter((step) => step.movedMinor !== 0);
}

/** What there is to say about all disputes of a payment together: the one that matters most. */
export const disputeState = (disputes: readonly Pick<DisputeFact, 'status'>[]): DisputeState =>
  (['open', 'lost', 'won'] as const).find((state) => disputes.some(({ status }) => status === state)) ?? 'none';

/**
 * The coins and the bonus that a part of the price stands for, each rounded down on the whole of it: so parts add up exactly to what was bought, in whatever steps they
 * come. Coins go in step with the price even while bonus is left: if all bonus went first, giving back a part would leave coins that were bought below their price.
 */
export function coinsFor(
  partMinor: number,
  bought: { amountMinor: number; coins: bigint; bonus: bigint },
): { coins: bigint; bonus: bigint } {
  const share = (whole: bigint): bigint =>
    bought.amountMinor === 0 ? 0n : (whole * BigInt(partMinor)) / BigInt(bought.amountMinor);
  return { coins: share(bought.coins), bonus: share(bought.bonus) };
}
