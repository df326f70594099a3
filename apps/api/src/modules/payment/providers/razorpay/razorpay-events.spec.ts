import { METHODS } from '@troupe/test-kit/razorpay-entities';
import {
  authorizedPayment,
  capturedPayment,
  paidOrder,
  SAMPLE_ORDER,
  SAMPLE_OUR_ID,
  SAMPLE_PAYMENT,
  sampleDispute,
  sampleEvent,
  samplePayment,
  sampleRefund,
} from '@troupe/test-kit/razorpay-samples';
import { readEvent } from './razorpay-events.ts';
import { vpaFingerprint } from './razorpay-instrument.ts';

const read = (type: string, entities: Readonly<Record<string, object>>) => {
  const { body, headers } = sampleEvent(type, entities);
  return readEvent(body, headers, 'pepper');
};
const paid = { amountMinor: 49_900, currency: 'INR', feeMinor: 1_178, instrument: null };

describe('Events about payments, https://razorpay.com/docs/webhooks/payments', () => {
  it.each([
    ['payment.authorized', 'by netbanking', authorizedPayment, { pending: true }],
    [
      'payment.authorized',
      'by card, called captured all the same',
      samplePayment({ ...METHODS.card, status: 'authorized', captured: true, error_code: '', error_description: '' }),
      { pending: true },
    ],
    ['payment.captured', 'by netbanking', capturedPayment, { paid }],
    ['payment.captured', 'without a fee', { ...capturedPayment, fee: null }, { paid: { ...paid, feeMinor: null } }],
    ['payment.captured', 'by card', { ...capturedPayment, ...METHODS.card }, { paid }],
    [
      'payment.captured',
      'by UPI',
      { ...capturedPayment, ...METHODS.upi },
      { paid: { ...paid, instrument: vpaFingerprint('fan@upi', 'pepper') } },
    ],
    [
      'payment.captured',
      'by UPI whose address stands only inside',
      { ...capturedPayment, ...METHODS.upi, vpa: null },
      { paid: { ...paid, instrument: vpaFingerprint('fan@upi', 'pepper') } },
    ],
    [
      'payment.captured',
      'by UPI without an address',
      { ...capturedPayment, ...METHODS.upi, vpa: null, upi: null },
      { paid },
    ],
    [
      'payment.captured',
      'and refunded since',
      { ...capturedPayment, status: 'refunded', amount_refunded: 49_900, refund_status: 'full' },
      { paid },
    ],
    ['payment.captured', 'in a currency that nothing is sold in', { ...capturedPayment, currency: 'EUR' }, {}],
    [
      'payment.failed',
      'by the bank',
      samplePayment({ status: 'failed', error_code: 'BAD_REQUEST_ERROR', error_reason: 'payment_failed' }),
      { failed: { code: 'payment_failed' } },
    ],
    [
      'payment.failed',
      'without a reason, and called captured',
      samplePayment({ status: 'failed', captured: true, error_code: 'GATEWAY_ERROR', error_reason: null }),
      { failed: { code: 'GATEWAY_ERROR' } },
    ],
    ['payment.failed', 'and captured since', capturedPayment, { paid }],
  ])('%s %s', (type, _, entity, facts) => {
    expect(read(type, { payment: entity })).toEqual({
      id: 'evt_1',
      type,
      about: 'payment',
      paymentId: null,
      refs: [SAMPLE_ORDER, SAMPLE_PAYMENT],
      facts,
    });
  });

  it('order.paid names our payment by what our server wrote on the order', () => {
    const event = {
      id: 'evt_1',
      type: 'order.paid',
      about: 'payment',
      refs: [SAMPLE_ORDER, SAMPLE_PAYMENT],
      facts: { paid },
    };
    expect(read('order.paid', { payment: capturedPayment, order: paidOrder() })).toEqual({
      ...event,
      paymentId: SAMPLE_OUR_ID,
    });
    for (const receipt of [null, '', 'Receipt No. 1', `${SAMPLE_OUR_ID}' or 1=1`]) {
      expect(read('order.paid', { payment: capturedPayment, order: paidOrder({ receipt }) })).toEqual({
        ...event,
        paymentId: null,
      });
    }
  });

  it('believes nothing that the browser wrote: neither notes, nor a payment without an order', () => {
    const notes = { payment_id: SAMPLE_OUR_ID };
    expect(read('payment.captured', { payment: { ...capturedPayment, notes } })).toMatchObject({ paymentId: null });
    expect(read('payment.captured', { payment: { ...capturedPayment, notes, order_id: null } })).toEqual({
      id: 'evt_1',
      type: 'payment.captured',
      about: 'nothing',
    });
    const foreign = paidOrder({ id: 'order_another0000001' });
    expect(read('order.paid', { payment: capturedPayment, order: foreign })).toMatchObject({
      paymentId: null,
      refs: [SAMPLE_ORDER, SAMPLE_PAYMENT],
    });
  });
});

