import type { Actor } from '@troupe/test-kit/actors';
import type { PaymentEntity } from '@troupe/test-kit/razorpay-entities';
import { HearPaymentService } from '../../src/modules/payment/hear-payment.service.ts';
import { PaymentProviders } from '../../src/modules/payment/providers/payment-providers.ts';
import { faultsIn } from '../support/books.ts';
import { poorFan, purseOf } from '../support/cheats.ts';
import { seeded, shuffled } from '../support/orders.ts';
import { BONUS, COINS, type Stand, standsOf } from '../support/payments.ts';
import { openAtRazorpay, openAtStripe, openTills, type Tills } from '../support/providers.ts';

/** `PAYMENT_ORDERS=300` tries so many orders of each set. */
const ORDERS_OF_A_SET = Number(process.env['PAYMENT_ORDERS'] ?? 10);
const AT_ONCE = 5;
const SEED = 1121;
const STRIPE_FEE_MINOR = 33;
const DISPUTE_FEE_MINOR = 1500;
const RAZORPAY_FEE_MINOR = 186;

/** A payment, everything that its provider says of it, in the order in which it happened, and what it answers when it is asked. */
interface Story {
  paymentId: string;
  tell: (() => Promise<void>)[];
}

describe('in whatever order a provider tells', () => {
  let tills: Tills;
  let packId: string;

  beforeAll(async () => {
    tills = await openTills();
    packId = await tills.house.world.addPack();
  });
  afterAll(async () => tills.close());

  const must = async (status: Promise<number>) => {
    if ((await status) !== 200) throw new Error(`the webhook was answered with ${await status}`);
  };
  /** The page that somebody comes back to, or the reconciler. */
  const asked = (name: 'stripe' | 'razorpay', paymentId: string, ref: string) => async () => {
    const provider = tills.house.get(PaymentProviders).get(name);
    await tills.house.get(HearPaymentService).hear(provider, paymentId, await provider.fetch([ref]));
  };
  const stripe =
    (form: 'sheet' | 'page', happens: (ref: string) => void) =>
    async (fan: Actor): Promise<Story> => {
      const { paymentId, ref } = await openAtStripe(tills, fan, packId, form);
      const before = tills.stripe.events.length;
      happens(ref);
      const events = tills.stripe.events.slice(before);
      const tell = events.map((event) => () => must(tills.post('stripe', tills.stripe.delivery(event))));
      return { paymentId, tell: [...tell, asked('stripe', paymentId, ref)] };
    };
  const razorpay =
    (happens: (begun: PaymentEntity) => void) =>
    async (fan: Actor): Promise<Story> => {
      const { paymentId, orderId, begun } = await openAtRazorpay(tills, fan, packId);
      const before = tills.razorpay.events.length;
      happens(begun);
      const tell = tills.razorpay.events.slice(before).map((event) => () => must(tills.post('razorpay', event)));
      return { paymentId, tell: [...tell, asked('razorpay', paymentId, orderId)] };
    };
  const refundAtRazorpay = (paymentId: string, amount: number) => {
    const request = { method: 'POST', path: '', query: new URLSearchParams(), headers: {}, body: { amount } };
    return tills.razorpay.payments.refund(paymentId, request);
  };
  const capture = (begun: PaymentEntity) => tills.razorpay.payments.settle(tills.razorpay.payments.authorize(begun));

  type End = Pick<
    Stand,
    'status' | 'failure' | 'refunded' | 'disputed' | 'taken' | 'fee' | 'cash' | 'liability' | 'fees'
  >;
  const none: End = {
    status: 'created',
    failure: null,
    refunded: 0,
    disputed: 0,
    taken: 0,
    fee: 0,
    cash: 0,
    liability: 0,
    fees: 0,
  };
  /** Paid, and so much of it gone again; `feesMinor` are those of disputes. */
  const paid = (
    priceMinor: number,
    feeMinor: number,
    gone: { refunded?: number; disputed?: number; feesMinor?: number } = {},
  ): End => {
    const { refunded = 0, disputed = 0, feesMinor = 0 } = gone;
    const taken = refunded + disputed;
    const [fees, liability] = [feeMinor + feesMinor, priceMinor - taken];
    return {
      ...none,
      status: 'succeeded',
      refunded,
      disputed,
      taken,
      fee: feeMinor,
      fees,
      liability,
      cash: liability - fees,
    };
  };
  const atStripe = (gone = {}) => paid(99, STRIPE_FEE_MINOR, gone);
  const atRazorpay = (gone = {}) => paid(7900, RAZORPAY_FEE_MINOR, gone);
  const all = { coins: COINS, bonus: BONUS };
  const act = () => tills.stripe.act;

  const sets: [string, (fan: Actor) => Promise<Story>, End, { coins?: number; bonus?: number }][] = [
    [
      'Stripe’s sheet: a card that fails, then one that pays',
      stripe('sheet', (ref) => [act().fail(ref), act().pay(ref)]),
      atStripe(),
      all,
    ],
    ['Stripe’s page: paid', stripe('page', (ref) => act().pay(ref)), atStripe(), all],
    [
      'Stripe’s page: a bank debit that takes days',
      stripe('page', (ref) => [act().process(ref), act().pay(ref)]),
      atStripe(),
      all,
    ],
    ['Stripe’s page: left alone', stripe('page', (ref) => act().expire(ref)), { ...none, status: 'cancelled' }, {}],
    [
      'Stripe: a third refunded, and another refund that fails',
      stripe('page', (ref) => {
        const { id } = act().pay(ref);
        act().settleRefund(act().refund(id, { amount: 33, status: 'pending' }).id, 'succeeded');
        act().settleRefund(act().refund(id, { amount: 20, status: 'pending' }).id, 'failed');
      }),
      atStripe({ refunded: 33 }),
      { coins: COINS - 33_333_333, bonus: BONUS - 3_333_333 },
    ],
    [
      'Stripe: disputed and won',
      stripe('page', (ref) => act().moveDispute(act().dispute(act().pay(ref).id).id, 'won')),
      atStripe({ feesMinor: DISPUTE_FEE_MINOR }),
      all,
    ],
    [
      'Stripe: a part refunded, and all disputed and lost',
      stripe('sheet', (ref) => {
        const { id } = act().pay(ref);
        act().refund(id, { amount: 33 });
        act().moveDispute(act().dispute(id).id, 'lost');
      }),
      atStripe({ refunded: 33, disputed: 66, feesMinor: DISPUTE_FEE_MINOR }),
      {},
    ],
    ['Razorpay: paid', razorpay(capture), atRazorpay(), all],
    [
      'Razorpay: an attempt that fails, then one that pays',
      razorpay((begun) => {
        tills.razorpay.payments.fail(begun, 'payment_cancelled');
        capture(tills.razorpay.payments.begin(begun.order_id ?? ''));
      }),
      atRazorpay(),
      all,
    ],
    [
      'Razorpay: a tenth refunded, and another refund that fails',
      razorpay((begun) => {
        const { id } = capture(begun);
        tills.razorpay.payments.finishRefund(refundAtRazorpay(id, 790).id, 'processed');
        tills.razorpay.payments.finishRefund(refundAtRazorpay(id, 1000).id, 'failed');
      }),
      atRazorpay({ refunded: 790 }),
      { coins: COINS - 10_000_000, bonus: BONUS - 1_000_000 },
    ],
    [
      'Razorpay: disputed and won',
      razorpay((begun) => {
        const { id } = tills.razorpay.payments.dispute(capture(begun).id, { amount_deducted: 7900 });
        tills.razorpay.payments.moveDispute(id, 'won', { status: 'won', amount_deducted: 0 });
      }),
      atRazorpay(),
      all,
    ],
    [
      'Razorpay: disputed, and less of it lost',
      razorpay((begun) => {
        const { id } = tills.razorpay.payments.dispute(capture(begun).id, { amount_deducted: 7900 });
        tills.razorpay.payments.moveDispute(id, 'under_review', { status: 'under_review' });
        tills.razorpay.payments.moveDispute(id, 'lost', { status: 'lost', amount_deducted: 790 });
      }),
      atRazorpay({ disputed: 790 }),
      { coins: COINS - 10_000_000, bonus: BONUS - 1_000_000 },
    ],
  ];

  it.each(sets)(
    '%s: it ends the same',
    async (_, begin, end, each) => {
      const random = seeded(SEED);
      const [fan, tried] = [await poorFan(tills.house), [] as { order: number[]; paymentId: string }[]];
      const stories: Story[] = [];
      for (let count = 0; count < ORDERS_OF_A_SET; count += 1) stories.push(await begin(fan));
      const left = [...stories];
      const work = async () => {
        for (let story = left.pop(); story !== undefined; story = left.pop()) {
          // Every event once, and some of them twice.
          const doubled = [...story.tell.keys()].filter(() => random() < 0.3);
          const order = shuffled([...story.tell.keys(), ...doubled], random);
          tried.push({ order, paymentId: story.paymentId });
          for (const index of order) await story.tell[index]?.();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const stands = await standsOf(
        tills.house.world,
        tried.map(({ paymentId }) => paymentId),
      );
      const wrong = stands.flatMap((stand, index) => {
        const { coins, bonus, owed, credits, ...own } = stand;
        return JSON.stringify(own) === JSON.stringify({ ...own, ...end }) ? [] : [{ ...tried[index], own }];
      });
      expect(wrong).toEqual([]);
      const purse = Object.entries(each).map(([bucket, amount]) => [bucket, amount * ORDERS_OF_A_SET]);
      expect(await purseOf(tills.house, fan)).toEqual(Object.fromEntries(purse));
      expect(await faultsIn(tills.house.world)).toEqual([]);
    },
    60_000 + ORDERS_OF_A_SET * 1_000,
  );
});
