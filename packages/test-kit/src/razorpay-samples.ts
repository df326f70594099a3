import { disputeEntity, METHODS, orderEntity, paymentEntity, payoutEntity, refundEntity } from './razorpay-entities.ts';
import { signedEvent } from './razorpay-events.ts';

/** Objects in the states that Razorpay's webhook documents show them in, oddities kept, for tests that read events. They all belong to one payment. */

/** What an order's receipt and a payout's reference say. */
export const SAMPLE_OUR_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
export const SAMPLE_ORDER = 'order_DESlLckIVRkHWj';
export const SAMPLE_PAYMENT = 'pay_DESlfW9H8K9uqM';
const AT = 1_760_000_000;

export const samplePayment = (changes: object = {}) => ({
  ...paymentEntity(SAMPLE_PAYMENT, AT),
  ...METHODS.netbanking,
  amount: 49_900,
  order_id: SAMPLE_ORDER,
  ...changes,
});
export const authorizedPayment = samplePayment({ status: 'authorized' });
export const capturedPayment = samplePayment({ status: 'captured', captured: true, fee: 1_178, tax: 180 });

export const paidOrder = (changes: object = {}) => ({
  ...orderEntity(SAMPLE_ORDER, AT),
  amount: 49_900,
  amount_paid: 49_900,
  status: 'paid',
  attempts: 1,
  receipt: SAMPLE_OUR_ID,
  notes: { payment_id: SAMPLE_OUR_ID },
  ...changes,
});

export const sampleRefund = (changes: object = {}) => ({
  ...refundEntity('rfnd_FS8TWyPrCsa0OB', AT),
  payment_id: SAMPLE_PAYMENT,
  amount: 900,
  ...changes,
});

export const sampleDispute = (changes: object = {}) => ({
  ...disputeEntity('disp_Esz7KAitoYM7PJ', AT),
  payment_id: SAMPLE_PAYMENT,
  amount: 49_900,
  ...changes,
});

export const samplePayout = (status: string, changes: object = {}) => ({
  ...payoutEntity('pout_1Aa00000000001', AT),
  status,
  amount: 200_000,
  reference_id: SAMPLE_OUR_ID,
  ...changes,
});

export const sampleEvent = (type: string, entities: Readonly<Record<string, object>>) =>
  signedEvent({ id: 'evt_1', type, createdAt: AT, secret: 'secret' }, entities);
