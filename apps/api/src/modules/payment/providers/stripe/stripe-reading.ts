import { furthest, type PaidFact, type PaymentFacts } from '../../domain/payment-facts.ts';

/** What one object of Stripe's says: of which payment, by which ids, and what. */
export interface PaymentReading {
  paymentId: string | null;
  refs: string[];
  facts: PaymentFacts;
}

/** Both readings of one payment as one: a session, its intent and the charge of that each know a part. */
export function both(a: PaymentReading, b: PaymentReading): PaymentReading {
  return {
    paymentId: a.paymentId ?? b.paymentId,
    refs: [...new Set([...a.refs, ...b.refs])],
    facts: together(a.facts, b.facts),
  };
}

function together(a: PaymentFacts, b: PaymentFacts): PaymentFacts {
  const paid = paidOf(a.paid, b.paid);
  const failed = a.failed?.code == null ? (b.failed ?? a.failed) : a.failed;
  const { refunds, disputes } = furthest({ refunds: a.refunds ?? [], disputes: a.disputes ?? [] }, b);
  return {
    ...((a.pending ?? b.pending) ? { pending: true } : {}),
    ...(failed === undefined ? {} : { failed }),
    ...((a.cancelled ?? b.cancelled) ? { cancelled: true } : {}),
    ...(paid === undefined ? {} : { paid }),
    ...(refunds.length === 0 ? {} : { refunds }),
    ...(disputes.length === 0 ? {} : { disputes }),
  };
}

/** The intent knows how much, its charge by what and for which fee. */
function paidOf(a: PaidFact | undefined, b: PaidFact | undefined): PaidFact | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { ...a, feeMinor: a.feeMinor ?? b.feeMinor, instrument: a.instrument ?? b.instrument };
}
