import type { ProviderEvent } from '../payment-provider.ts';
import { ProviderFault } from '../payment-provider.ts';
import {
  chargeReading,
  disputeReading,
  intentReading,
  refundReading,
  sessionReading,
  transferReading,
} from './stripe-facts.ts';
import { understood } from './stripe-faults.ts';
import { charge, checkoutSession, dispute, event, paymentIntent, refund, transfer } from './stripe-objects.ts';
import type { PaymentReading } from './stripe-reading.ts';

const readSession = (object: unknown): PaymentReading => sessionReading(understood(checkoutSession, object));
const readIntent = (object: unknown): PaymentReading => intentReading(understood(paymentIntent, object));
const readCharge = (object: unknown): PaymentReading => chargeReading(understood(charge, object));
const readRefund = (object: unknown): PaymentReading => refundReading(understood(refund, object));
const readDispute = (object: unknown): PaymentReading => disputeReading(understood(dispute, object));

/** The events that something follows from; docs/payments.md lists them for the subscription. */
const PAYMENT_READERS: Record<string, (object: unknown) => PaymentReading> = {
  'checkout.session.completed': readSession,
  'checkout.session.async_payment_succeeded': readSession,
  'checkout.session.async_payment_failed': readAsyncFailure,
  'checkout.session.expired': readSession,
  'payment_intent.created': readIntent,
  'payment_intent.processing': readIntent,
  'payment_intent.requires_action': readIntent,
  'payment_intent.amount_capturable_updated': readIntent,
  'payment_intent.succeeded': readIntent,
  'payment_intent.payment_failed': readIntent,
  'payment_intent.canceled': readIntent,
  'charge.pending': readCharge,
  'charge.succeeded': readCharge,
  'charge.captured': readCharge,
  'charge.failed': readCharge,
  'charge.updated': readCharge,
  'charge.refunded': readCharge,
  'charge.refund.updated': readRefund,
  'refund.created': readRefund,
  'refund.updated': readRefund,
  'refund.failed': readRefund,
  'charge.dispute.created': readDispute,
  'charge.dispute.updated': readDispute,
  'charge.dispute.closed': readDispute,
  'charge.dispute.funds_withdrawn': readDispute,
  'charge.dispute.funds_reinstated': readDispute,
};

const TRANSFER_TYPES = ['transfer.created', 'transfer.updated', 'transfer.reversed'];

export const STRIPE_EVENT_TYPES: readonly string[] = [...Object.keys(PAYMENT_READERS), ...TRANSFER_TYPES];

/**
 * What the body of a webhook says; `isLive` is whether our key is. Throws a `ProviderFault` of kind `nonsense`.
 *
 * Two kinds of honest events say nothing about our money. What happens inside a creator's own account is theirs: there they can make payments with our
 * metadata, and a payout from their balance to their bank, done or failed, never comes back to us. And a payment with a test card is none, even if the
 * secret of the test endpoint is still in the list beside the live one.
 */
export function readStripeEvent(rawBody: Buffer, isLive: boolean): ProviderEvent {
  const { id, type, account, livemode, data } = understood(event, parsed(rawBody));
  if (account != null || livemode !== isLive) return { id, type, about: 'nothing' };
  if (TRANSFER_TYPES.includes(type))
    return { id, type, about: 'payout', ...transferReading(understood(transfer, data.object)) };
  const read = Object.hasOwn(PAYMENT_READERS, type) ? PAYMENT_READERS[type] : undefined;
  return read === undefined ? { id, type, about: 'nothing' } : { id, type, about: 'payment', ...read(data.object) };
}

/** The session stays complete and unpaid, so the name of the event is all that says it. */
function readAsyncFailure(object: unknown): PaymentReading {
  const reading = readSession(object);
  return { ...reading, facts: { ...reading.facts, failed: reading.facts.failed ?? { code: null } } };
}

function parsed(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch (error) {
    throw new ProviderFault('nonsense', 'The body of the event is not JSON', null, { cause: error });
  }
}
