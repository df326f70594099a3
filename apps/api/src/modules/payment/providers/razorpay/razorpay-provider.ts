import type { IncomingHttpHeaders } from 'node:http';
import type { PaymentFacts, RefundFact } from '../../domain/payment-facts.ts';
import {
  type KnownPayment,
  type OpenedCheckout,
  type PaymentOrder,
  type PaymentProvider,
  type ProviderEvent,
  ProviderFault,
  type SheetCallback,
} from '../payment-provider.ts';
import { readEvent } from './razorpay-events.ts';
import { disputeFact, paymentFacts, refundFact, wasCaptured } from './razorpay-facts.ts';
import { idempotencyKey, refOf } from './razorpay-refs.ts';
import type { RazorpaySettings } from './razorpay-settings.ts';
import { ids, listOf, orderShape, type RazorpayPayment, refundShape } from './razorpay-shapes.ts';
import { RazorpaySight } from './razorpay-sight.ts';
import { isSignedWith } from './razorpay-signature.ts';
import { RazorpayWire } from './razorpay-wire.ts';

/**
 * Minutes after which Razorpay gives an authorised payment back by itself; the longest there is, and as long it captures by itself.
 * https://razorpay.com/docs/payments/payments/capture-settings/api
 */
const CAPTURE_MINUTES = 7_200;

/** Fans' money by Razorpay: an order, paid in Razorpay's sheet in the browser. INR only: of other currencies fees and settlement are in INR all the same. */
export class RazorpayProvider implements PaymentProvider {
  readonly name = 'razorpay';
  readonly currencies = ['INR'] as const;
  readonly #settings: RazorpaySettings;
  readonly #wire: RazorpayWire;
  readonly #sight: RazorpaySight;

  constructor(settings: RazorpaySettings) {
    this.#settings = settings;
    this.#wire = new RazorpayWire(settings);
    this.#sight = new RazorpaySight(this.#wire);
  }

  /**
   * Orders know no idempotency key, so one that is there already is looked for first, by its receipt. Two calls at the same moment could still make two: the
   * caller opens one payment once at a time.
   */
  async open({ paymentId, amountMinor, currency }: PaymentOrder): Promise<OpenedCheckout> {
    if (currency !== 'INR') throw new ProviderFault('refused', `Razorpay is not asked for ${currency} here`);
    const order = (await this.#orderOf(paymentId)) ?? (await this.#makeOrder(paymentId, amountMinor));
    if (order.amount !== amountMinor || order.currency !== currency) {
      throw new ProviderFault('refused', 'Razorpay has an order of this payment over another amount');
    }
    return {
      providerRef: order.id,
      customerRef: null,
      handover: { kind: 'razorpay_sheet', keyId: this.#settings.keyId, orderId: order.id },
    };
  }

  /** The signature has no time in it: a repeated event is known by its id, and by facts that only add up. */
  isSigned(rawBody: Buffer, headers: IncomingHttpHeaders, _now: Date): boolean {
    const signature = headers['x-razorpay-signature'];
    if (typeof signature !== 'string' || rawBody.length === 0) return false;
    return this.#settings.webhookSecrets.some((secret) => isSignedWith(secret, rawBody, signature));
  }

  /**
   * Whether the sheet's answer in the browser is Razorpay's own: an attempt of this order succeeded (it may be authorised only: `fetch` tells).
   * https://razorpay.com/docs/payments/payment-gateway/web-integration/standard/integration-steps
   */
  isCallbackSigned({ orderId, paymentId, signature }: SheetCallback): boolean {
    if (!ids.order.safeParse(orderId).success || !ids.payment.safeParse(paymentId).success) return false;
    return isSignedWith(this.#settings.keySecret, `${orderId}|${paymentId}`, signature);
  }

  read(rawBody: Buffer, headers: IncomingHttpHeaders): ProviderEvent {
    return readEvent(rawBody, headers, this.#settings.fingerprintKey);
  }

  /** Also captures what was authorised and waits, such as a payment that the bank confirmed days later. */
  async fetch(refs: readonly string[]): Promise<KnownPayment> {
    return (await this.#know(refs)).known;
  }

  /**
   * One `key` is one refund: it goes along as idempotency key and as receipt, and a refund with that receipt is looked for first, because Razorpay doesn't
   * say for how long it remembers keys.
   */
  async refund(refs: readonly string[], amountMinor: number, key: string): Promise<RefundFact> {
    const { order, payments } = await this.#sight.payments(refs);
    const paid = payments.find(wasCaptured);
    if (paid === undefined) throw new ProviderFault('refused', `Razorpay has no money of ${order.id} to give back`);
    const receipt = idempotencyKey(key);
    const known = (await this.#sight.refunds(paid.id)).find((refund) => refund.receipt === receipt);
    if (known !== undefined) return refundFact(known);
    const refund = await this.#wire.send('make a refund', refundShape, {
      method: 'post',
      url: `/v1/payments/${paid.id}/refund`,
      data: { amount: amountMinor, speed: 'normal', receipt },
      headers: { 'X-Refund-Idempotency': receipt },
    });
    return refundFact(refund);
  }

  /**
   * Orders can't be closed. `cancelled` means here: nothing was paid, no attempt is under way, and nobody is shown the order any more. A sheet that is still
   * open in a browser can pay it all the same, and that money counts.
   */
  async cancel(refs: readonly string[]): Promise<KnownPayment> {
    const { known, payments } = await this.#know(refs);
    const isUnderWay = payments.some(({ status }) => status === 'created' || status === 'authorized');
    if (known.facts.paid !== undefined || isUnderWay) return known;
    return { refs: known.refs, facts: { ...known.facts, cancelled: true } };
  }

  async #know(refs: readonly string[]): Promise<{ known: KnownPayment; payments: RazorpayPayment[] }> {
    const { order, payments } = await this.#sight.captured(refs);
    const told = payments.map((payment) => paymentFacts(payment, this.#settings.fingerprintKey));
    const facts: PaymentFacts = Object.assign({}, ...told);
    const knownRefs = [order.id, ...payments.map(({ id }) => id)];
    const paid = payments.find(wasCaptured);
    if (paid !== undefined) {
      const disputes = await this.#sight.disputes(paid.id, refOf(refs, ids.dispute));
      facts.refunds = (await this.#sight.refunds(paid.id)).map(refundFact);
      facts.disputes = disputes.map(disputeFact);
      knownRefs.push(...disputes.map(({ id }) => id));
    }
    return { known: { refs: knownRefs, facts }, payments };
  }

  async #orderOf(paymentId: string) {
    const { items } = await this.#wire.ask('list orders', listOf(orderShape), (sdk) =>
      sdk.orders.all({ receipt: paymentId, count: 100 }),
    );
    return items.filter(({ receipt }) => receipt === paymentId).sort((a, b) => a.created_at - b.created_at)[0];
  }

  #makeOrder(paymentId: string, amountMinor: number) {
    return this.#wire.ask('make an order', orderShape, (sdk) =>
      sdk.orders.create({
        amount: amountMinor,
        currency: 'INR',
        receipt: paymentId,
        notes: { payment_id: paymentId },
        // Goes before what the dashboard says about capture.
        payment: {
          capture: 'automatic',
          capture_options: {
            automatic_expiry_period: CAPTURE_MINUTES,
            manual_expiry_period: CAPTURE_MINUTES,
            refund_speed: 'normal',
          },
        },
      }),
    );
  }
}
