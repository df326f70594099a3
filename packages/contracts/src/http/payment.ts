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

export const paymentStatus = z.enum(['created', 'succeeded', 'failed', 'cancelled']);
export type PaymentStatus = z.infer<typeof paymentStatus>;

export const payment = z.strictObject({
  id,
  provider: z.enum(['sandbox']),
  status: paymentStatus,
  packName: z.string(),
  coinsMicrocoins: microcoinsNonNegative,
  bonusMicrocoins: microcoinsNonNegative,
  price: fiatAmount,
  createdAt: instant,
  settledAt: z.nullable(instant),
});
export type Payment = z.infer<typeof payment>;

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
