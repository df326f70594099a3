import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { PaymentFacts } from '../../domain/payment-facts.ts';
import { type ProviderEvent, ProviderFault } from '../payment-provider.ts';
import { disputeFact, paymentFacts, payoutFacts, refundFact } from './razorpay-facts.ts';
import { disputeShape, orderShape, paymentShape, payoutShape, refundShape } from './razorpay-shapes.ts';

const envelope = z.looseObject({
  event: z.string().min(1).max(100),
  payload: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

const wrapped = <Shape extends z.ZodType>(shape: Shape) => z.looseObject({ entity: shape });
const paymentPayload = z.looseObject({ payment: wrapped(paymentShape), order: wrapped(orderShape).optional() });
const refundPayload = z.looseObject({ refund: wrapped(refundShape), payment: wrapped(paymentShape).optional() });
const disputePayload = z.looseObject({ dispute: wrapped(disputeShape), payment: wrapped(paymentShape).optional() });
const payoutPayload = z.looseObject({ payout: wrapped(payoutShape) });
const uuid = z.uuid();

/** What follows from an event; null for nothing. */
type Reading = DistributiveOmit<Exclude<ProviderEvent, { about: 'nothing' }>, 'id' | 'type'> | null;
type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
type Reader = (payload: unknown, fingerprintKey: string) => Reading;

const READERS: Readonly<Record<string, Reader>> = {
  ...readers('payment', ['authorized', 'captured', 'failed'], readPayment),
  ...readers('order', ['paid'], readPayment),
  ...readers('refund', ['created', 'processed', 'failed'], readRefund),
  ...readers('payment.dispute', ['created', 'under_review', 'action_required', 'won', 'lost', 'closed'], readDispute),
  ...readers(
    'payout',
    ['pending', 'queued', 'initiated', 'processed', 'updated', 'reversed', 'failed', 'rejected'],
    readPayout,
  ),
};

/**
 * What Razorpay posts to the webhook. Their objects speak, not the events' names: an event shows its object as it was then or later, and may come late,
 * twice or after its successor.
 */
export function readEvent(rawBody: Buffer, headers: IncomingHttpHeaders, fingerprintKey: string): ProviderEvent {
  const { event: type, payload } = parsed(envelope, json(rawBody), 'event');
  const named = { id: eventId(rawBody, headers), type };
  const reading = Object.hasOwn(READERS, type) ? READERS[type]?.(payload, fingerprintKey) : null;
  return reading == null ? { ...named, about: 'nothing' } : { ...named, ...reading };
}

/**
 * Only an order leads to a payment of ours, by its id or by its receipt, which our server wrote. The notes of a payment say nothing: the browser writes them,
 * and whoever knows the public key id can pay any sum without an order and name somebody else's payment.
 */
function readPayment(payload: unknown, fingerprintKey: string): Reading {
  const { payment, order } = parsed(paymentPayload, payload, 'payment');
  const orderId = payment.entity.order_id ?? null;
  if (orderId === null) return null;
  const receipt = order?.entity.id === orderId ? uuid.safeParse(order.entity.receipt).data : undefined;
  return {
    about: 'payment',
    paymentId: receipt ?? null,
    refs: [orderId, payment.entity.id],
    facts: paymentFacts(payment.entity, fingerprintKey),
  };
}

function readRefund(payload: unknown): Reading {
  const { refund, payment } = parsed(refundPayload, payload, 'refund');
  // Money that was never captured was never ours, so nothing of ours goes back: the attempt came to nothing.
  const isOurs = payment?.entity.captured !== false;
  return aboutPaid(refund.entity.payment_id, payment?.entity, [], {
    ...(isOurs ? { refunds: [refundFact(refund.entity)] } : { failed: { code: 'auto_refunded' } }),
  });
}

function readDispute(payload: unknown): Reading {
  const { dispute, payment } = parsed(disputePayload, payload, 'dispute');
  return aboutPaid(dispute.entity.payment_id, payment?.entity, [dispute.entity.id], {
    disputes: [disputeFact(dispute.entity)],
  });
}

function aboutPaid(
  paymentRef: string,
  payment: z.infer<typeof paymentShape> | undefined,
  moreRefs: string[],
  facts: PaymentFacts,
): Reading {
  if (payment !== undefined && payment.order_id == null) return null;
  const orderRefs = payment?.order_id == null ? [] : [payment.order_id];
  return { about: 'payment', paymentId: null, refs: [...orderRefs, paymentRef, ...moreRefs], facts };
}

function readPayout(payload: unknown): Reading {
  const { entity } = parsed(payoutPayload, payload, 'payout').payout;
  const payoutId = uuid.safeParse(entity.reference_id).data ?? null;
  return { about: 'payout', payoutId, refs: [entity.id], facts: payoutFacts(entity) };
}

/** https://razorpay.com/docs/webhooks/validate-test — without it, the body names itself: a repetition has the same one. */
function eventId(rawBody: Buffer, headers: IncomingHttpHeaders): string {
  const given = headers['x-razorpay-event-id'];
  if (typeof given === 'string' && /^[\x21-\x7e]{1,100}$/.test(given)) return given;
  return `sha256:${createHash('sha256').update(rawBody).digest('hex')}`;
}

function json(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    // The parser's own message quotes the body.
    throw new ProviderFault('nonsense', 'An event of Razorpay is no JSON');
  }
}

function parsed<Shape extends z.ZodType>(shape: Shape, value: unknown, what: string): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new ProviderFault(
    'nonsense',
    `An event of Razorpay has no ${what} as we know it: ${result.error.issues[0]?.path.join('.') ?? ''}`,
  );
}

function readers(object: string, verbs: readonly string[], reader: Reader): Record<string, Reader> {
  return Object.fromEntries(verbs.map((verb) => [`${object}.${verb}`, reader]));
}
