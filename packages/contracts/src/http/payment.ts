import { fiatAmount, fiatCurrency, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { id, instant, page, pageQuery, storable } from './common.ts';

export const coinPack = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  coinsMicrocoins: microcoinsNonNegative,
  bonusMicrocoins: microcoinsNonNegative,
  prices: z.array(fiatAmount),
  highlighted: z.boolean(),
});
export type CoinPack = z.infer<typeof coinPack>;

export const coinPackList = z.strictObject({ packs: z.array(coinPack) });
export type CoinPackList = z.infer<typeof coinPackList>;

export const paymentProviderName = z.enum(['stripe', 'razorpay', 'sandbox']);
export type PaymentProviderName = z.infer<typeof paymentProviderName>;

/**
 * `created`: nobody has paid yet · `pending`: somebody did, and the provider has not got the money yet · `failed`: the last attempt failed, another one may
 * succeed · `cancelled`: nobody can pay it any more, though money that arrives all the same counts · `succeeded` for good.
 */
export const paymentStatus = z.enum(['created', 'pending', 'succeeded', 'failed', 'cancelled']);
export type PaymentStatus = z.infer<typeof paymentStatus>;

export const disputeState = z.enum(['none', 'open', 'won', 'lost']);
export type DisputeState = z.infer<typeof disputeState>;

export const payment = z.strictObject({
  id,
  provider: paymentProviderName,
  status: paymentStatus,
  packName: z.string(),
  coinsMicrocoins: microcoinsNonNegative,
  /** With what a promotion added. */
  bonusMicrocoins: microcoinsNonNegative,
  /** The name of the promotion that added bonus. */
  promotion: z.nullable(z.string()),
  price: fiatAmount,
  /** What the provider said of the attempt that failed, in its own code; null when it said nothing, and where none failed. */
  failureCode: z.nullable(z.string()),
  /** What went back, of the price. */
  refundedMinor: z.int().check(z.minimum(0)),
  /** What is away with disputes that are open or lost, of the price. */
  disputedMinor: z.int().check(z.minimum(0)),
  dispute: disputeState,
  createdAt: instant,
  settledAt: z.nullable(instant),
});
export type Payment = z.infer<typeof payment>;

/** A page of the provider's own, or a sheet inside ours. */
export const checkoutForm = z.enum(['page', 'sheet']);
export type CheckoutForm = z.infer<typeof checkoutForm>;

/** What the browser does next to pay. */
export const checkoutHandover = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('redirect'), url: z.url() }),
  z.strictObject({ kind: z.literal('stripe_sheet'), clientSecret: z.string(), publishableKey: z.string() }),
  z.strictObject({ kind: z.literal('razorpay_sheet'), keyId: z.string(), orderId: z.string() }),
  /** The sandbox's page in the web app itself. */
  z.strictObject({ kind: z.literal('sandbox') }),
]);
export type CheckoutHandover = z.infer<typeof checkoutHandover>;

export const paymentsQuery = pageQuery;
export const paymentsPage = page(payment);
export type PaymentsPage = z.infer<typeof paymentsPage>;

/** What every checkout asks for. The code of a promotion is read without regard to case. */
export const checkoutRequest = z.strictObject({
  packId: id,
  currency: z._default(fiatCurrency, 'USD'),
  promotionCode: z.optional(z.string().check(z.minLength(3), z.maxLength(32), z.regex(/^[A-Za-z0-9]+$/))),
});
export type CheckoutRequest = z.infer<typeof checkoutRequest>;

/** Stripe: its own page (Checkout), or the sheet inside ours (Payment Element). */
export const stripeCheckoutRequest = z.extend(checkoutRequest, { form: z._default(checkoutForm, 'sheet') });
export type StripeCheckoutRequest = z.infer<typeof stripeCheckoutRequest>;

/** A payment that was opened, and what the browser does next. */
export const checkoutAnswer = z.strictObject({ payment, handover: checkoutHandover });
export type CheckoutAnswer = z.infer<typeof checkoutAnswer>;

/** What coins can be bought with here, the one to offer first in front. */
export const paymentProviders = z.strictObject({
  providers: z.array(z.strictObject({ name: paymentProviderName, currencies: z.array(fiatCurrency) })),
  /** What applies to this buyer's next purchase by itself. */
  firstPurchase: z.nullable(
    z.strictObject({ name: z.string(), bonusPercent: z.int(), bonusMicrocoins: microcoinsNonNegative }),
  ),
});
export type PaymentProviders = z.infer<typeof paymentProviders>;

/** What Razorpay's sheet hands the page when somebody has paid: signed with our key, so it may be believed as a webhook is. */
export const razorpayCallback = z.strictObject({
  razorpay_order_id: z.string().check(z.minLength(1), z.maxLength(100)),
  razorpay_payment_id: z.string().check(z.minLength(1), z.maxLength(100)),
  razorpay_signature: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type RazorpayCallback = z.infer<typeof razorpayCallback>;

const sandboxRefund = z.object({
  ref: z.string().check(z.minLength(1), z.maxLength(100), storable()),
  amountMinor: z.int().check(z.minimum(1)),
  status: z.enum(['pending', 'succeeded', 'failed']),
});
const sandboxDispute = z.object({
  ref: z.string().check(z.minLength(1), z.maxLength(100), storable()),
  amountMinor: z.int().check(z.minimum(1)),
  status: z.enum(['inquiry', 'open', 'won', 'lost']),
});

/** What the sandbox keeps of a payment. */
export const sandboxFacts = z.object({
  pending: z.optional(z.literal(true)),
  failed: z.optional(z.literal(true)),
  cancelled: z.optional(z.literal(true)),
  paid: z.optional(z.object({ currency: fiatCurrency, amountMinor: z.int() })),
  refunds: z.optional(z.array(sandboxRefund)),
  disputes: z.optional(z.array(sandboxDispute)),
});
export type SandboxFacts = z.infer<typeof sandboxFacts>;

/**
 * What the sandbox provider posts to the webhook, signed like Stripe does it:
 * header `x-sandbox-signature: t=<unix seconds>,v1=<hex hmac-sha256 of "<t>.<raw body>">`.
 * Unknown fields are ignored, as for every provider.
 */
export const sandboxEvent = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100), storable()),
  type: z.enum([
    'payment.succeeded',
    'payment.pending',
    'payment.failed',
    'payment.cancelled',
    'refund.updated',
    'dispute.updated',
  ]),
  paymentId: id,
  currency: fiatCurrency,
  amountMinor: z.int().check(z.minimum(0)),
  refund: z.optional(sandboxRefund),
  dispute: z.optional(sandboxDispute),
});
export type SandboxEvent = z.infer<typeof sandboxEvent>;

export const webhookAnswer = z.strictObject({ received: z.literal(true) });
export type WebhookAnswer = z.infer<typeof webhookAnswer>;

/**
 * What somebody pressed on the sandbox's page; the sandbox then posts its signed webhook like a real provider. `refunded` gives everything back,
 * `disputed` is what a bank does for its customer.
 */
export const sandboxOutcome = z.enum([
  'succeeded',
  'failed',
  'pending',
  'cancelled',
  'refunded',
  'disputed',
  'dispute_won',
  'dispute_lost',
]);
export type SandboxOutcome = z.infer<typeof sandboxOutcome>;
export const sandboxConfirmRequest = z.strictObject({ paymentId: id, outcome: sandboxOutcome });
export type SandboxConfirmRequest = z.infer<typeof sandboxConfirmRequest>;
export const paymentAnswer = z.strictObject({ payment });
export type PaymentAnswer = z.infer<typeof paymentAnswer>;
