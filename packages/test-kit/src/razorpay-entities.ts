/**
 * Razorpay's objects as its documents show them, field by field; values are made up. Where a document shows a field as null, so is it here until something
 * happens.
 */

/** https://razorpay.com/docs/api/orders/entity */
export const orderEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'order',
  amount: 0,
  amount_paid: 0,
  amount_due: 0,
  currency: 'INR',
  receipt: null as string | null,
  offer_id: null,
  /** created, attempted, paid. */
  status: 'created',
  attempts: 0,
  notes: [] as Notes,
  created_at: createdAt,
});
export type OrderEntity = ReturnType<typeof orderEntity>;
/** Empty ones are an array, as PHP writes them. */
export type Notes = Record<string, string> | never[];

/** https://razorpay.com/docs/api/payments/entity and https://razorpay.com/docs/webhooks/payments */
export const paymentEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'payment',
  amount: 0,
  currency: 'INR',
  base_amount: 0,
  /** created, authorized, captured, refunded, failed. */
  status: 'created',
  order_id: null as string | null,
  invoice_id: null,
  international: false,
  method: 'netbanking',
  amount_refunded: 0,
  amount_transferred: 0,
  refund_status: null as 'partial' | 'full' | null,
  captured: false,
  description: null,
  card_id: null as string | null,
  card: undefined as object | undefined,
  bank: null as string | null,
  wallet: null,
  vpa: null as string | null,
  email: 'fan@example.com',
  contact: '+919876543210',
  notes: [] as Notes,
  fee: null as number | null,
  tax: null as number | null,
  error_code: null as string | null,
  error_description: null as string | null,
  error_source: null as string | null,
  error_step: null as string | null,
  error_reason: null as string | null,
  acquirer_data: { rrn: '012583617700' },
  created_at: createdAt,
  upi: undefined as object | undefined,
});
export type PaymentEntity = ReturnType<typeof paymentEntity>;

/** What a payment shows of how it was paid. */
export const METHODS = {
  netbanking: { method: 'netbanking', bank: 'HDFC' },
  card: {
    method: 'card',
    card_id: 'card_TRPcard0000001',
    card: {
      id: 'card_TRPcard0000001',
      entity: 'card',
      name: 'Fan Example',
      last4: '0153',
      network: 'Visa',
      type: 'debit',
      sub_type: 'consumer',
      issuer: 'HDFC',
      international: false,
      emi: false,
    },
  },
  upi: {
    method: 'upi',
    vpa: 'fan@upi',
    upi: { payer_account_type: 'bank_account', vpa: 'fan@upi', flow: 'intent' },
  },
} as const;

/** https://razorpay.com/docs/api/refunds/entity */
export const refundEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'refund',
  amount: 0,
  currency: 'INR',
  payment_id: '',
  notes: [] as Notes,
  receipt: null as string | null,
  acquirer_data: { arn: null },
  created_at: createdAt,
  batch_id: null,
  /** pending, processed, failed. */
  status: 'pending',
  speed_processed: 'normal',
  speed_requested: 'normal',
});
export type RefundEntity = ReturnType<typeof refundEntity>;

/** https://razorpay.com/docs/api/disputes/entity */
export const disputeEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'dispute',
  payment_id: '',
  amount: 0,
  currency: 'INR',
  amount_deducted: 0,
  reason_code: 'chargeback',
  reason_description: 'The payer says that they did not pay',
  respond_by: createdAt + 3 * 86_400,
  /** open, under_review, won, lost, closed. */
  status: 'open',
  /** fraud, retrieval, chargeback, pre_arbitration, arbitration. */
  phase: 'chargeback',
  created_at: createdAt,
  evidence: { amount: 0, summary: null, submitted_at: null },
});
export type DisputeEntity = ReturnType<typeof disputeEntity>;

/** https://razorpay.com/docs/api/x/contacts/entity */
export const contactEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'contact',
  name: '',
  contact: null as string | null,
  email: null as string | null,
  type: null as string | null,
  reference_id: null as string | null,
  batch_id: null,
  active: true,
  notes: [] as Notes,
  created_at: createdAt,
});
export type ContactEntity = ReturnType<typeof contactEntity>;

/** https://razorpay.com/docs/api/x/fund-accounts/entity */
export const fundAccountEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'fund_account',
  contact_id: '',
  account_type: 'bank_account',
  bank_account: undefined as { name: string; bank_name: string; ifsc: string; account_number: string } | undefined,
  vpa: undefined as { username: string; handle: string; address: string } | undefined,
  batch_id: null,
  active: true,
  created_at: createdAt,
});
export type FundAccountEntity = ReturnType<typeof fundAccountEntity>;

/** https://razorpay.com/docs/api/x/account-validation/entity */
export const validationEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'fund_account.validation',
  fund_account: fundAccountEntity('', createdAt),
  /** created, completed, failed. */
  status: 'created',
  amount: 0,
  currency: 'INR',
  notes: [] as Notes,
  results: { account_status: null as string | null, registered_name: null as string | null },
  created_at: createdAt,
  utr: null,
});
export type ValidationEntity = ReturnType<typeof validationEntity>;

/** https://razorpay.com/docs/api/x/payouts/entity and https://razorpay.com/docs/webhooks/payouts */
export const payoutEntity = (id: string, createdAt: number) => ({
  id,
  entity: 'payout',
  fund_account_id: '',
  amount: 0,
  currency: 'INR',
  notes: [] as Notes,
  fees: 0,
  tax: 0,
  /** queued, pending, rejected, processing, processed, cancelled, reversed, failed. */
  status: 'processing',
  purpose: 'payout',
  utr: null as string | null,
  mode: 'IMPS',
  reference_id: null as string | null,
  narration: '',
  batch_id: null,
  status_details: null as { description: string; source: string; reason: string } | null,
  created_at: createdAt,
  fee_type: '',
});
export type PayoutEntity = ReturnType<typeof payoutEntity>;
