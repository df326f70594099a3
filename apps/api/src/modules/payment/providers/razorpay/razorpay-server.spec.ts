import { type RazorpayServer, startRazorpayServer } from '@troupe/test-kit/razorpay-server';

let server: RazorpayServer;
beforeAll(async () => {
  server = await startRazorpayServer();
});
afterAll(() => server.close());

interface Answer {
  status: number;
  body: { id?: string; error?: { description: string; field?: string; reason: string } };
}
async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${server.url}/v1/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${server.keyId}:${server.keySecret}`).toString('base64')}`,
      ...headers,
    },
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const ORDER = { amount: 500, currency: 'INR' };
const manyNotes = (count: number, length = 1) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, 'x'.repeat(length)]));

/** The tests of the adapter are worth as much as this server is strict. */
describe('The local Razorpay refuses what Razorpay refuses', () => {
  it.each<[string, object, string]>([
    ['an amount under a rupee', { ...ORDER, amount: 99 }, 'amount'],
    ['an amount in text', { ...ORDER, amount: '500' }, 'amount'],
    ['a fraction of a paisa', { ...ORDER, amount: 500.5 }, 'amount'],
    ['no amount', { currency: 'INR' }, 'amount'],
    ['no currency', { amount: 500 }, 'currency'],
    ['a long receipt', { ...ORDER, receipt: 'x'.repeat(41) }, 'receipt'],
    ['too many notes', { ...ORDER, notes: manyNotes(16) }, 'notes'],
    ['long notes', { ...ORDER, notes: manyNotes(1, 257) }, 'notes'],
    ['capture without its time', { ...ORDER, payment: { capture: 'sometimes' } }, 'capture'],
    [
      'too long a time for capture',
      {
        ...ORDER,
        payment: { capture: 'automatic', capture_options: { refund_speed: 'normal', manual_expiry_period: 7_201 } },
      },
      'manual_expiry_period',
    ],
  ])('for an order: %s', async (_, body, field) => {
    expect(await post('orders', body)).toMatchObject({ status: 400, body: { error: { field } } });
  });

  it('a field that it does not know, a wrong key, no JSON, and another address', async () => {
    expect(await post('orders', { ...ORDER, email: 'a@b.c' })).toMatchObject({
      status: 400,
      body: { error: { description: 'email is/are not required and should not be sent' } },
    });
    expect(await post('orders', ORDER, { authorization: 'Basic eDp5' })).toMatchObject({ status: 401 });
    expect(await post('orders', ORDER, { 'content-type': 'text/plain' })).toMatchObject({ status: 400 });
    expect(await post('order', ORDER)).toMatchObject({ status: 400 });
  });

  it('capture of another amount, or of what is not authorised; a second payment of a paid order', async () => {
    const { body } = await post('orders', ORDER);
    const payment = server.payments.begin(body.id ?? '');
    const capture = (amount: number) => post(`payments/${payment.id}/capture`, { amount, currency: 'INR' });
    expect(await capture(500)).toMatchObject({ status: 400 });
    server.payments.authorize(payment);
    expect(await capture(400)).toMatchObject({ status: 400, body: { error: { field: 'amount' } } });
    expect(await capture(500)).toMatchObject({ status: 200 });
    expect(await capture(500)).toMatchObject({ status: 400 });
    expect(() => server.payments.begin(body.id ?? '')).toThrow('already paid');
  });

  it('a refund above what is left, with a bad key, or with a used key and another body', async () => {
    const { body } = await post('orders', ORDER);
    const { id } = server.payments.settle(server.payments.begin(body.id ?? ''));
    const refund = (amount: number, key?: string) =>
      post(`payments/${id}/refund`, { amount }, key === undefined ? {} : { 'x-refund-idempotency': key });
    expect(await refund(501)).toMatchObject({ status: 400 });
    expect(await refund(200, 'short')).toMatchObject({ status: 400 });
    const first = await refund(200, 'long-enough-key');
    expect(await refund(200, 'long-enough-key')).toEqual(first);
    expect(await refund(201, 'long-enough-key')).toMatchObject({ status: 400 });
    expect(await refund(301, 'another-long-key')).toMatchObject({ status: 400 });
    expect(await refund(300, 'another-long-key')).toMatchObject({ status: 200 });
    expect(await refund(100)).toMatchObject({ status: 400 });
  });

  it('a payout without a key, with a used key and another body, from a foreign account, by a way that the account has not', async () => {
    const contact = await post('contacts', { name: 'Asha Rao' });
    const vpa = { contact_id: contact.body.id, account_type: 'vpa', vpa: { address: 'asha@okhdfc' } };
    const fundAccount = await post('fund_accounts', vpa);
    const payout = {
      account_number: server.accountNumber,
      fund_account_id: fundAccount.body.id,
      amount: 500,
      currency: 'INR',
      mode: 'UPI',
      purpose: 'payout',
    };
    const key = (value: string) => ({ 'x-payout-idempotency': value });
    expect(await post('payouts', payout)).toMatchObject({
      status: 400,
      body: { error: { field: 'X-Payout-Idempotency' } },
    });
    expect(await post('payouts', payout, key('x'.repeat(37)))).toMatchObject({ status: 400 });
    expect(await post('payouts', { ...payout, narration: 'Troupe: payout' }, key('key1'))).toMatchObject({
      status: 400,
    });
    expect(await post('payouts', { ...payout, mode: 'IMPS' }, key('key1'))).toMatchObject({ status: 400 });
    expect(await post('payouts', { ...payout, account_number: '1' }, key('key1'))).toMatchObject({ status: 400 });
    const first = await post('payouts', payout, key('key1'));
    expect(first).toMatchObject({ status: 200 });
    expect(await post('payouts', payout, key('key1'))).toEqual(first);
    expect(await post('payouts', { ...payout, amount: 501 }, key('key1'))).toMatchObject({ status: 400 });
  });
});

describe('The events of the local Razorpay', () => {
  it('tell everything that happened, as it was then', async () => {
    const from = server.events.length;
    const { body } = await post('orders', ORDER);
    const attempt = server.payments.begin(body.id ?? '');
    server.payments.settle(server.payments.authorize(attempt));
    const told = server.events.slice(from);
    expect(told.map(({ type }) => type)).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
    expect(new Set(told.map(({ id }) => id)).size).toBe(3);
    expect(JSON.parse(told[0]?.body.toString() ?? '')).toMatchObject({
      entity: 'event',
      contains: ['payment'],
      payload: { payment: { entity: { status: 'authorized', captured: false, fee: null } } },
    });
  });
});
