import { fiatCurrency } from '@troupe/contracts/money';
import type { DisputeFact, PaidFact, PaymentFacts, RefundFact } from '../../domain/payment-facts.ts';
import type { PayoutFacts } from '../../domain/payout-facts.ts';
import { vpaFingerprint } from './razorpay-instrument.ts';
import type { RazorpayDispute, RazorpayPayment, RazorpayPayout, RazorpayRefund } from './razorpay-shapes.ts';

/** Whether its money became ours, if only for a time. A payment that was never captured ends as `refunded` too, when Razorpay gives it back by itself. */
export const wasCaptured = ({ status, captured }: RazorpayPayment): boolean =>
  status === 'captured' || (status === 'refunded' && captured === true);

export function paymentFacts(payment: RazorpayPayment, fingerprintKey: string): PaymentFacts {
  if (wasCaptured(payment)) {
    const paid = paidFact(payment, fingerprintKey);
    return paid === null ? {} : { paid };
  }
  switch (payment.status) {
    case 'authorized':
      return { pending: true };
    case 'failed':
      return { failed: { code: payment.error_reason ?? payment.error_code } };
    case 'refunded':
      return { failed: { code: 'auto_refunded' } };
    default:
      return {};
  }
}

/** null for a currency that nothing is sold in here: the account may take money for others too. */
function paidFact(payment: RazorpayPayment, fingerprintKey: string): PaidFact | null {
  const currency = fiatCurrency.safeParse(payment.currency).data;
  if (currency === undefined) return null;
  const vpa = payment.method === 'upi' ? (payment.vpa ?? payment.upi?.vpa ?? null) : null;
  return {
    amountMinor: payment.amount,
    currency,
    feeMinor: currency === 'INR' ? (payment.fee ?? null) : null,
    instrument: vpa === null ? null : vpaFingerprint(vpa, fingerprintKey),
  };
}

const REFUND_STATUS: Readonly<Record<string, RefundFact['status']>> = { processed: 'succeeded', failed: 'failed' };

export const refundFact = ({ id, amount, status }: RazorpayRefund): RefundFact => ({
  ref: id,
  amountMinor: amount,
  status: REFUND_STATUS[status] ?? 'pending',
});

/**
 * What was deducted decides, not the phase: Razorpay takes the amount when the dispute is raised or only when it is lost, as the account is set up, and the
 * documents tell of both. Of what was deducted, the part above the disputed amount is their fee.
 */
export function disputeFact({ id, amount, amount_deducted, reason_code, status }: RazorpayDispute): DisputeFact {
  return {
    ref: id,
    amountMinor: amount_deducted > 0 ? Math.min(amount, amount_deducted) : amount,
    feeMinor: amount_deducted > amount ? amount_deducted - amount : null,
    reason: reason_code,
    status: disputeStatus(status, amount_deducted > 0),
  };
}

function disputeStatus(status: string, isDeducted: boolean): DisputeFact['status'] {
  if (status === 'won' || status === 'lost') return status;
  // A closed one was settled between the two of us and the payer (a refund is told of as a refund): only what was deducted for it is lost.
  if (status === 'closed') return isDeducted ? 'lost' : 'won';
  return isDeducted ? 'open' : 'inquiry';
}

const PAYOUT_STATUS: Readonly<Record<string, PayoutFacts['status']>> = {
  processed: 'paid',
  reversed: 'returned',
  failed: 'returned',
  rejected: 'returned',
  cancelled: 'returned',
};

export function payoutFacts(payout: RazorpayPayout): PayoutFacts {
  const status = PAYOUT_STATUS[payout.status] ?? 'in_flight';
  return {
    ref: payout.id,
    status,
    // Before it is paid, the fee is none or not final; of one that came back, Razorpay gives the fee back too.
    feeMinor: status === 'paid' ? (payout.fees ?? null) : null,
    failureCode: status === 'returned' ? (payout.status_details?.reason ?? payout.status) : null,
  };
}
