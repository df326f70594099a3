import { STRIPE_API_VERSION } from './stripe/check-params.ts';
import { type StripeServer, startStripeServer, stripeFixture } from './stripe-server.ts';

interface Answer {
  status: number;
  body: { id?: string; error?: { type: string; code?: string; param?: string; message: string } };
}

describe('the local Stripe', () => {
  let server: StripeServer;
  let keyNumber = 0;
  beforeEach(async () => {
    server = await startStripeServer();
  });
  afterEach(() => server.close());

  /** `headers` of null are left out. */
  const post = async (
    path: string,
    form: Record<string, string>,
    headers: Record<string, string | null> = {},
  ): Promise<Answer> => {
    keyNumber += 1;
    const all = {
      authorization: `Bearer ${server.secretKey}`,
      'stripe-version': STRIPE_API_VERSION,
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': `key-${keyNumber}`,
      ...headers,
    };
    const present = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: Object.fromEntries(present),
      body: new URLSearchParams(form).toString(),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const intent = { amount: '499', currency: 'usd' };
  const session = {
    mode: 'payment',
    success_url: 'https://troupe.example/',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': '499',
    'line_items[0][price_data][product_data][name]': 'Coins',
  };
  const without = (form: Record<string, string>, name: string): Record<string, string> =>
    Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));

  it('takes what is in order', async () => {
    expect(await post('/v1/payment_intents', intent)).toMatchObject({
      status: 200,
      body: { object: 'payment_intent' },
    });
    expect(await post('/v1/checkout/sessions', session)).toMatchObject({ status: 200 });
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['an unknown parameter', '/v1/payment_intents', { ...intent, paymentId: '1' }, 'parameter_unknown'],
    [
      'an unknown parameter deep inside',
      '/v1/checkout/sessions',
      { ...session, 'line_items[0][price_data][amount]': '1' },
      'parameter_unknown',
    ],
    ['a name that is not its own', '/v1/payment_intents', { ...intent, constructor: '1' }, 'parameter_unknown'],
    ['no amount', '/v1/payment_intents', without(intent, 'amount'), 'parameter_missing'],
    ['no mode', '/v1/checkout/sessions', without(session, 'mode'), 'parameter_missing'],
    ['no page to return to', '/v1/checkout/sessions', without(session, 'success_url'), 'parameter_missing'],
    ['an amount with a fraction', '/v1/payment_intents', { ...intent, amount: '4.99' }, 'parameter_invalid_integer'],
    ['a currency in capitals', '/v1/payment_intents', { ...intent, currency: 'USD' }, 'parameter_invalid_string'],
    ['too small an amount', '/v1/payment_intents', { ...intent, amount: '49' }, 'amount_too_small'],
  ])('refuses %s', async (_, path, form, code) => {
    expect(await post(path, form)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a word where a yes or no belongs', '/v1/payment_intents', { ...intent, confirm: 'maybe' }, 'confirm'],
    ['a mode that there is not', '/v1/checkout/sessions', { ...session, mode: 'gift' }, 'mode'],
    ['rupees without a description', '/v1/payment_intents', { ...intent, currency: 'inr' }, 'description'],
    ['an end in ten minutes', '/v1/checkout/sessions', { ...session, expires_at: '1700000000' }, 'expires_at'],
    ['a customer who is not there', '/v1/payment_intents', { ...intent, customer: 'cus_1' }, 'customer'],
  ])('refuses %s', async (_, path, form, param) => {
    expect((await post(path, form)).body.error).toMatchObject({ type: 'invalid_request_error', param });
  });

  it.each<[string, Record<string, string | null>, number]>([
    ['no key', { authorization: null }, 401],
    ['another key', { authorization: 'Bearer sk_test_x' }, 401],
    ['another version', { 'stripe-version': '2020-08-27' }, 400],
    ['no version', { 'stripe-version': null }, 400],
    ['a body of another type', { 'content-type': 'application/json' }, 400],
    ['no idempotency key', { 'idempotency-key': null }, 400],
    ['an idempotency key that nobody chose', { 'idempotency-key': 'stripe-node-retry-1' }, 400],
  ])('refuses a request with %s', async (_, headers, status) => {
    expect((await post('/v1/payment_intents', intent, headers)).status).toBe(status);
    expect(server.all('payment_intent')).toEqual([]);
  });

  it('answers a key again with what it answered first, and refuses it for anything else', async () => {
    const headers = { 'idempotency-key': 'the same' };
    const first = await post('/v1/payment_intents', intent, headers);
    expect(await post('/v1/payment_intents', intent, headers)).toEqual(first);
    for (const [path, form] of [
      ['/v1/payment_intents', { ...intent, amount: '500' }],
      ['/v1/customers', {}],
    ] as const) {
      expect(await post(path, form, headers)).toMatchObject({
        status: 400,
        body: { error: { type: 'idempotency_error' } },
      });
    }
    expect(server.all('payment_intent')).toHaveLength(1);
  });

  it('makes nothing that has other fields than Stripe publishes', async () => {
    const { body } = await post('/v1/checkout/sessions', session);
    server.act.fail(body.id ?? '');
    const { id } = server.act.pay(body.id ?? '');
    server.act.settleRefund(server.act.refund(id, { amount: 100, status: 'pending' }).id, 'failed');
    server.act.moveDispute(server.act.dispute(id).id, 'won');
    await post('/v1/customers', { email: 'fan@example.com' });
    const account = await post('/v1/accounts', { country: 'US' });
    server.act.verify(account.body.id ?? '');
    const transfer = { amount: '100', currency: 'usd', destination: account.body.id ?? '' };
    server.act.reverseTransfer((await post('/v1/transfers', transfer)).body.id ?? '');
    const made = [...server.events, ...server.events.map(({ data }) => data.object), ...server.all('customer')];
    for (const object of made) {
      const published = Object.keys(stripeFixture<object>(object.object));
      expect(Object.keys(object).filter((field) => !published.includes(field))).toEqual([]);
      const optional = ['refunds'];
      expect(published.filter((field) => !(field in object) && !optional.includes(field))).toEqual([]);
    }
    expect(new Set(made.map(({ object }) => object)).size).toBe(9);
  });

  it('knows no address that Stripe has not', async () => {
    expect((await post('/v1/coins', {})).status).toBe(404);
    expect((await post('/v1/refunds/re_1/undo', {})).status).toBe(404);
  });

  it('keeps an event as things were, and signs the bytes that it gives out', async () => {
    const { body } = await post('/v1/payment_intents', intent);
    server.act.process(body.id ?? '');
    server.act.pay(body.id ?? '');
    const processing = server.events.find(({ type }) => type === 'payment_intent.processing');
    if (processing === undefined) throw new Error('no such event');
    expect(processing.data.object['status']).toBe('processing');
    const delivery = server.delivery(processing, new Date(1_700_000_000_000));
    expect(delivery.headers['stripe-signature']).toMatch(/^t=1700000000,v1=[0-9a-f]{64}$/);
    expect(JSON.parse(delivery.body.toString())).toEqual(processing);
  });
});
