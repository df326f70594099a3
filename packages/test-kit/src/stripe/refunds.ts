import type { Charge, Intent, Refund } from './objects.ts';
import { invalid } from './refusal.ts';
import type { StripeStore } from './store.ts';

/** Gives back a part of what an intent's charge brought; the same rules for the API and for the dashboard. */
export function createRefund(
  store: StripeStore,
  charge: Charge,
  fields: { amount?: number | undefined; status?: string; metadata?: Record<string, string> },
): Refund {
  const rest = charge.amount_captured - charge.amount_refunded;
  const amount = fields.amount ?? rest;
  if (rest === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded');
  if (amount < 1) throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  if (amount > rest) throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${rest})`);
  if (charge.disputed) throw invalid('The charge has been disputed.', undefined, 'charge_disputed');
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  const refund = store.add<Refund>('refund', 're', {
    amount,
    charge: charge.id,
    currency: charge.currency,
    payment_intent: charge.payment_intent,
    status: fields.status ?? 'succeeded',
    metadata: fields.metadata ?? {},
  });
  store.emit('refund.created', refund);
  store.emit('charge.refunded', charge);
  return refund;
}

/** The charge that paid for an intent; refused as Stripe does while there is none. */
export function paidChargeOf(store: StripeStore, intent: Intent): Charge {
  if (intent.latest_charge === null || intent.status !== 'succeeded') {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, 'payment_intent');
  }
  return store.get<Charge>('charge', intent.latest_charge);
}
