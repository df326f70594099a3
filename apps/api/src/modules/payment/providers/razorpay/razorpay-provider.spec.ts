import {
  ORDER,
  openRazorpayCounter,
  PAYMENT_ID,
  type RazorpayCounter,
} from '../../../../../test/support/razorpay-counter.ts';
import { vpaFingerprint } from './razorpay-instrument.ts';

const NONE = { refunds: [], disputes: [] };

let server: RazorpayCounter['server'];
let provider: RazorpayCounter['provider'];
let opened: RazorpayCounter['opened'];
let posts: RazorpayCounter['posts'];
beforeEach(async () => {
  ({ server, provider, opened, posts } = await openRazorpayCounter());
});
afterEach(() => server.close());

describe('Opening a payment at Razorpay', () => {
  it('makes an order that says whose it is and captures by itself, and hands over the sheet', async () => {
    const checkout = await provider.open(ORDER);

    const [order] = [...server.payments.orders.values()];
    expect(order).toMatchObject({ amount: 49_900, currency: 'INR', receipt: PAYMENT_ID });
    expect(order?.notes).toEqual({ payment_id: PAYMENT_ID });
    expect(server.calls.at(-1)?.body['payment']).toMatchObject({ capture: 'automatic' });
    expect(checkout).toEqual({
      providerRef: order?.id,
      customerRef: null,
      handover: { kind: 'razorpay_sheet', keyId: server.keyId, orderId: order?.id },
    });
  });

  it.each(['lost', 'cut'] as const)('makes one order when the connection is %s and it is tried again', async (kind) => {
    server.misbehave({ kind }, 'POST /v1/orders');
    await expect(provider.open(ORDER)).rejects.toMatchObject({ name: 'ProviderFault', kind: 'unavailable' });
    server.behave();

    const again = await provider.open(ORDER);

    expect([...server.payments.orders.keys()]).toEqual([again.providerRef]);
  });

  it('takes the older of two orders that were made at the same moment, and never one of another payment', async () => {
    await Promise.all([provider.open(ORDER), provider.open(ORDER)]);
    const [first] = [...server.payments.orders.keys()];
    expect(server.payments.orders.size).toBe(2);
    expect(await opened()).toBe(first);

    // As if Razorpay had forgotten to filter.
    const items = [...server.payments.orders.values()];
    server.payments.listOrders = () => ({ entity: 'collection', count: items.length, items });
    const other = await provider.open({ ...ORDER, paymentId: '019a2b3c-0000-7000-8000-0000000000ff' });
    expect(items.map(({ id }) => id)).not.toContain(other.providerRef);
  });

  it('refuses another amount for a payment that has an order, and what is not INR', async () => {
    await opened();
    await expect(provider.open({ ...ORDER, amountMinor: 100 })).rejects.toMatchObject({ kind: 'refused' });
    await expect(provider.open({ ...ORDER, currency: 'USD' })).rejects.toMatchObject({ kind: 'refused' });
    expect(server.payments.orders.size).toBe(1);
  });
});

