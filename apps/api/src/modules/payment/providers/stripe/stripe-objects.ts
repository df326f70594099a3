import { z } from 'zod';

/**
 * The parts of Stripe's objects that we read; whatever else they hold is left alone. Statuses are open sets in Stripe's documents, so a new one is
 * understood as one that nothing follows from.
 */
const stripeId = z.string().min(1).max(255);
/** What is an id, or the object itself where it was expanded. */
const reference = z.union([stripeId, z.looseObject({ id: stripeId })]).nullish();
const metadata = z.record(z.string(), z.unknown()).nullish();
const amountMinor = z.int().min(0);
const currency = z.string().regex(/^[a-z]{3}$/);
const status = z.string().max(100);
const code = z.string().max(200).nullish();

const balanceTransaction = z.looseObject({ id: stripeId, amount: z.int(), fee: z.int(), currency });

export const refund = z.looseObject({
  object: z.literal('refund'),
  id: stripeId,
  amount: z.int().min(1),
  currency,
  status: status.nullable(),
  charge: reference,
  payment_intent: reference,
});
export type StripeRefund = z.output<typeof refund>;

export const charge = z.looseObject({
  object: z.literal('charge'),
  id: stripeId,
  amount_captured: amountMinor,
  currency,
  status,
  captured: z.boolean(),
  failure_code: code,
  payment_intent: reference,
  balance_transaction: z.union([stripeId, balanceTransaction]).nullish(),
  payment_method_details: z.looseObject({ type: z.string().max(100) }).nullish(),
  metadata,
  refunds: z.looseObject({ data: z.array(refund).max(100) }).nullish(),
});
export type StripeCharge = z.output<typeof charge>;

export const paymentIntent = z.looseObject({
  object: z.literal('payment_intent'),
  id: stripeId,
  amount_received: amountMinor,
  currency,
  status,
  last_payment_error: z.looseObject({ code, decline_code: code }).nullish(),
  latest_charge: z.union([stripeId, charge]).nullish(),
  metadata,
});
export type StripeIntent = z.output<typeof paymentIntent>;

export const checkoutSession = z.looseObject({
  object: z.literal('checkout.session'),
  id: stripeId,
  status: status.nullish(),
  payment_status: status,
  payment_intent: z.union([stripeId, paymentIntent]).nullish(),
  metadata,
});
export type StripeSession = z.output<typeof checkoutSession>;

export const dispute = z.looseObject({
  object: z.literal('dispute'),
  id: stripeId,
  amount: z.int().min(1),
  currency,
  status,
  reason: code,
  charge: reference,
  payment_intent: reference,
  balance_transactions: z.array(balanceTransaction).max(100).nullish(),
});
export type StripeDispute = z.output<typeof dispute>;

export const transfer = z.looseObject({
  object: z.literal('transfer'),
  id: stripeId,
  reversed: z.boolean(),
  metadata,
});
export type StripeTransfer = z.output<typeof transfer>;

export const account = z.looseObject({
  object: z.literal('account'),
  id: stripeId,
  payouts_enabled: z.boolean().nullish(),
  capabilities: z.looseObject({ transfers: status.nullish() }).nullish(),
  external_accounts: z
    .looseObject({
      data: z
        .array(
          z.looseObject({
            last4: z.string().max(20).nullish(),
            fingerprint: z.string().max(255).nullish(),
            default_for_currency: z.boolean().nullish(),
          }),
        )
        .max(100),
    })
    .nullish(),
});
export type StripeAccount = z.output<typeof account>;

export const event = z.looseObject({
  object: z.literal('event'),
  id: stripeId,
  type: z.string().min(1).max(255),
  livemode: z.boolean(),
  /** The connected account that it happened in; none for our own. */
  account: z.string().max(255).nullish(),
  data: z.looseObject({ object: z.looseObject({}) }),
});
