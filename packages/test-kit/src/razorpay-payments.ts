import {
  type DisputeEntity,
  disputeEntity,
  METHODS,
  type OrderEntity,
  orderEntity,
  type PaymentEntity,
  paymentEntity,
  type RefundEntity,
  refundEntity,
} from './razorpay-entities.ts';
import {
  amount,
  checkBody,
  found,
  IdempotencyKeys,
  listed,
  notes,
  notesOf,
  object,
  oneOf,
  RazorpayRefusal,
  type RazorpayRequest,
  text,
  wholeNumber,
} from './razorpay-rules.ts';

/** Gives ids and seconds, and takes what happened. */
export interface RazorpayBooks {
  nextId(prefix: string): string;
  now(): number;
  announce(type: string, entities: Readonly<Record<string, object>>): void;
}

/** Two per cent and the tax on it, as on Razorpay's own examples. */
const feeOf = (paise: number): number => Math.round(paise * 0.0236);

const CAPTURE = object(
  { capture: oneOf('automatic', 'manual') },
  {
    capture_options: object(
      { refund_speed: oneOf('normal', 'optimum') },
      { automatic_expiry_period: wholeNumber(12, 7_200), manual_expiry_period: wholeNumber(12, 7_200) },
    ),
  },
);

/** Orders, payments, refunds and disputes of one account. Methods in small words are its API; the others are what payers, banks and people do. */
export class RazorpayPayments {
  readonly orders = new Map<string, OrderEntity>();
  readonly payments = new Map<string, PaymentEntity>();
  readonly refunds = new Map<string, RefundEntity>();
  readonly disputes = new Map<string, DisputeEntity>();
  readonly #refundKeys = new IdempotencyKeys<RefundEntity>();
  readonly #books: RazorpayBooks;

  constructor(books: RazorpayBooks) {
    this.#books = books;
  }

