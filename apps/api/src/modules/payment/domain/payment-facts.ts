import type { FiatCurrency } from '@troupe/contracts/money';

/**
 * What a provider says about a payment. Facts only ever add up (`mergeFacts` is associative, commutative and idempotent), so events may come twice
 * and in any order, and callback, webhook and reconciler may all say the same.
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

/** Both together. Where two say something else about one thing, what is further along stands. */
export function mergeFacts(a: PaymentFacts, b: PaymentFacts): PaymentFacts {
  const paid = a.paid ?? b.paid;
  const failed = a.failed?.code == null ? (b.failed ?? a.failed) : a.failed;
  return {
    ...((a.pending ?? b.pending) ? { pending: true } : {}),
    ...(failed === undefined ? {} : { failed }),
    ...((a.cancelled ?? b.cancelled) ? { cancelled: true } : {}),
    ...(paid === undefined
      ? {}
      : {
          paid: {
            ...paid,
            feeMinor: a.paid?.feeMinor ?? b.paid?.feeMinor ?? null,
            instrument: a.paid?.instrument ?? b.paid?.instrument ?? null,
          },
        }),
    refunds: furthest([...(a.refunds ?? []), ...(b.refunds ?? [])], ({ status }) => REFUND_RANK[status]),
    disputes: furthest([...(a.disputes ?? []), ...(b.disputes ?? [])], ({ status }) => DISPUTE_RANK[status]),
  };
}

function furthest<Fact extends { ref: string }>(facts: readonly Fact[], rankOf: (fact: Fact) => number): Fact[] {
  const byRef = new Map<string, Fact>();
  for (const fact of facts) {
    const known = byRef.get(fact.ref);
    if (known === undefined || rankOf(fact) > rankOf(known)) byRef.set(fact.ref, fact);
  }
  return [...byRef.values()];
}
