import { checkAmount, checkDescription } from './amounts.ts';
import { type Form, numberAt, textAt, textsAt } from './form.ts';
import {
  type Account,
  type Charge,
  type Customer,
  type Dispute,
  type Intent,
  newId,
  type Refund,
  type Session,
  type StripeObject,
  stripeFixture,
  type Transfer,
} from './objects.ts';
import { createRefund, paidChargeOf } from './refunds.ts';
import { invalid } from './refusal.ts';
import { openSession } from './sessions.ts';
import type { StripeStore } from './store.ts';

/** What an operation answers; `id` is the one in the path. */
type Operation = (store: StripeStore, form: Form, id: string) => object;
type Listing = { object: 'list'; data: StripeObject[]; has_more: boolean; url: string };

const LINK_LIFETIME_SECONDS = 300;
const CANCELABLE = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'];

export const OPERATIONS: Record<string, Operation> = {
  'POST /v1/customers': (store, form) =>
    store.add<Customer>('customer', 'cus', {
      email: textAt(form, 'email') ?? null,
      metadata: textsAt(form, 'metadata'),
    }),
  'POST /v1/customers/:id': (store, form, id) => {
    const customer = store.get<Customer>('customer', id);
    customer.email = textAt(form, 'email') ?? customer.email;
    return customer;
  },

  'POST /v1/checkout/sessions': openSession,
  'GET /v1/checkout/sessions/:id': (store, _form, id) => store.get<Session>('checkout.session', id),
  'POST /v1/checkout/sessions/:id/expire': (store, _form, id) => {
    const session = store.get<Session>('checkout.session', id);
    if (session.status !== 'open') {
      throw invalid(`Only Checkout Sessions with a status in ["open"] can be expired. This one is ${session.status}.`);
    }
    session.status = 'expired';
    store.emit('checkout.session.expired', session);
    return session;
  },

  'POST /v1/payment_intents': (store, form) => {
    const amount = numberAt(form, 'amount') ?? 0;
    const currency = textAt(form, 'currency') ?? '';
    const customer = textAt(form, 'customer') ?? null;
    checkAmount(amount, currency, 'amount');
    checkDescription(currency, textAt(form, 'description'));
    if (customer !== null) store.get<Customer>('customer', customer, 'customer');
    const id = newId('pi');
    const intent = store.add<Intent>('payment_intent', 'pi', {
      id,
      amount,
      currency,
      customer,
      client_secret: `${id}_secret_${newId('s')}`,
      description: textAt(form, 'description') ?? null,
      metadata: textsAt(form, 'metadata'),
    });
    store.emit('payment_intent.created', intent);
    return intent;
  },
  'GET /v1/payment_intents/:id': (store, _form, id) => store.get<Intent>('payment_intent', id),
  'POST /v1/payment_intents/:id/cancel': (store, _form, id) => {
    const intent = store.get<Intent>('payment_intent', id);
    if (store.all<Session>('checkout.session').some((session) => session.payment_intent === id)) {
      throw invalid('You cannot cancel a PaymentIntent created by a Checkout Session. Expire the session instead.');
    }
    if (!CANCELABLE.includes(intent.status)) {
      const message = `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`;
      throw invalid(message, undefined, 'payment_intent_unexpected_state');
    }
    Object.assign(intent, { status: 'canceled', canceled_at: Math.floor(Date.now() / 1000) });
    store.emit('payment_intent.canceled', intent);
    return intent;
  },
  'GET /v1/charges/:id': (store, _form, id) => store.get<Charge>('charge', id),

  'POST /v1/refunds': (store, form) => {
    const intent = textAt(form, 'payment_intent');
    const chargeId = textAt(form, 'charge');
    if (intent === undefined && chargeId === undefined) throw invalid('One of charge or payment_intent is needed.');
    const charge =
      intent === undefined
        ? store.get<Charge>('charge', chargeId ?? '', 'charge')
        : paidChargeOf(store, store.get<Intent>('payment_intent', intent, 'payment_intent'));
    return createRefund(store, charge, { amount: numberAt(form, 'amount'), metadata: textsAt(form, 'metadata') });
  },
  'GET /v1/refunds': (store, form) => listed('/v1/refunds', store.all<Refund>('refund'), form),
  'GET /v1/disputes': (store, form) => listed('/v1/disputes', store.all<Dispute>('dispute'), form),

  'POST /v1/accounts': (store, form) => {
    const account = store.add<Account>('account', 'acct', {
      capabilities: { transfers: 'inactive' },
      country: textAt(form, 'country') ?? 'US',
      email: textAt(form, 'email') ?? null,
      metadata: textsAt(form, 'metadata'),
      payouts_enabled: false,
      type: 'none',
    });
    account.external_accounts.data = [];
    return account;
  },
  'GET /v1/accounts/:id': (store, _form, id) => store.get<Account>('account', id),
  'POST /v1/account_links': (store, form) => {
    const account = store.get<Account>('account', textAt(form, 'account') ?? '', 'account');
    for (const name of ['refresh_url', 'return_url']) {
      if (textAt(form, name) === undefined)
        throw invalid(`Missing required param: ${name}.`, name, 'parameter_missing');
    }
    const url = `https://connect.stripe.com/setup/e/${account.id}/${newId('link')}`;
    const created = Math.floor(Date.now() / 1000);
    return { ...stripeFixture<object>('account_link'), url, created, expires_at: created + LINK_LIFETIME_SECONDS };
  },

  'POST /v1/transfers': (store, form) => {
    const amount = numberAt(form, 'amount') ?? 0;
    const account = store.get<Account>('account', textAt(form, 'destination') ?? '', 'destination');
    if (amount < 1) throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer');
    if (account.capabilities['transfers'] !== 'active') {
      const message = 'Your destination account needs to have the transfers capability enabled.';
      throw invalid(message, undefined, 'insufficient_capabilities_for_transfer');
    }
    const transfer = store.add<Transfer>('transfer', 'tr', {
      amount,
      currency: textAt(form, 'currency') ?? '',
      destination: account.id,
      metadata: textsAt(form, 'metadata'),
    });
    store.emit('transfer.created', transfer);
    return transfer;
  },
  'GET /v1/transfers': (store, form) => {
    const [destination, since] = [textAt(form, 'destination'), numberAt(form, 'created', 'gte') ?? 0];
    const found = store
      .all<Transfer>('transfer')
      .filter((one) => (destination ?? one.destination) === one.destination && one.created >= since);
    return pageOf('/v1/transfers', found, form);
  },
  'GET /v1/transfers/:id': (store, _form, id) => store.get<Transfer>('transfer', id),
};

function listed(url: string, objects: readonly (Refund | Dispute)[], form: Form): Listing {
  const intent = textAt(form, 'payment_intent');
  const charge = textAt(form, 'charge');
  const found = objects.filter(
    (object) =>
      (intent === undefined || object.payment_intent === intent) && (charge === undefined || object.charge === charge),
  );
  return pageOf(url, found, form);
}

/** Newest first, as Stripe lists. */
function pageOf(url: string, found: readonly StripeObject[], form: Form): Listing {
  const limit = numberAt(form, 'limit') ?? 10;
  if (limit < 1 || limit > 100) throw invalid('limit must be between 1 and 100', 'limit');
  const newest = found.toReversed();
  const after = newest.findIndex(({ id }) => id === textAt(form, 'starting_after')) + 1;
  return { object: 'list', url, has_more: newest.length > after + limit, data: newest.slice(after, after + limit) };
}
