import { checkAmount, checkDescription } from './amounts.ts';
import { type Form, numberAt, textAt, textsAt } from './form.ts';
import { type Customer, newId, type Session } from './objects.ts';
import { invalid } from './refusal.ts';
import type { StripeStore } from './store.ts';

const DAY_SECONDS = 86_400;
const LIFETIME_SECONDS_MIN = 1800;
/** For the seconds that a request is under way. */
const SLACK_SECONDS = 60;

/** A Checkout Session in payment mode on Stripe's own page, with a price that is given along. */
export function openSession(store: StripeStore, form: Form): Session {
  for (const name of ['mode', 'success_url']) {
    if (textAt(form, name) === undefined) throw invalid(`Missing required param: ${name}.`, name, 'parameter_missing');
  }
  if (textAt(form, 'mode') !== 'payment') throw invalid('Only payment mode is known here', 'mode');
  const currency = textAt(form, 'line_items', '0', 'price_data', 'currency');
  if (currency === undefined) throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing');
  if (textAt(form, 'line_items', '0', 'price_data', 'product_data', 'name') === undefined) {
    throw invalid('You must specify either `product` or `product_data`', 'line_items[0][price_data]');
  }
  const unit = numberAt(form, 'line_items', '0', 'price_data', 'unit_amount') ?? 0;
  const amount = unit * (numberAt(form, 'line_items', '0', 'quantity') ?? 0);
  checkAmount(amount, currency, 'line_items');
  checkDescription(currency, textAt(form, 'payment_intent_data', 'description'));
  const now = Math.floor(Date.now() / 1000);
  const expiresAt = numberAt(form, 'expires_at') ?? now + DAY_SECONDS;
  const isInTime =
    expiresAt >= now + LIFETIME_SECONDS_MIN - SLACK_SECONDS && expiresAt <= now + DAY_SECONDS + SLACK_SECONDS;
  if (!isInTime) {
    throw invalid('The `expires_at` timestamp must be between 30 minutes and 24 hours from now.', 'expires_at');
  }
  const customer = textAt(form, 'customer') ?? null;
  if (customer !== null) store.get<Customer>('customer', customer, 'customer');
  const id = newId('cs_test');
  store.intentsToBe.set(id, {
    description: textAt(form, 'payment_intent_data', 'description') ?? null,
    metadata: textsAt(form, 'payment_intent_data', 'metadata'),
  });
  return store.add<Session>('checkout.session', 'cs_test', {
    id,
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: textAt(form, 'cancel_url') ?? null,
    client_reference_id: textAt(form, 'client_reference_id') ?? null,
    currency,
    customer,
    expires_at: expiresAt,
    metadata: textsAt(form, 'metadata'),
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    success_url: textAt(form, 'success_url') ?? null,
    url: `https://checkout.stripe.com/c/pay/${id}`,
  });
}
