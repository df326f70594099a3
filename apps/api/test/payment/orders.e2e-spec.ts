import { HearPaymentService } from '../../src/modules/payment/hear-payment.service.ts';
import { PaymentProviders } from '../../src/modules/payment/providers/payment-providers.ts';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { ordersOf } from '../support/orders.ts';
import {
  BONUS,
  COINS,
  deliver,
  eventFor,
  type OpenPayment,
  openPayments,
  PRICE_MINOR,
  type Stand,
  standsOf,
} from '../support/payments.ts';

/** `PAYMENT_ORDERS=1000` tries every order; the short form tries so many of each set. */
const ORDERS_OF_A_SET = Number(process.env['PAYMENT_ORDERS'] ?? 12);
const AT_ONCE = 6;
const SEED = 1121;

type Tell = (payment: OpenPayment) => Promise<void>;

describe('in whatever order a payment is told of', () => {
  let house: House;
  let packId: string;

  beforeAll(async () => {
    house = await openHouse();
    packId = await house.world.addPack();
  });
  afterAll(async () => house.close());

  const event =
    (id: string, changes: object): Tell =>
    async (payment) => {
      const told = eventFor(payment.id, { id: `${id}_${payment.id}`, ...changes });
      const answer = await deliver(house, told);
      if (answer.status !== 200) throw new Error(`${id} was answered with ${answer.status}`);
    };
  /** The page that somebody paid on, or the provider when it is asked. */
  const callback =
    (facts: Parameters<HearPaymentService['hear']>[2]['facts']): Tell =>
    async (payment) => {
      const sandbox = house.get(PaymentProviders).get('sandbox');
      await house.get(HearPaymentService).hear(sandbox, payment.id, { refs: [`sbx_${payment.id}`], facts });
    };
  const of = (payment: OpenPayment | undefined, name: string) => `${name}_${payment?.id}`;
  const refund =
    (id: string, name: string, amountMinor: number, status: string): Tell =>
    (payment) =>
      event(id, { type: 'refund.updated', refund: { ref: of(payment, name), amountMinor, status } })(payment);
  const dispute =
    (id: string, status: string, amountMinor = PRICE_MINOR): Tell =>
    (payment) =>
      event(id, { type: 'dispute.updated', dispute: { ref: of(payment, 'd'), amountMinor, status } })(payment);
  const heardDispute =
    (status: 'open' | 'won' | 'lost', feeMinor: number | null): Tell =>
    (payment) => {
      const told = { ref: of(payment, 'd'), amountMinor: PRICE_MINOR, feeMinor, reason: null, status };
      return callback({ disputes: [told] })(payment);
    };

  const pending = event('e_pending', { type: 'payment.pending' });
  const failed = event('e_failed', { type: 'payment.failed' });
  const cancelled = event('e_cancelled', { type: 'payment.cancelled' });
  const paid = event('e_paid', {});
  const paidAgain = event('e_second', {});
  const paidFact = { amountMinor: PRICE_MINOR, currency: 'USD', feeMinor: 7, instrument: null } as const;
  const back = callback({ paid: { ...paidFact, feeMinor: null } });
  const backWithFee = callback({ paid: paidFact });

  const nothing = { refunded: 0, disputed: 0, taken: 0, fee: 0, coins: 0, bonus: 0, owed: 0, failure: null };
  const none: Stand = { ...nothing, status: 'created', credits: 0, cash: 0, liability: 0, fees: 0 };
  const whole = { ...none, status: 'succeeded', credits: 1, coins: COINS, bonus: BONUS };
  const all: Stand = { ...whole, cash: PRICE_MINOR, liability: PRICE_MINOR };
  const gone = { ...all, taken: PRICE_MINOR, coins: 0, bonus: 0, cash: 0, liability: 0 };
  // A third of the price stands for 36.666666 coins, rounded down once: the bonus, and the rest of bought ones.
  const [coins, bonus] = [COINS - 33_333_333, BONUS - 3_333_333];
  const third = { ...all, refunded: 33, taken: 33, coins, bonus, cash: 66, liability: 66 };

  const sets: [string, Tell[], Stand][] = [
    ['paid, told six times', [pending, failed, paid, paid, paidAgain, back], all],
    [
      'paid with a fee that is told late',
      [pending, paid, back, backWithFee, backWithFee],
      { ...all, fee: 7, fees: 7, cash: 92 },
    ],
    ['never paid', [pending, failed, failed, cancelled, cancelled], { ...none, status: 'cancelled' }],
    ['failed', [pending, failed, failed, pending], { ...none, status: 'failed', failure: 'declined' }],
    ['paid after it was cancelled', [pending, cancelled, paid, paid, back], all],
    [
      'refunded partly',
      [
        pending,
        paid,
        refund('e_r1', 'r', 33, 'pending'),
        refund('e_r2', 'r', 33, 'succeeded'),
        refund('e_r2', 'r', 33, 'succeeded'),
        back,
      ],
      third,
    ],
    [
      'refunded fully in parts',
      [
        paid,
        refund('e_r1', 'r', 33, 'succeeded'),
        refund('e_r2', 's', 1, 'succeeded'),
        refund('e_r3', 't', 65, 'pending'),
        refund('e_r1', 'r', 33, 'succeeded'),
        back,
      ],
      { ...gone, refunded: PRICE_MINOR },
    ],
    [
      'a refund that failed',
      [
        paid,
        paidAgain,
        refund('e_r1', 'r', 60, 'pending'),
        refund('e_r2', 'r', 60, 'succeeded'),
        refund('e_r3', 'r', 60, 'failed'),
        back,
      ],
      all,
    ],
    [
      'disputed and won',
      [paid, dispute('e_d1', 'open'), dispute('e_d1', 'open'), dispute('e_d2', 'won'), pending, back],
      all,
    ],
    [
      'disputed and lost',
      [
        paid,
        dispute('e_d1', 'inquiry'),
        dispute('e_d2', 'open'),
        dispute('e_d3', 'lost'),
        dispute('e_d3', 'lost'),
        back,
      ],
      { ...gone, disputed: PRICE_MINOR },
    ],
    [
      'disputed, and less of it lost',
      [paid, dispute('e_d1', 'open'), dispute('e_d2', 'lost', 33), dispute('e_d2', 'lost', 33), back],
      { ...third, refunded: 0, disputed: 33 },
    ],
    [
      'a dispute whose fee comes back when it is won',
      [
        paid,
        heardDispute('open', null),
        heardDispute('open', 1500),
        heardDispute('won', 1500),
        heardDispute('won', 0),
        back,
      ],
      all,
    ],
    [
      'a dispute whose fee stays',
      [paid, heardDispute('open', null), heardDispute('lost', 1500), heardDispute('lost', null), back],
      { ...gone, disputed: PRICE_MINOR, fees: 1500, cash: -1500 },
    ],
    [
      'refunded partly, the rest disputed and lost',
      [paid, refund('e_r1', 'r', 33, 'succeeded'), dispute('e_d1', 'open'), dispute('e_d2', 'lost'), back],
      { ...gone, refunded: 33, disputed: 66 },
    ],
    [
      'disputed and won, and a part refunded',
      [
        paid,
        refund('e_r1', 'r', 33, 'succeeded'),
        dispute('e_d1', 'open'),
        dispute('e_d2', 'won'),
        dispute('e_d2', 'won'),
        back,
      ],
      third,
    ],
    [
      'everything at once',
      [
        ...[pending, failed, cancelled, paid, paid, paidAgain, back, backWithFee],
        ...[
          refund('e_r1', 'r', 33, 'pending'),
          refund('e_r2', 'r', 33, 'succeeded'),
          refund('e_r3', 's', 20, 'pending'),
        ],
        ...[
          refund('e_r4', 's', 20, 'failed'),
          dispute('e_d0', 'inquiry'),
          dispute('e_d1', 'open'),
          dispute('e_d2', 'won'),
        ],
      ],
      { ...third, fee: 7, fees: 7, cash: 59 },
    ],
  ];

  it.each(sets)(
    '%s: it ends the same',
    async (_, told, end) => {
      const orders = ordersOf(told, ORDERS_OF_A_SET, SEED);
      const payments = await openPayments(house.world, packId, orders.length);
      const left = orders.map((order, index) => ({ order, payment: payments[index] }));
      const work = async () => {
        for (let next = left.pop(); next?.payment !== undefined; next = left.pop()) {
          for (const tell of next.order) await tell(next.payment);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const stands = await standsOf(
        house.world,
        payments.map((payment) => payment.id),
      );
      const others = stands.flatMap((stand, index) =>
        JSON.stringify(stand) === JSON.stringify(stands[0])
          ? []
          : [{ order: orders[index]?.map((tell) => told.indexOf(tell)), stand }],
      );
      expect(stands[0]).toEqual(end);
      expect(others).toEqual([]);
      expect(await faultsIn(house.world)).toEqual([]);
    },
    300_000,
  );
});
