import {
  ORDER,
  openRazorpayCounter,
  PAYMENT_ID,
  type RazorpayCounter,
} from '../../../../../test/support/razorpay-counter.ts';

const REFUND_KEY = 'refund:019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c';

let server: RazorpayCounter['server'];
let provider: RazorpayCounter['provider'];
let opened: RazorpayCounter['opened'];
let posts: RazorpayCounter['posts'];
beforeEach(async () => {
  ({ server, provider, opened, posts } = await openRazorpayCounter());
});
afterEach(() => server.close());

describe('Refunding at Razorpay', () => {
  const paidOrder = async (): Promise<string> => {
    const order = await opened();
    server.payments.settle(server.payments.begin(order));
    return order;
  };

  it.each(['lost', 'cut'] as const)(
    'gives money back once when the connection is %s and it is tried again',
    async (kind) => {
      const order = await paidOrder();
      server.misbehave({ kind }, 'POST /v1/payments');
      await expect(provider.refund([order], 5_000, REFUND_KEY)).rejects.toMatchObject({ kind: 'unavailable' });
      server.behave();

      const refund = await provider.refund([order], 5_000, REFUND_KEY);

      expect([...server.payments.refunds.keys()]).toEqual([refund.ref]);
      expect(refund).toMatchObject({ amountMinor: 5_000, status: 'pending' });
      expect([...server.payments.payments.values()][0]).toMatchObject({ amount_refunded: 5_000 });
    },
  );

  it('is idempotent by its header too, when the list of refunds is behind', async () => {
    const order = await paidOrder();
    const first = await provider.refund([order], 5_000, REFUND_KEY);
    const [refund] = [...server.payments.refunds.values()];
    server.payments.refunds.clear();
    expect(await provider.refund([order], 5_000, REFUND_KEY)).toEqual(first);
    await expect(provider.refund([order], 5_001, REFUND_KEY)).rejects.toMatchObject({ kind: 'refused' });
    expect(refund?.receipt).toHaveLength(40);
  });

  it('tells how a refund ended, and keeps two keys apart', async () => {
    const order = await paidOrder();
    const { ref } = await provider.refund([order], 5_000, REFUND_KEY);
    server.payments.finishRefund(ref, 'failed');
    expect(await provider.refund([order], 5_000, REFUND_KEY)).toEqual({ ref, amountMinor: 5_000, status: 'failed' });
    // Found by its receipt: the key alone could be forgotten by now.
    expect(posts('/refund')).toBe(1);
    const second = await provider.refund([order], 5_000, 'another-refund');
    server.payments.finishRefund(second.ref, 'processed');
    expect((await provider.fetch([order])).facts.refunds?.map(({ status }) => status).sort()).toEqual([
      'failed',
      'succeeded',
    ]);
  });

  it('refuses more than was paid, less than a rupee, and what nobody paid', async () => {
    const order = await paidOrder();
    await expect(provider.refund([order], 49_901, REFUND_KEY)).rejects.toMatchObject({ kind: 'refused' });
    await expect(provider.refund([order], 99, 'a-small-refund')).rejects.toMatchObject({ kind: 'refused' });
    const unpaid = (await provider.open({ ...ORDER, paymentId: '019a2b3c-0000-7000-8000-0000000000fd' })).providerRef;
    await expect(provider.refund([unpaid], 100, REFUND_KEY)).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('Cancelling at Razorpay', () => {
  it('says cancelled only of what nobody paid or is paying', async () => {
    const order = await opened();
    expect((await provider.cancel([order])).facts).toMatchObject({ cancelled: true });

    const attempt = server.payments.begin(order);
    expect((await provider.cancel([order])).facts.cancelled).toBeUndefined();
    server.payments.fail(attempt, 'payment_timed_out');
    expect((await provider.cancel([order])).facts).toMatchObject({ cancelled: true, failed: {} });

    // A sheet was still open: the money counts.
    server.payments.settle(server.payments.begin(order));
    const { facts } = await provider.cancel([order]);
    expect(facts.paid).toMatchObject({ amountMinor: 49_900 });
    expect(facts.cancelled).toBeUndefined();
  });
});

describe('What the webhook says', () => {
  it('is signed, and together it is what asking says', async () => {
    const order = await opened();
    server.payments.fail(server.payments.begin(order), 'payment_cancelled');
    const paid = server.payments.settle(server.payments.authorize(server.payments.begin(order, 'upi')));
    server.payments.finishRefund((await provider.refund([order], 900, REFUND_KEY)).ref, 'processed');
    const dispute = server.payments.dispute(paid.id, { amount_deducted: 49_000, amount: 49_000 });
    server.payments.moveDispute(dispute.id, 'lost', { status: 'lost' });

    expect(server.events).toHaveLength(8);
    const told = server.events.map(({ body, headers }) => {
      expect(provider.isSigned(body, headers, new Date())).toBe(true);
      const event = provider.read(body, headers);
      if (event.about !== 'payment') throw new Error(`${event.type} is about ${event.about}`);
      return event;
    });

    const { facts, refs } = await provider.fetch([order]);
    const heard = told.map((event) => event.facts);
    expect(new Set(told.flatMap((event) => event.refs))).toEqual(new Set(refs));
    expect(told.map(({ paymentId }) => paymentId).filter((id) => id !== null)).toEqual([PAYMENT_ID]);
    expect(heard.find((fact) => fact.paid !== undefined)?.paid).toEqual(facts.paid);
    expect(heard.find((fact) => fact.failed !== undefined)?.failed).toEqual(facts.failed);
    expect(heard.flatMap(({ refunds = [] }) => refunds).at(-1)).toEqual(facts.refunds?.[0]);
    expect(heard.flatMap(({ disputes = [] }) => disputes).at(-1)).toEqual(facts.disputes?.[0]);
  });
});
