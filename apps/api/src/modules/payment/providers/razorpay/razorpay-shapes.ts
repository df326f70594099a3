import { z } from 'zod';

/** What is read of Razorpay's objects. Loose on purpose: they add fields whenever they like. Amounts are minor units of their currency. */

const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9]{1,40}$`));
export const ids = {
  order: idOf('order'),
  payment: idOf('pay'),
  refund: idOf('rfnd'),
  dispute: idOf('disp'),
  contact: idOf('cont'),
  fundAccount: idOf('fa'),
  validation: idOf('fav'),
  payout: idOf('pout'),
};

const amount = z.int().min(0);
/** Their empty object comes as `[]` at times, and their empty text as "". */
const word = z
  .string()
  .max(200)
  .nullish()
  .catch(null)
  .transform((text) => (text === '' || text === undefined ? null : text));

export const orderShape = z.looseObject({
  id: ids.order,
  amount,
  currency: z.string(),
  status: z.string(),
  receipt: word,
  created_at: z.int(),
});
export type RazorpayOrder = z.infer<typeof orderShape>;

export const paymentShape = z.looseObject({
  id: ids.payment,
  amount,
  currency: z.string(),
  /** created, authorized, captured, refunded, failed. */
  status: z.string(),
  order_id: ids.order.nullish(),
  /** Told of some card payments that were never captured too, so `status` decides wherever it can. */
  captured: z.boolean().nullish(),
  method: word,
  vpa: word,
  upi: z.looseObject({ vpa: word }).nullish().catch(null),
  /** With tax, in the currency of the account. */
  fee: amount.nullish().catch(null),
  error_code: word,
  error_reason: word,
});
export type RazorpayPayment = z.infer<typeof paymentShape>;

export const refundShape = z.looseObject({
  id: ids.refund,
  payment_id: ids.payment,
  amount,
  /** pending, processed, failed. */
  status: z.string(),
  receipt: word,
});
export type RazorpayRefund = z.infer<typeof refundShape>;

export const disputeShape = z.looseObject({
  id: ids.dispute,
  payment_id: ids.payment,
  amount,
  amount_deducted: amount.nullish().transform((deducted) => deducted ?? 0),
  reason_code: word,
  /** open, under_review, won, lost, closed. */
  status: z.string(),
});
export type RazorpayDispute = z.infer<typeof disputeShape>;

export const payoutShape = z.looseObject({
  id: ids.payout,
  /** queued, pending, rejected, processing, processed, cancelled, reversed, failed. */
  status: z.string(),
  /** With tax, in paise. */
  fees: amount.nullish(),
  reference_id: word,
  status_details: z.looseObject({ reason: word }).nullish().catch(null),
});
export type RazorpayPayout = z.infer<typeof payoutShape>;

export const contactShape = z.looseObject({ id: ids.contact });
export const fundAccountShape = z.looseObject({ id: ids.fundAccount });

const results = z.looseObject({ account_status: word }).nullish().catch(null);
export const validationShape = z.looseObject({
  id: ids.validation,
  /** created, completed, failed. */
  status: z.string(),
  /** The older name of the two. */
  results,
  validation_results: results,
  fund_account: z.looseObject({
    id: ids.fundAccount,
    bank_account: z.looseObject({ ifsc: z.string(), account_number: z.string() }).nullish(),
    vpa: z.looseObject({ address: z.string() }).nullish(),
  }),
});
export type RazorpayValidation = z.infer<typeof validationShape>;

export const listOf = <Item extends z.ZodType>(item: Item) => z.looseObject({ items: z.array(item).max(100) });
