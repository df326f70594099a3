import { stripeFixture } from '@troupe/test-kit/stripe-server';
import type Stripe from 'stripe';
import { newId } from '../../../../platform/ids/ids.ts';
import { readStripeEvent } from './stripe-events.ts';

const paymentId = newId();
const payoutId = newId();
const metadata = { payment_id: paymentId };

/** An object of the type that the SDK gives it: Stripe's published example with these fields. */
const intent = (over: Partial<Stripe.PaymentIntent> = {}): Stripe.PaymentIntent => ({
  ...stripeFixture<Stripe.PaymentIntent>('payment_intent'),
  ...{ id: 'pi_1', latest_charge: 'ch_1', last_payment_error: null, metadata, amount: 499, currency: 'usd' },
  ...over,
});
const charge = (over: Partial<Stripe.Charge> = {}): Stripe.Charge => ({
  ...stripeFixture<Stripe.Charge>('charge'),
  ...{ id: 'ch_1', payment_intent: 'pi_1', metadata, amount: 499, amount_captured: 499, captured: true },
  ...over,
});
const session = (over: Partial<Stripe.Checkout.Session> = {}): Stripe.Checkout.Session => ({
  ...stripeFixture<Stripe.Checkout.Session>('checkout.session'),
  ...{ id: 'cs_1', payment_intent: 'pi_1', metadata, status: 'complete', payment_status: 'paid' },
  ...over,
});
const refund = (over: Partial<Stripe.Refund> = {}): Stripe.Refund => ({
  ...stripeFixture<Stripe.Refund>('refund'),
  ...{ id: 're_1', charge: 'ch_1', payment_intent: 'pi_1', amount: 200 },
  ...over,
});
const dispute = (over: Partial<Stripe.Dispute> = {}): Stripe.Dispute => ({
  ...stripeFixture<Stripe.Dispute>('dispute'),
  ...{
    id: 'dp_1',
    charge: 'ch_1',
    payment_intent: 'pi_1',
    amount: 499,
    reason: 'fraudulent',
    status: 'needs_response',
  },
  ...over,
});
const transfer = (over: Partial<Stripe.Transfer> = {}): Stripe.Transfer => ({
  ...stripeFixture<Stripe.Transfer>('transfer'),
  ...{ id: 'tr_1', metadata: { payout_id: payoutId } },
  ...over,
});
const booking = (amount: number, fee: number, currency = 'usd'): Stripe.BalanceTransaction => ({
  ...stripeFixture<Stripe.BalanceTransaction>('balance_transaction'),
  ...{ amount, fee, currency },
});

type ObjectOf<Type extends Stripe.Event['type']> = Extract<Stripe.Event, { type: Type }>['data']['object'];
const envelope = stripeFixture<Omit<Stripe.Event, 'type' | 'data'>>('event');
/** The compiler holds each pair of type and object against the SDK's. */
const event = <Type extends Stripe.Event['type']>(type: Type, object: ObjectOf<Type>) => ({
  ...envelope,
  id: 'evt_1',
  type,
  data: { object },
});
event('payment_intent.succeeded', intent()) satisfies Stripe.PaymentIntentSucceededEvent;

const read = (body: object, isLive = false) => readStripeEvent(Buffer.from(JSON.stringify(body)), isLive);
const paid = { amountMinor: 499, currency: 'USD', feeMinor: null, instrument: null };
const byCard = { ...paid, instrument: 'stripe:AOB934RVNwzk6xtn' };
const refunded = (status: string) => ({ refunds: [{ ref: 're_1', amountMinor: 200, status }] });
const disputed = (status: string, feeMinor: number | null = null) => ({
  disputes: [{ ref: 'dp_1', amountMinor: 499, feeMinor, reason: 'fraudulent', status }],
});
const succeeded = intent({ status: 'succeeded', amount_received: 499 });
const declined = { type: 'card_error', code: 'card_declined', decline_code: 'lost_card' } as const;