describe('Fetching a payment from Razorpay', () => {
  it('knows nothing of an order that nobody tried to pay, or has only begun to pay', async () => {
    const order = await opened();
    expect(await provider.fetch([order])).toEqual({ refs: [order], facts: {} });
    const { id } = server.payments.begin(order);
    expect(await provider.fetch([order])).toEqual({ refs: [order, id], facts: {} });
  });

  it('tells of a failed attempt, and of the one that succeeded after it', async () => {
    const order = await opened();
    const failed = server.payments.fail(server.payments.begin(order), 'payment_cancelled');
    expect(await provider.fetch([order])).toEqual({
      refs: [order, failed.id],
      facts: { failed: { code: 'payment_cancelled' } },
    });
    const paid = server.payments.settle(server.payments.authorize(server.payments.begin(order, 'upi')));
    expect(await provider.fetch([order])).toEqual({
      refs: [order, failed.id, paid.id],
      facts: {
        ...NONE,
        failed: { code: 'payment_cancelled' },
        paid: {
          amountMinor: 49_900,
          currency: 'INR',
          feeMinor: 1_178,
          instrument: vpaFingerprint('FAN@upi', 'pepper'),
        },
      },
    });
  });

  it('finds the order by the payment alone, gives cards no name, and asks nobody about foreign refs', async () => {
    const order = await opened();
    const paid = server.payments.settle(server.payments.begin(order, 'card'));
    expect(await provider.fetch(['pi_stripe', paid.id])).toMatchObject({
      refs: [order, paid.id],
      facts: { paid: { instrument: null } },
    });
    const calls = server.calls.length;
    for (const refs of [[], ['pi_stripe', 'order_../../payments'], ['pay_x/capture']]) {
      await expect(provider.fetch(refs)).rejects.toMatchObject({ kind: 'unknown' });
    }
    expect(server.calls).toHaveLength(calls);
    await expect(provider.fetch(['order_TRPnever'])).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('captures what waits, once, even when the answer is lost', async () => {
    const order = await opened();
    const { id } = server.payments.authorize(server.payments.begin(order));
    server.misbehave({ kind: 'lost' }, 'POST /v1/payments');
    await expect(provider.fetch([order])).rejects.toMatchObject({ kind: 'unavailable' });
    server.behave();

    const known = await provider.fetch([order]);

    expect(known).toMatchObject({ refs: [order, id], facts: { paid: { amountMinor: 49_900 } } });
    expect(posts('/capture')).toBe(1);
  });

  it('believes the payment when capture is refused, and leaves alone what was authorised over another amount', async () => {
    const order = await opened();
    server.payments.authorize(server.payments.begin(order));
    server.misbehave({ kind: 'status', status: 400, description: 'This payment has already been captured' }, 'POST');
    expect(await provider.fetch([order])).toMatchObject({ facts: { pending: true } });
    server.behave();

    const other = (await provider.open({ ...ORDER, paymentId: '019a2b3c-0000-7000-8000-0000000000ff' })).providerRef;
    server.payments.authorize(server.payments.begin(other, 'upi', 100));
    const tried = posts('/capture');
    expect(await provider.fetch([other])).toMatchObject({ facts: { pending: true } });
    expect(posts('/capture')).toBe(tried);
  });

  it('leaves a second attempt alone once the order is paid: Razorpay gives it back', async () => {
    const order = await opened();
    const [first, second] = [server.payments.begin(order), server.payments.begin(order, 'upi')];
    server.payments.settle(first);
    server.payments.authorize(second);
    expect((await provider.fetch([order])).facts).toMatchObject({ pending: true, paid: { amountMinor: 49_900 } });
    expect(posts('/capture')).toBe(0);
  });

  it('calls money that Razorpay gave back before capture a failed attempt, not a refund', async () => {
    const order = await opened();
    server.payments.giveBack(server.payments.authorize(server.payments.begin(order)));
    expect((await provider.fetch([order])).facts).toEqual({ failed: { code: 'auto_refunded' } });
  });

  it('brings refunds and disputes of this payment, and of no other', async () => {
    const other = (await provider.open({ ...ORDER, paymentId: '019a2b3c-0000-7000-8000-0000000000fe' })).providerRef;
    server.payments.dispute(server.payments.settle(server.payments.begin(other)).id, { amount_deducted: 100 });
    const unpaid = (await provider.open({ ...ORDER, paymentId: '019a2b3c-0000-7000-8000-0000000000fc' })).providerRef;
    const order = await opened();
    const paid = server.payments.settle(server.payments.begin(order));
    const { ref } = await provider.refund([order], 900, 'a-refund-of-ours');
    const dispute = server.payments.dispute(paid.id, { amount: 20_000, amount_deducted: 20_500 });

    const known = await provider.fetch([order, paid.id]);

    expect(known.refs).toEqual([order, paid.id, dispute.id]);
    expect(known.facts.refunds).toEqual([{ ref, amountMinor: 900, status: 'pending' }]);
    expect(known.facts.disputes).toEqual([
      { ref: dispute.id, amountMinor: 20_000, feeMinor: 500, reason: 'chargeback', status: 'open' },
    ]);

    // Once a hundred later ones stand before it, it is asked for by its name.
    for (let i = 0; i < 100; i += 1) server.payments.dispute(server.payments.begin(unpaid).id, {});
    expect((await provider.fetch([order, dispute.id])).facts.disputes).toEqual(known.facts.disputes);
    expect((await provider.fetch([order])).facts.disputes).toEqual([]);
    const [foreign = ''] = [...server.payments.disputes.keys()];
    expect((await provider.fetch([order, foreign])).facts.disputes).toEqual([]);
  });
});
