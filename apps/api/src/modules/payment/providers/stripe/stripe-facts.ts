import { id } from '@troupe/contracts/http/common';
import { type FiatCurrency, fiatCurrency } from '@troupe/contracts/money';
import type { DisputeFact, PaymentFacts, RefundFact } from '../../domain/payment-facts.ts';
import type { PayoutFacts } from '../../domain/payout-facts.ts';
import { ProviderFault } from '../payment-provider.ts';
import type {
  StripeCharge,
  StripeDispute,
  StripeIntent,
  StripeRefund,
  StripeSession,
  StripeTransfer,
} from './stripe-objects.ts';
import { both, type PaymentReading } from './stripe-reading.ts';

type Reference = string | { id: string } | null | undefined;

export function intentReading(intent: StripeIntent): PaymentReading {
  const own: PaymentReading = {
    paymentId: ourId(intent.metadata, 'payment_id'),
    refs: refsOf(intent.id, intent.latest_charge),
    facts: intentFacts(intent),
  };
  const { latest_charge: latest } = intent;
  return latest == null || typeof latest === 'string' ? own : both(own, chargeReading(latest));
}

/** By what the intent is now, not by the name of the event that brought it. */
function intentFacts(intent: StripeIntent): PaymentFacts {
  switch (intent.status) {
    case 'succeeded':
      return {
        paid: {
          amountMinor: intent.amount_received,
          currency: ourCurrency(intent.currency, intent.id),
          feeMinor: null,
          instrument: null,
        },
      };
    case 'processing':
    case 'requires_capture':
      return { pending: true };
    case 'canceled':
      return { cancelled: true };
    case 'requires_payment_method': {
      const error = intent.last_payment_error;
      return error == null ? {} : { failed: { code: error.decline_code ?? error.code ?? null } };
    }
    default:
      // Of `requires_confirmation` and `requires_action` nothing follows: the fan may never come back from the bank's page.
      return {};
  }
}

export function chargeReading(charge: StripeCharge): PaymentReading {
  const own: PaymentReading = {
    paymentId: ourId(charge.metadata, 'payment_id'),
    refs: refsOf(charge.id, charge.payment_intent),
    facts: chargeFacts(charge),
  };
  // Newer versions of Stripe's API leave the list out; `amount_refunded` alone names no refund.
  return (charge.refunds?.data ?? []).map(refundReading).reduce(both, own);
}

function chargeFacts(charge: StripeCharge): PaymentFacts {
  if (charge.status === 'failed') return { failed: { code: charge.failure_code ?? null } };
  if (charge.status === 'pending' || (charge.status === 'succeeded' && !charge.captured)) return { pending: true };
  if (charge.status !== 'succeeded') return {};
  const { balance_transaction: booked } = charge;
  const isInSameCurrency = booked != null && typeof booked !== 'string' && booked.currency === charge.currency;
  return {
    paid: {
      amountMinor: charge.amount_captured,
      currency: ourCurrency(charge.currency, charge.id),
      // Where Stripe settles in another currency, its fee is in that one, and says nothing in ours.
      feeMinor: isInSameCurrency ? booked.fee : null,
      instrument: instrumentOf(charge),
    },
  };
}

export function sessionReading(session: StripeSession): PaymentReading {
  const own: PaymentReading = {
    // Not `client_reference_id`: on a payment link, whoever pays writes that one into the address.
    paymentId: ourId(session.metadata, 'payment_id'),
    refs: refsOf(session.id, session.payment_intent),
    facts: sessionFacts(session),
  };
  const { payment_intent: intent } = session;
  return intent == null || typeof intent === 'string' ? own : both(own, intentReading(intent));
}

/** A session that is through says only that somebody paid or will: how much came is in its intent, which has events of its own. */
function sessionFacts(session: StripeSession): PaymentFacts {
  if (session.status === 'expired') return { cancelled: true };
  return session.status === 'complete' ? { pending: true } : {};
}

export function refundReading(refund: StripeRefund): PaymentReading {
  ourCurrency(refund.currency, refund.id);
  return {
    paymentId: null,
    refs: refsOf(refund.payment_intent, refund.charge),
    facts: { refunds: [refundFact(refund)] },
  };
}

export function refundFact(refund: StripeRefund): RefundFact {
  const isFailed = refund.status === 'failed' || refund.status === 'canceled';
  const status = refund.status === 'succeeded' ? 'succeeded' : isFailed ? 'failed' : 'pending';
  return { ref: refund.id, amountMinor: refund.amount, status };
}

export function disputeReading(dispute: StripeDispute): PaymentReading {
  ourCurrency(dispute.currency, dispute.id);
  const booked = dispute.balance_transactions ?? [];
  const isFeeInOurs = booked.length > 0 && booked.every(({ currency }) => currency === dispute.currency);
  const feeMinor = booked.reduce((sum, { fee }) => sum + fee, 0);
  return {
    paymentId: null,
    refs: refsOf(dispute.payment_intent, dispute.charge),
    facts: {
      disputes: [
        {
          ref: dispute.id,
          amountMinor: dispute.amount,
          feeMinor: isFeeInOurs ? Math.max(feeMinor, 0) : null,
          reason: dispute.reason ?? null,
          status: disputeStatus(dispute),
        },
      ],
    },
  };
}

function disputeStatus({ status, balance_transactions: booked }: StripeDispute): DisputeFact['status'] {
  switch (status) {
    case 'won':
    case 'lost':
      return status;
    case 'needs_response':
    case 'under_review':
    case 'appeal_needs_response':
    case 'appeal_under_review':
      return 'open';
    case 'prevented':
      // Settled before it became a dispute: sometimes by giving the money back, which only the bookings tell.
      return (booked ?? []).reduce((sum, { amount }) => sum + amount, 0) < 0 ? 'lost' : 'inquiry';
    default:
      // The three `warning_…` ones, and any that Stripe adds: no money moved as far as we understand it.
      return 'inquiry';
  }
}

export interface PayoutReading {
  payoutId: string | null;
  refs: string[];
  facts: PayoutFacts;
}

/** A transfer is done when it is made: the money lies in the creator's own balance with Stripe. */
export function transferReading(transfer: StripeTransfer): PayoutReading {
  return {
    payoutId: ourId(transfer.metadata, 'payout_id'),
    refs: [transfer.id],
    facts: {
      ref: transfer.id,
      status: transfer.reversed ? 'returned' : 'paid',
      feeMinor: null,
      failureCode: transfer.reversed ? 'transfer_reversed' : null,
    },
  };
}

/** `stripe:<fingerprint>` of the card or account that paid. */
function instrumentOf({ payment_method_details: method }: StripeCharge): string | null {
  const details: unknown = method?.[method.type];
  if (typeof details !== 'object' || details === null || !('fingerprint' in details)) return null;
  return typeof details.fingerprint === 'string' && details.fingerprint !== '' ? `stripe:${details.fingerprint}` : null;
}

/** Another shop on the same account may use the same word for something else: only ids of our form count. */
function ourId(metadata: Record<string, unknown> | null | undefined, name: string): string | null {
  const result = id.safeParse(metadata?.[name]);
  return result.success ? result.data : null;
}

function ourCurrency(currency: string, ref: string): FiatCurrency {
  const result = fiatCurrency.safeParse(currency.toUpperCase());
  if (!result.success)
    throw new ProviderFault('nonsense', `${ref} is in a currency that we never asked for: ${currency}`);
  return result.data;
}

function refsOf(...references: Reference[]): string[] {
  return references.flatMap((ref) => (ref == null ? [] : typeof ref === 'string' ? [ref] : [ref.id]));
}