describe('Events about refunds, https://razorpay.com/docs/webhooks/refunds', () => {
  it.each([
    ['refund.created', 'pending', 'pending'],
    ['refund.created', 'processed', 'succeeded'],
    ['refund.processed', 'processed', 'succeeded'],
    ['refund.failed', 'failed', 'failed'],
  ])('%s, %s', (type, status, expected) => {
    expect(read(type, { refund: sampleRefund({ status }), payment: capturedPayment })).toEqual({
      id: 'evt_1',
      type,
      about: 'payment',
      paymentId: null,
      refs: [SAMPLE_ORDER, SAMPLE_PAYMENT],
      facts: { refunds: [{ ref: 'rfnd_FS8TWyPrCsa0OB', amountMinor: 900, status: expected }] },
    });
  });

  it('of money that was never captured are a failed attempt', () => {
    const gone = samplePayment({ status: 'refunded', captured: false, amount_refunded: 49_900 });
    expect(read('refund.processed', { refund: sampleRefund({ status: 'processed' }), payment: gone })).toMatchObject({
      facts: { failed: { code: 'auto_refunded' } },
    });
  });

  it('of a payment without an order are none of ours', () => {
    const entities = { refund: sampleRefund(), payment: { ...capturedPayment, order_id: null } };
    expect(read('refund.created', entities)).toMatchObject({ about: 'nothing' });
  });
});

describe('Events about disputes, https://razorpay.com/docs/webhooks/disputes', () => {
  it.each([
    ['created', { phase: 'fraud' }, 'inquiry', 49_900, null],
    ['created', { phase: 'retrieval' }, 'inquiry', 49_900, null],
    ['created', { phase: 'chargeback' }, 'inquiry', 49_900, null],
    ['created', { phase: 'chargeback', amount_deducted: 49_900 }, 'open', 49_900, null],
    ['created', { phase: 'chargeback', amount_deducted: 50_400 }, 'open', 49_900, 500],
    ['under_review', { status: 'under_review' }, 'inquiry', 49_900, null],
    ['under_review', { status: 'under_review', amount_deducted: 49_900 }, 'open', 49_900, null],
    ['action_required', { phase: 'pre_arbitration', amount_deducted: 49_900 }, 'open', 49_900, null],
    ['won', { status: 'won', amount_deducted: 0 }, 'won', 49_900, null],
    ['lost', { status: 'lost', amount_deducted: 49_900 }, 'lost', 49_900, null],
    ['lost', { status: 'lost', amount_deducted: 20_000 }, 'lost', 20_000, null],
    ['closed', { status: 'closed' }, 'won', 49_900, null],
    ['closed', { status: 'closed', amount_deducted: 49_900 }, 'lost', 49_900, null],
  ])('payment.dispute.%s %j', (verb, changes, status, amountMinor, feeMinor) => {
    const type = `payment.dispute.${verb}`;
    expect(read(type, { payment: capturedPayment, dispute: sampleDispute(changes) })).toEqual({
      id: 'evt_1',
      type,
      about: 'payment',
      paymentId: null,
      refs: [SAMPLE_ORDER, SAMPLE_PAYMENT, 'disp_Esz7KAitoYM7PJ'],
      facts: {
        disputes: [{ ref: 'disp_Esz7KAitoYM7PJ', amountMinor, feeMinor, reason: 'chargeback', status }],
      },
    });
  });
});
