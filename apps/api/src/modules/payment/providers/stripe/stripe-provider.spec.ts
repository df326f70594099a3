import { StripeRefusal, type StripeServer, startStripeServer } from '@troupe/test-kit/stripe-server';
import { newId } from '../../../../platform/ids/ids.ts';
import type { PaymentOrder } from '../payment-provider.ts';
import type { StripeSettings } from './stripe-client.ts';
import { StripeProvider } from './stripe-provider.ts';

const settingsOf = (server: StripeServer): StripeSettings => ({
  secretKey: server.secretKey,
  publishableKey: server.publishableKey,
  webhookSecrets: [server.webhookSecret],
  apiUrl: server.url,
  timeoutMs: 2_000,
  webOrigin: 'https://troupe.example',
});
const orderOf = (over: Partial<PaymentOrder> = {}): PaymentOrder => ({
  paymentId: newId(),
  userId: newId(),
  email: 'fan@example.com',
  customerRef: null,
  amountMinor: 499,
  currency: 'USD',
  description: 'Popular: 500 coins',
  form: 'sheet',
  ...over,
});

describe('Stripe', () => {
  let server: StripeServer;
  let provider: StripeProvider;
  beforeEach(async () => {
    server = await startStripeServer();
    provider = new StripeProvider(settingsOf(server));
  });
  afterEach(() => server.close());

  /** What the provider reads in every event so far, each signed and verified as on the wire. */
  const readAll = () =>
    server.events.map((event) => {
      const { body, headers } = server.delivery(event);
      expect(provider.isSigned(body, headers, new Date())).toBe(true);
      return provider.read(body);
    });
  const calls = (operation: string) => server.requests.filter((request) => request.operation === operation);

  describe('a checkout', () => {
    it('opens a sheet for a new customer, who is made once', async () => {
      const order = orderOf();
      const opened = await provider.open(order);
      const [intent] = server.all('payment_intent');
      const [customer] = server.all('customer');
      expect(opened).toEqual({
        providerRef: intent?.id,
        customerRef: customer?.id,
        handover: {
          kind: 'stripe_sheet',
          clientSecret: intent?.['client_secret'],
          publishableKey: server.publishableKey,
        },
      });
      expect(intent).toMatchObject({ amount: 499, currency: 'usd', metadata: { payment_id: order.paymentId } });
      expect(customer).toMatchObject({ email: order.email, metadata: { user_id: order.userId } });

      await provider.open(orderOf({ userId: order.userId, email: 'moved@example.com' }));
      await provider.open(orderOf({ userId: order.userId, customerRef: opened.customerRef }));
      expect(server.all('customer')).toHaveLength(1);
      expect(server.all('payment_intent')).toHaveLength(3);
    });

    it('opens with a new customer when the known one is gone', async () => {
      const order = orderOf({ customerRef: 'cus_gone' });
      const opened = await provider.open(order);
      expect(server.all('customer')).toEqual([expect.objectContaining({ id: opened.customerRef })]);
      expect(await provider.open(order)).toEqual(opened);
      expect(server.all('payment_intent')).toHaveLength(1);
    });

    it('opens although Stripe does not take the address', async () => {
      server.misbehave(
        [new StripeRefusal(400, { type: 'invalid_request_error', code: 'email_invalid', message: 'Invalid email' })],
        /customers\/:id/,
      );
      expect((await provider.open(orderOf())).customerRef).toBe(server.all('customer')[0]?.id);
      server.misbehave(['error_500', 'error_500'], /customers\/:id/);
      await expect(provider.open(orderOf())).rejects.toMatchObject({ kind: 'unavailable' });
    });

    it('opens a page in rupees that comes back to us and ends in an hour', async () => {
      const order = orderOf({ form: 'page', currency: 'INR', amountMinor: 39_900 });
      const { providerRef, handover } = await provider.open(order);
      const [session] = server.all('checkout.session');
      expect(session).toMatchObject({
        id: providerRef,
        amount_total: 39_900,
        currency: 'inr',
        client_reference_id: order.paymentId,
        metadata: { payment_id: order.paymentId },
        success_url: `https://troupe.example/checkout/${order.paymentId}?from=stripe`,
        cancel_url: `https://troupe.example/checkout/${order.paymentId}?from=stripe&cancelled=1`,
      });
      expect(Math.abs(Number(session?.['expires_at']) - Date.now() / 1000 - 3600)).toBeLessThan(10);
      expect(handover).toEqual({ kind: 'redirect', url: session?.['url'] });
      expect(calls('POST /v1/checkout/sessions')[0]?.form).toMatchObject({ adaptive_pricing: { enabled: 'false' } });
    });

    it.each(['sheet', 'page'] as const)('opened twice with the same order is one %s', async (form) => {
      const order = orderOf({ form });
      const first = await provider.open(order);
      expect(await provider.open(order)).toEqual(first);
      expect(server.all(form === 'sheet' ? 'payment_intent' : 'checkout.session')).toHaveLength(1);
    });

    it.each(['sheet', 'page'] as const)('whose answer was lost is still one %s, with one key', async (form) => {
      const operation = form === 'sheet' ? 'POST /v1/payment_intents' : 'POST /v1/checkout/sessions';
      const order = orderOf({ form, customerRef: (await provider.open(orderOf())).customerRef });
      const before = server.all('payment_intent').length;
      const requestsBefore = calls(operation).length;
      server.misbehave(['cut_after', 'cut_after'], /POST/);
      await expect(provider.open(order)).rejects.toMatchObject({ kind: 'unavailable' });
      await provider.open(order);
      const made = calls(operation).slice(requestsBefore);
      expect(made).toHaveLength(3);
      expect(new Set(made.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
      expect(made[0]?.idempotencyKey).toContain(order.paymentId);
      const objects =
        form === 'sheet' ? server.all('payment_intent').length - before : server.all('checkout.session').length;
      expect(objects).toBe(1);
    });

    it.each(['sheet', 'page'] as const)('under the smallest amount is refused (%s)', async (form) => {
      await expect(provider.open(orderOf({ form, amountMinor: 49 }))).rejects.toMatchObject({
        kind: 'refused',
        code: 'amount_too_small',
      });
    });
  });

  describe.each(['sheet', 'page'] as const)('a payment by %s', (form) => {
    it('is pending, then failed, then paid, and its events name it', async () => {
      const order = orderOf({ form });
      const { providerRef } = await provider.open(order);
      expect((await provider.fetch([providerRef])).facts).not.toHaveProperty('paid');
      server.act.challenge(providerRef);
      expect((await provider.fetch([providerRef])).facts).not.toHaveProperty('pending');
      server.act.fail(providerRef, 'lost_card');
      expect((await provider.fetch([providerRef])).facts).toMatchObject({ failed: { code: 'lost_card' } });
      server.act.process(providerRef);
      expect((await provider.fetch([providerRef])).facts).toMatchObject({ pending: true });
      const intent = server.act.pay(providerRef, { fingerprint: 'F1' });

      const known = await provider.fetch([providerRef]);
      expect(known.refs).toEqual(expect.arrayContaining([providerRef, intent.id, intent.latest_charge]));
      const paid = { amountMinor: 499, currency: 'USD', feeMinor: 44, instrument: 'stripe:F1' };
      expect(known.facts.paid).toEqual(paid);
      expect((await provider.fetch([intent.latest_charge ?? ''])).facts.paid).toEqual(paid);

      for (const event of readAll()) {
        expect(event).toMatchObject({ about: 'payment', paymentId: order.paymentId });
      }
      const paidBy = readAll().filter((event) => event.about === 'payment' && event.facts.paid !== undefined);
      expect(paidBy.map(({ type }) => type)).toEqual([
        'charge.succeeded',
        'payment_intent.succeeded',
        'charge.updated',
      ]);
    });

    it('can be called off until it is paid', async () => {
      const open = await provider.open(orderOf({ form }));
      expect((await provider.cancel([open.providerRef])).facts).toMatchObject({ cancelled: true });
      expect((await provider.cancel([open.providerRef])).facts).toMatchObject({ cancelled: true });

      const other = await provider.open(orderOf({ form }));
      const intent = server.act.pay(other.providerRef);
      const { facts } = await provider.cancel([intent.id, other.providerRef]);
      expect(facts).toMatchObject({ paid: { amountMinor: 499 } });
      expect(facts).not.toHaveProperty('cancelled');
    });

    it('that Stripe refuses to call off says so', async () => {
      const { providerRef } = await provider.open(orderOf({ form }));
      server.misbehave([new StripeRefusal(400, { type: 'invalid_request_error', message: 'No' })], /cancel|expire/);
      await expect(provider.cancel([providerRef])).rejects.toMatchObject({ kind: 'refused' });
    });

    it('is given back in parts, once for each key, and not beyond the whole', async () => {
      const { providerRef } = await provider.open(orderOf({ form }));
      const intent = server.act.pay(providerRef);
      const refs = [providerRef, intent.id, intent.latest_charge ?? ''];
      server.misbehave(['cut_after'], /refunds/);
      const first = await provider.refund(refs, 200, 'refund-1');
      expect(first).toEqual({ ref: first.ref, amountMinor: 200, status: 'succeeded' });
      expect(await provider.refund(refs, 200, 'refund-1')).toEqual(first);
      await expect(provider.refund(refs, 300, 'refund-2')).rejects.toMatchObject({ kind: 'refused' });
      const rest = await provider.refund([intent.latest_charge ?? ''], 299, 'refund-3');
      expect((await provider.fetch(refs)).facts.refunds).toHaveLength(2);
      server.act.settleRefund(rest.ref, 'failed');
      expect((await provider.fetch([intent.id])).facts.refunds).toEqual(
        expect.arrayContaining([first, { ...rest, status: 'failed' }]),
      );
      expect(server.all('refund')).toHaveLength(2);
    });
  });

  it('knows the disputes of a payment with what they cost', async () => {
    const { providerRef } = await provider.open(orderOf());
    server.act.pay(providerRef);
    const dispute = server.act.dispute(providerRef);
    const fact = { ref: dispute.id, amountMinor: 499, feeMinor: 1500, reason: 'fraudulent', status: 'open' };
    expect((await provider.fetch([providerRef])).facts.disputes).toEqual([fact]);
    server.act.moveDispute(dispute.id, 'lost');
    expect((await provider.fetch([providerRef])).facts.disputes).toEqual([{ ...fact, status: 'lost' }]);
    await expect(provider.refund([providerRef], 499, 'refund-1')).rejects.toMatchObject({
      kind: 'refused',
      code: 'charge_disputed',
    });
  });

  it('tells Stripe nothing of how long its calls took', async () => {
    await provider.open(orderOf());
    await provider.open(orderOf());
    for (const { headers } of server.requests) expect(headers).not.toHaveProperty('x-stripe-client-telemetry');
  });

  it('knows nothing of ids that are not there, or not of a payment', async () => {
    for (const refs of [['pi_nothing'], ['cs_test_nothing'], ['ch_nothing'], ['../v1/payouts'], []]) {
      await expect(provider.fetch(refs)).rejects.toMatchObject({ kind: 'unknown' });
    }
    await expect(provider.refund(['cus_1'], 1, 'key')).rejects.toMatchObject({ kind: 'unknown' });
    await expect(provider.cancel(['ch_1'])).rejects.toMatchObject({ kind: 'unknown' });
  });
});