  createOrder({ body }: RazorpayRequest): OrderEntity {
    checkBody(
      body,
      { amount, currency: oneOf('INR', 'USD') },
      { receipt: text(40), notes, partial_payment: oneOf(), payment: CAPTURE },
    );
    const order: OrderEntity = {
      ...orderEntity(this.#books.nextId('order'), this.#books.now()),
      amount: body['amount'] as number,
      amount_due: body['amount'] as number,
      currency: body['currency'] as string,
      receipt: (body['receipt'] as string | undefined) ?? null,
      notes: notesOf(body),
    };
    this.orders.set(order.id, order);
    return order;
  }

  listOrders({ query }: RazorpayRequest): object {
    const receipt = query.get('receipt');
    return listed(
      [...this.orders.values()].filter((order) => receipt === null || order.receipt === receipt),
      query,
    );
  }

  paymentsOf(orderId: string): object {
    const { id } = found(this.orders, orderId);
    const items = [...this.payments.values()].filter(({ order_id }) => order_id === id);
    return { entity: 'collection', count: items.length, items };
  }

  /** https://razorpay.com/docs/api/payments/capture */
  capture(paymentId: string, body: Record<string, unknown>): PaymentEntity {
    checkBody(body, { amount }, { currency: oneOf('INR', 'USD') });
    const payment = found(this.payments, paymentId);
    if (payment.status === 'captured') throw new RazorpayRefusal(400, 'This payment has already been captured');
    if (payment.status !== 'authorized')
      throw new RazorpayRefusal(400, 'Only payments which have been authorized and not yet captured can be captured');
    if (payment.amount !== body['amount'] || payment.currency !== (body['currency'] ?? 'INR')) {
      throw new RazorpayRefusal(400, 'Capture amount must be equal to the amount authorized', { field: 'amount' });
    }
    return this.settle(payment);
  }

  /** https://razorpay.com/docs/api/refunds/create-normal and …/normal-refunds-idempotent */
  refund(paymentId: string, { body, headers }: RazorpayRequest): RefundEntity {
    checkBody(body, {}, { amount, speed: oneOf('normal', 'optimum'), notes, receipt: text(40) });
    const key = headers['x-refund-idempotency'];
    if (key === undefined) return this.#refund(paymentId, body);
    text(200, /^[\w-]{10,}$/)(key, 'X-Refund-Idempotency');
    return this.#refundKeys.once(String(key), { paymentId, body }, () => this.#refund(paymentId, body));
  }

  refundsOf(paymentId: string, query: URLSearchParams): object {
    const { id } = found(this.payments, paymentId);
    return listed(
      [...this.refunds.values()].filter(({ payment_id }) => payment_id === id),
      query,
    );
  }

  /** A payer begins to pay and is on the bank's page. */
  begin(orderId: string, method: keyof typeof METHODS = 'netbanking', paise?: number): PaymentEntity {
    const order = found(this.orders, orderId);
    if (order.status === 'paid') throw new RazorpayRefusal(400, 'The order is already paid');
    const payment: PaymentEntity = {
      ...paymentEntity(this.#books.nextId('pay'), this.#books.now()),
      ...METHODS[method],
      amount: paise ?? order.amount,
      base_amount: paise ?? order.amount,
      currency: order.currency,
      order_id: order.id,
    };
    order.status = 'attempted';
    order.attempts += 1;
    this.payments.set(payment.id, payment);
    return payment;
  }

  authorize(payment: PaymentEntity): PaymentEntity {
    payment.status = 'authorized';
    this.#books.announce('payment.authorized', { payment });
    return payment;
  }

  fail(payment: PaymentEntity, reason: string): PaymentEntity {
    Object.assign(payment, {
      status: 'failed',
      error_code: 'BAD_REQUEST_ERROR',
      error_description: 'Payment failed',
      error_source: 'bank',
      error_step: 'payment_authorization',
      error_reason: reason,
    });
    this.#books.announce('payment.failed', { payment });
    return payment;
  }

  /** Captures, by whoever it was. */
  settle(payment: PaymentEntity): PaymentEntity {
    const order = found(this.orders, payment.order_id ?? '');
    const fee = feeOf(payment.amount);
    Object.assign(payment, { status: 'captured', captured: true, fee, tax: Math.round(fee - fee / 1.18) });
    Object.assign(order, { status: 'paid', amount_paid: payment.amount, amount_due: 0 });
    this.#books.announce('payment.captured', { payment });
    this.#books.announce('order.paid', { payment, order });
    return payment;
  }

  /** Nobody captured it in time: Razorpay gives it back by itself. */
  giveBack(payment: PaymentEntity): RefundEntity {
    Object.assign(payment, { status: 'refunded', amount_refunded: payment.amount, refund_status: 'full' });
    const refund = this.#book({ payment_id: payment.id, amount: payment.amount, status: 'processed' });
    this.#books.announce('refund.processed', { refund, payment });
    return refund;
  }

  finishRefund(refundId: string, status: 'processed' | 'failed'): RefundEntity {
    const refund = found(this.refunds, refundId);
    refund.status = status;
    const payment = found(this.payments, refund.payment_id);
    if (status === 'failed') this.#showRefunded(payment, payment.amount_refunded - refund.amount);
    this.#books.announce(`refund.${status}`, { refund, payment });
    return refund;
  }

  dispute(paymentId: string, details: Partial<DisputeEntity>): DisputeEntity {
    const payment = found(this.payments, paymentId);
    const dispute: DisputeEntity = {
      ...disputeEntity(this.#books.nextId('disp'), this.#books.now()),
      payment_id: payment.id,
      amount: payment.amount,
      currency: payment.currency,
      ...details,
    };
    this.disputes.set(dispute.id, dispute);
    this.#books.announce('payment.dispute.created', { payment, dispute });
    return dispute;
  }

  moveDispute(disputeId: string, event: string, change: Partial<DisputeEntity>): DisputeEntity {
    const dispute = Object.assign(found(this.disputes, disputeId), change);
    this.#books.announce(`payment.dispute.${event}`, { payment: found(this.payments, dispute.payment_id), dispute });
    return dispute;
  }

  #refund(paymentId: string, body: Record<string, unknown>): RefundEntity {
    const payment = found(this.payments, paymentId);
    if (payment.status === 'refunded') throw new RazorpayRefusal(400, 'The payment has been fully refunded already');
    if (payment.status !== 'captured')
      throw new RazorpayRefusal(400, 'The payment status should be captured for action to be taken');
    const paise = (body['amount'] as number | undefined) ?? payment.amount - payment.amount_refunded;
    if (paise > payment.amount - payment.amount_refunded) {
      throw new RazorpayRefusal(400, 'The total refund amount is greater than the refund payment amount', {
        field: 'amount',
      });
    }
    this.#showRefunded(payment, payment.amount_refunded + paise);
    const refund = this.#book({
      payment_id: payment.id,
      amount: paise,
      receipt: (body['receipt'] as string | undefined) ?? null,
    });
    this.#books.announce('refund.created', { refund, payment });
    return refund;
  }

  #showRefunded(payment: PaymentEntity, paise: number): void {
    payment.amount_refunded = paise;
    payment.status = paise === payment.amount ? 'refunded' : 'captured';
    payment.refund_status = paise === 0 ? null : paise === payment.amount ? 'full' : 'partial';
  }

  #book(details: Partial<RefundEntity>): RefundEntity {
    const refund = { ...refundEntity(this.#books.nextId('rfnd'), this.#books.now()), ...details };
    this.refunds.set(refund.id, refund);
    return refund;
  }
}
