import type { FiatCurrency } from '@troupe/contracts/money';

/**
 * What a provider says about a payment. Facts only ever add up (`furthest`, and `statusAfter` for the payment itself), so events may come twice and in any
 * order, and callback, webhook and reconciler may all say the same.
 */
export interface PaymentFacts {
  /** Someone began to pay: authorised, processing, "will be paid later". */
  pending?: true;
  /** An attempt failed. Another one may still succeed. The provider's code, if it told one. */
  failed?: { code: string | null };
  /** Nobody can pay it any more. */
  cancelled?: true;
  /** The money is ours. */
  paid?: PaidFact;
  refunds?: readonly RefundFact[];
  disputes?: readonly DisputeFact[];
}

export interface PaidFact {
  amountMinor: number;
  currency: FiatCurrency;
  /** What the provider keeps of it, when it said so. */
  feeMinor: number | null;
  /** A stable name of the card or account that paid, the same for everybody who pays with it; null when the provider tells none. */
  instrument: string | null;
}

export interface RefundFact {
  ref: string;
  amountMinor: number;
  /** A failed refund is final: the money stayed with us. */
  status: 'pending' | 'succeeded' | 'failed';
}

export interface DisputeFact {
  ref: string;
  amountMinor: number;
  /** What the provider charges for it, when it said so. */
  feeMinor: number | null;
  reason: string | null;
  /** `inquiry`: only a question, no money moved. `open` and `lost`: the money is away. `won` and `lost` are final. */
  status: 'inquiry' | 'open' | 'won' | 'lost';
}

const REFUND_RANK = { pending: 0, succeeded: 1, failed: 2 } as const;
const DISPUTE_RANK = { inquiry: 0, open: 1, lost: 2, won: 3 } as const;

/**
 * What is known of refunds and disputes once more is told. Where two speak of one thing, what is further along stands, with its amount: less than was
 * disputed may be lost. Of two that are equally far the larger amount stands, and of a fee whoever is further along and knows it.
 */
export function furthest(
  known: { refunds: readonly RefundFact[]; disputes: readonly DisputeFact[] },
  told: PaymentFacts,
): { refunds: RefundFact[]; disputes: DisputeFact[] } {
  return {
    refunds: join([...known.refunds, ...(told.refunds ?? [])], (a, b) =>
      isFurther(REFUND_RANK[b.status] - REFUND_RANK[a.status], b.amountMinor - a.amountMinor) ? b : a,
    ),
    disputes: join([...known.disputes, ...(told.disputes ?? [])], (a, b) => {
      const ranks = DISPUTE_RANK[b.status] - DISPUTE_RANK[a.status];
      const later = isFurther(ranks, b.amountMinor - a.amountMinor) ? b : a;
      const feeMinor = ranks === 0 ? feeOfEqual(a, b) : (later.feeMinor ?? (later === a ? b : a).feeMinor);
      return later.feeMinor === feeMinor ? later : { ...later, feeMinor };
    }),
  };
}

const isFurther = (ranks: number, amounts: number): boolean => ranks > 0 || (ranks === 0 && amounts > 0);

/** Fees come to be known one after the other; only when a dispute is won does one come back. */
function feeOfEqual(a: DisputeFact, b: DisputeFact): number | null {
  if (a.feeMinor === null || b.feeMinor === null) return a.feeMinor ?? b.feeMinor;
  return a.status === 'won' ? Math.min(a.feeMinor, b.feeMinor) : Math.max(a.feeMinor, b.feeMinor);
}

function join<Fact extends { ref: string }>(facts: readonly Fact[], later: (a: Fact, b: Fact) => Fact): Fact[] {
  const byRef = new Map<string, Fact>();
  for (const fact of facts) {
    const known = byRef.get(fact.ref);
    byRef.set(fact.ref, known === undefined ? fact : later(known, fact));
  }
  return [...byRef.values()];
}