describe('what an event of Stripe says', () => {
  const table: [{ type: Stripe.Event['type'] }, object][] = [
    [event('checkout.session.completed', session()), { pending: true }],
    [event('checkout.session.completed', session({ payment_status: 'unpaid' })), { pending: true }],
    [event('checkout.session.async_payment_succeeded', session()), { pending: true }],
    [
      event('checkout.session.async_payment_failed', session({ payment_status: 'unpaid' })),
      { pending: true, failed: { code: null } },
    ],
    [event('checkout.session.expired', session({ status: 'expired', payment_status: 'unpaid' })), { cancelled: true }],
    [event('payment_intent.created', intent()), {}],
    [event('payment_intent.processing', intent({ status: 'processing' })), { pending: true }],
    [event('payment_intent.requires_action', intent({ status: 'requires_action' })), {}],
    [event('payment_intent.amount_capturable_updated', intent({ status: 'requires_capture' })), { pending: true }],
    [event('payment_intent.succeeded', succeeded), { paid }],
    [
      event('payment_intent.payment_failed', intent({ last_payment_error: declined })),
      { failed: { code: 'lost_card' } },
    ],
    [event('payment_intent.canceled', intent({ status: 'canceled' })), { cancelled: true }],
    [event('charge.pending', charge({ status: 'pending', captured: false })), { pending: true }],
    [event('charge.succeeded', charge()), { paid: byCard }],
    [event('charge.succeeded', charge({ captured: false, amount_captured: 0 })), { pending: true }],
    [event('charge.captured', charge()), { paid: byCard }],
    [event('charge.updated', charge()), { paid: byCard }],
    [
      event('charge.failed', charge({ status: 'failed', failure_code: 'expired_card' })),
      { failed: { code: 'expired_card' } },
    ],
    [event('refund.created', refund({ status: 'pending' })), refunded('pending')],
    [event('refund.created', refund({ status: 'requires_action' })), refunded('pending')],
    [event('refund.updated', refund()), refunded('succeeded')],
    [event('refund.updated', refund({ status: 'canceled' })), refunded('failed')],
    [event('refund.failed', refund({ status: 'failed' })), refunded('failed')],
    [event('charge.refund.updated', refund()), refunded('succeeded')],
    [event('charge.dispute.created', dispute()), disputed('open')],
    [event('charge.dispute.updated', dispute({ status: 'under_review' })), disputed('open')],
    [event('charge.dispute.updated', dispute({ status: 'appeal_under_review' })), disputed('open')],
    [
      event('charge.dispute.funds_withdrawn', dispute({ balance_transactions: [booking(-499, 1500)] })),
      disputed('open', 1500),
    ],
    [
      event('charge.dispute.funds_withdrawn', dispute({ balance_transactions: [booking(-420, 1500, 'eur')] })),
      disputed('open', null),
    ],
    [
      event(
        'charge.dispute.funds_reinstated',
        dispute({ status: 'won', balance_transactions: [booking(-499, 1500), booking(499, -1500)] }),
      ),
      disputed('won', 0),
    ],
    [event('charge.dispute.closed', dispute({ status: 'lost' })), disputed('lost')],
    [event('charge.dispute.closed', dispute({ status: 'warning_closed' })), disputed('inquiry')],
    [event('charge.dispute.created', dispute({ status: 'warning_needs_response' })), disputed('inquiry')],
    [event('charge.dispute.closed', dispute({ status: 'prevented' })), disputed('inquiry')],
    [
      event('charge.dispute.closed', dispute({ status: 'prevented', balance_transactions: [booking(-499, 0)] })),
      disputed('lost', 0),
    ],
    [event('charge.dispute.updated', dispute({ status: 'a_status_of_next_year' })), disputed('inquiry')],
  ];
  it.each(table.map(([body, facts]) => [body.type, facts, body] as const))('%s: %j', (type, facts, body) => {
    const isSession = type.startsWith('checkout.');
    const isOfCharge = type.startsWith('charge.') && !/dispute|refund\./.test(type);
    const isAboutPart = /refund\.|dispute/.test(type);
    expect(read(body)).toEqual({
      id: 'evt_1',
      type,
      about: 'payment',
      paymentId: isAboutPart ? null : paymentId,
      refs: isSession ? ['cs_1', 'pi_1'] : isOfCharge ? ['ch_1', 'pi_1'] : ['pi_1', 'ch_1'],
      facts,
    });
  });

  it('takes refunds from a charge only where they are listed', () => {
    expect(read(event('charge.refunded', charge({ amount_refunded: 200, refunds: null })))).toMatchObject({
      facts: { paid: byCard },
    });
    const refunds = { object: 'list' as const, has_more: false, url: '', data: [refund()] };
    expect(read(event('charge.refunded', charge({ amount_refunded: 200, refunds })))).toMatchObject({
      facts: refunded('succeeded'),
    });
  });

  it('reads what was expanded as well as what is only named', () => {
    const whole = session({
      payment_intent: { ...succeeded, latest_charge: charge({ balance_transaction: booking(499, 44) }) },
    });
    expect(read(event('checkout.session.completed', whole))).toMatchObject({
      refs: ['cs_1', 'pi_1', 'ch_1'],
      facts: { pending: true, paid: { ...byCard, feeMinor: 44 } },
    });
    expect(read(event('charge.updated', charge({ balance_transaction: booking(420, 40, 'eur') })))).toMatchObject({
      facts: { paid: { feeMinor: null } },
    });
    const named = dispute({ charge: charge(), payment_intent: intent() });
    expect(read(event('charge.dispute.created', named))).toMatchObject({ refs: ['pi_1', 'ch_1'] });
    expect(read(event('refund.created', refund({ charge: null, payment_intent: null })))).toMatchObject({ refs: [] });
  });

  it('names what paid by its fingerprint, whatever it is, and nothing where there is none', () => {
    const by = (details: object) =>
      read(
        event('charge.succeeded', charge({ payment_method_details: details as Stripe.Charge.PaymentMethodDetails })),
      );
    const debit = { type: 'us_bank_account', us_bank_account: { fingerprint: 'B1' } };
    expect(by(debit)).toMatchObject({ facts: { paid: { instrument: 'stripe:B1' } } });
    expect(by({ type: 'upi', upi: {} })).toMatchObject({ facts: { paid: { instrument: null } } });
  });

  it('reads transfers as payouts, which are back only when all of it is', () => {
    const facts = { ref: 'tr_1', status: 'paid', feeMinor: null, failureCode: null };
    const about = { about: 'payout', payoutId, refs: ['tr_1'] };
    expect(read(event('transfer.created', transfer()))).toMatchObject({ ...about, facts });
    expect(read(event('transfer.reversed', transfer({ amount_reversed: 1 })))).toMatchObject({ ...about, facts });
    expect(read(event('transfer.reversed', transfer({ reversed: true })))).toMatchObject({
      ...about,
      facts: { ...facts, status: 'returned', failureCode: 'transfer_reversed' },
    });
  });

  it.each<[string, object, boolean]>([
    ['of no consequence', event('customer.created', stripeFixture<Stripe.Customer>('customer')), false],
    ['of a type that nobody knows yet', { ...envelope, id: 'evt_1', type: 'toString', data: { object: {} } }, false],
    ['of a payout to a bank', event('payout.failed', stripeFixture<Stripe.Payout>('payout')), false],
    [
      'in an account of a creator, who can write our metadata there',
      { ...event('payment_intent.succeeded', succeeded), account: 'acct_1' },
      false,
    ],
    ['with test money, while our keys are live', event('payment_intent.succeeded', succeeded), true],
    [
      'with live money, while our keys are for tests',
      { ...event('payment_intent.succeeded', succeeded), livemode: true },
      false,
    ],
  ])('nothing follows from one %s', (_, body, isLive) => {
    expect(read(body, isLive)).toMatchObject({ id: 'evt_1', about: 'nothing' });
  });

  it('believes an id of ours only where we wrote it, and only of our form', () => {
    expect(read(event('payment_intent.created', intent({ metadata: { payment_id: '17' } })))).toMatchObject({
      paymentId: null,
    });
    const byLink = session({ metadata: {}, client_reference_id: paymentId });
    expect(read(event('checkout.session.completed', byLink))).toMatchObject({ paymentId: null });
  });

  it.each<[string, string | object]>([
    ['no JSON', '{"id": '],
    ['no event', intent()],
    [
      'a thin event of version 2',
      { object: 'v2.core.event', id: 'evt_1', type: 'v1.billing.meter.error_report_triggered' },
    ],
    [
      'another object than its type says',
      { ...event('payment_intent.succeeded', succeeded), data: { object: charge() } },
    ],
    ['a currency that we never asked for', event('payment_intent.succeeded', { ...succeeded, currency: 'eur' })],
    ['a refund in another currency', event('refund.created', refund({ currency: 'jpy' }))],
    ['a fraction of a cent', event('payment_intent.succeeded', { ...succeeded, amount_received: 4.5 })],
    ['an amount below zero', event('refund.created', refund({ amount: -1 }))],
  ])('%s is nonsense', (_, body) => {
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    expect(() => readStripeEvent(bytes, false)).toThrow(expect.objectContaining({ kind: 'nonsense' }));
  });
});
