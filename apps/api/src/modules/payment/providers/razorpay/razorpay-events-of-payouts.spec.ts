import {
  authorizedPayment,
  capturedPayment,
  SAMPLE_OUR_ID,
  sampleEvent,
  samplePayout,
  sampleRefund,
} from '@troupe/test-kit/razorpay-samples';
import { ProviderFault } from '../payment-provider.ts';
import { readEvent } from './razorpay-events.ts';

const read = (type: string, entities: Readonly<Record<string, object>>) => {
  const { body, headers } = sampleEvent(type, entities);
  return readEvent(body, headers, 'pepper');
};
const because = (reason: string) => ({ status_details: { description: 'Words', source: 'beneficiary_bank', reason } });

describe('Events about payouts, https://razorpay.com/docs/webhooks/payouts', () => {
  it.each([
    ['pending', samplePayout('pending'), 'in_flight', null, null],
    ['queued', samplePayout('queued', because('low_balance')), 'in_flight', null, null],
    ['initiated', samplePayout('processing', { fees: 590, tax: 90 }), 'in_flight', null, null],
    ['processed', samplePayout('processed', { fees: 590, tax: 90, utr: '523223155921' }), 'paid', 590, null],
    ['processed', samplePayout('processed', { fees: 0 }), 'paid', 0, null],
    ['updated', samplePayout('processed', { fees: 1_062 }), 'paid', 1_062, null],
    ['updated', samplePayout('processing', { fees: 1_062 }), 'in_flight', null, null],
    [
      'reversed',
      samplePayout('reversed', { fees: 9, ...because('beneficiary_bank_offline') }),
      'returned',
      null,
      'beneficiary_bank_offline',
    ],
    ['failed', samplePayout('failed', because('bank_account_closed')), 'returned', null, 'bank_account_closed'],
    ['rejected', samplePayout('rejected'), 'returned', null, 'rejected'],
  ])('payout.%s', (verb, entity, status, feeMinor, failureCode) => {
    const type = `payout.${verb}`;
    expect(read(type, { payout: entity })).toEqual({
      id: 'evt_1',
      type,
      about: 'payout',
      payoutId: SAMPLE_OUR_ID,
      refs: ['pout_1Aa00000000001'],
      facts: { ref: 'pout_1Aa00000000001', status, feeMinor, failureCode },
    });
  });

  it('that was sent by hand from the dashboard names none of ours', () => {
    const entity = samplePayout('processed', { reference_id: null });
    expect(read('payout.processed', { payout: entity })).toMatchObject({ payoutId: null });
  });
});

describe('Every other event', () => {
  it.each([
    ['payment.pending', { payment: authorizedPayment }],
    ['payment.downtime.started', { 'payment.downtime': { id: 'down_1' } }],
    ['payout.downtime.started', { 'payout.downtime': { id: 'poutdown_1' } }],
    ['refund.speed_changed', { refund: sampleRefund() }],
    ['fund_account.validation.completed', {}],
    ['invoice.paid', {}],
    ['toString', {}],
    ['__proto__', {}],
  ])('%s says nothing', (type, entities) => {
    expect(read(type, entities)).toEqual({ id: 'evt_1', type, about: 'nothing' });
  });

  it('without its id is named by its body, so that a repetition is known', () => {
    const { body } = sampleEvent('invoice.paid', {});
    const { id } = readEvent(body, {}, 'pepper');
    expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(readEvent(Buffer.from(body), {}, 'pepper').id).toBe(id);
    expect(readEvent(Buffer.from(`${body.toString()} `), {}, 'pepper').id).not.toBe(id);
  });

  it.each([
    ['no JSON', '{"event":'],
    ['no object', '[]'],
    ['null', 'null'],
    ['no event', '{"entity":"event"}'],
    ['no payload', '{"event":"payment.captured"}'],
    ['no payment', '{"event":"payment.captured","payload":{"payment":{}}}'],
    [
      'no id',
      JSON.stringify({ event: 'payment.captured', payload: { payment: { entity: { ...capturedPayment, id: 7 } } } }),
    ],
    [
      'a fraction of a paisa',
      JSON.stringify({
        event: 'payment.captured',
        payload: { payment: { entity: { ...capturedPayment, amount: 1.5 } } },
      }),
    ],
    [
      'less than nothing',
      JSON.stringify({ event: 'refund.created', payload: { refund: { entity: sampleRefund({ amount: -1 }) } } }),
    ],
  ])('with %s is nonsense, and nothing of it is repeated', (_, body) => {
    const call = () => readEvent(Buffer.from(body), {}, 'pepper');
    expect(call).toThrow(ProviderFault);
    expect(call).toThrow(expect.objectContaining({ kind: 'nonsense' }));
    expect(call).not.toThrow('fan@example.com');
  });
});
