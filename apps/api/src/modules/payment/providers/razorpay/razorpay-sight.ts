import { ProviderFault } from '../payment-provider.ts';
import { refOf } from './razorpay-refs.ts';
import {
  disputeShape,
  ids,
  listOf,
  orderShape,
  paymentShape,
  type RazorpayDispute,
  type RazorpayOrder,
  type RazorpayPayment,
  type RazorpayRefund,
  refundShape,
} from './razorpay-shapes.ts';
import type { RazorpayWire } from './razorpay-wire.ts';

interface OrderPayments {
  order: RazorpayOrder;
  payments: RazorpayPayment[];
}

/** One page: the longest that Razorpay gives. */
const COUNT_MAX = 100;

/** What Razorpay has of an order, and the one step that is taken on seeing it: capture. */
export class RazorpaySight {
  readonly #wire: RazorpayWire;

  constructor(wire: RazorpayWire) {
    this.#wire = wire;
  }

  async payments(refs: readonly string[]): Promise<OrderPayments> {
    const orderId = refOf(refs, ids.order) ?? (await this.#orderIdOf(refs));
    const order = await this.#wire.ask('show an order', orderShape, (sdk) => sdk.orders.fetch(orderId));
    const { items } = await this.#wire.ask('list payments of an order', listOf(paymentShape), (sdk) =>
      sdk.orders.fetchPayments(orderId),
    );
    return { order, payments: items };
  }

  /** The same, after what waits for capture was captured. An authorised payment over another amount stays as it is, and Razorpay gives it back. */
  async captured(refs: readonly string[]): Promise<OrderPayments> {
    const { order, payments } = await this.payments(refs);
    const waiting = payments.find(
      ({ status, amount, currency }) =>
        status === 'authorized' && amount === order.amount && currency === order.currency,
    );
    if (waiting === undefined || order.status === 'paid') return { order, payments };
    const now = await this.#capture(waiting);
    return { order, payments: payments.map((payment) => (payment.id === now.id ? now : payment)) };
  }

  async refunds(paymentRef: string): Promise<RazorpayRefund[]> {
    const { items } = await this.#wire.ask('list refunds', listOf(refundShape), (sdk) =>
      sdk.payments.fetchMultipleRefund(paymentRef, { count: COUNT_MAX }),
    );
    return items;
  }

  /**
   * There is no way to ask for the disputes of one payment: the account's latest are looked through, and the one we know of is asked for by its id when it is
   * no longer among them.
   */
  async disputes(paymentRef: string, knownRef: string | null): Promise<RazorpayDispute[]> {
    const { items } = await this.#wire.ask('list disputes', listOf(disputeShape), (sdk) =>
      sdk.disputes.all({ count: COUNT_MAX }),
    );
    const latest = items.filter(({ payment_id }) => payment_id === paymentRef);
    if (knownRef === null || latest.some(({ id }) => id === knownRef)) return latest;
    const known = await this.#wire.ask('show a dispute', disputeShape, (sdk) => sdk.disputes.fetch(knownRef));
    return known.payment_id === paymentRef ? [...latest, known] : latest;
  }

  async #capture({ id, amount, currency }: RazorpayPayment): Promise<RazorpayPayment> {
    try {
      return await this.#wire.ask('capture a payment', paymentShape, (sdk) =>
        sdk.payments.capture(id, amount, currency),
      );
    } catch (error) {
      // Somebody else captured it, or it was given back in between: what it is now tells.
      if (!(error instanceof ProviderFault) || error.kind !== 'refused') throw error;
      return this.#payment(id);
    }
  }

  async #orderIdOf(refs: readonly string[]): Promise<string> {
    const paymentId = refOf(refs, ids.payment);
    const orderId = paymentId === null ? null : (await this.#payment(paymentId)).order_id;
    if (orderId == null) throw new ProviderFault('unknown', 'No order of Razorpay is known by these names');
    return orderId;
  }

  #payment(id: string): Promise<RazorpayPayment> {
    return this.#wire.ask('show a payment', paymentShape, (sdk) => sdk.payments.fetch(id));
  }
}
