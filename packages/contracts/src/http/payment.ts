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
  /** What went back, of the price. */
  refundedMinor: z.int().check(z.minimum(0)),
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

/** Opens a payment, answered with `paymentAnswer`; the fan then confirms it on the provider's page (here the web app's sandbox page). */
export const sandboxCheckoutRequest = z.strictObject({ packId: id, currency: z._default(fiatCurrency, 'USD') });
export type SandboxCheckoutRequest = z.infer<typeof sandboxCheckoutRequest>;

/**
 * What the sandbox provider posts to the webhook, signed like Stripe does it:
 * header `x-sandbox-signature: t=<unix seconds>,v1=<hex hmac-sha256 of "<t>.<raw body>">`.
 * Unknown fields are ignored, as for every provider.
 */
export const sandboxEvent = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100), storable()),
  type: z.enum(['payment.succeeded', 'payment.cancelled']),
  paymentId: id,
  currency: fiatCurrency,
  amountMinor: z.int().check(z.minimum(0)),
});
export type SandboxEvent = z.infer<typeof sandboxEvent>;

export const webhookAnswer = z.strictObject({ received: z.literal(true) });
export type WebhookAnswer = z.infer<typeof webhookAnswer>;

/** What the fan decided on the sandbox's page; the sandbox then posts its signed webhook like a real provider. */
export const sandboxConfirmRequest = z.strictObject({ paymentId: id, outcome: z.enum(['succeeded', 'cancelled']) });
export type SandboxConfirmRequest = z.infer<typeof sandboxConfirmRequest>;
export const paymentAnswer = z.strictObject({ payment });
export type PaymentAnswer = z.infer<typeof paymentAnswer>;
