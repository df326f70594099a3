import { paymentWords } from './payment-words';

const payment = {
  status: 'succeeded',
  dispute: 'none',
  refundedMinor: 0,
  disputedMinor: 0,
  failureCode: null,
  price: { currency: 'USD', amountMinor: 499 },
} as const;

describe('where a payment stands', () => {
  it.each([
    [{}, 'Paid'],
    [{ status: 'created' }, 'Not paid'],
    [{ status: 'pending' }, 'Pending'],
    [{ status: 'cancelled' }, 'Cancelled'],
    [{ status: 'failed' }, 'Failed'],
    [{ refundedMinor: 100 }, 'Partly refunded'],
    [{ refundedMinor: 499 }, 'Refunded'],
    [{ dispute: 'open', disputedMinor: 499 }, 'Disputed'],
    [{ dispute: 'won' }, 'Paid, dispute closed'],
    [{ dispute: 'lost', disputedMinor: 399, refundedMinor: 100 }, 'Dispute: money back'],
    [{ dispute: 'won', refundedMinor: 499 }, 'Refunded'],
  ] as const)('%o is "%s"', (change, label) => {
    expect(paymentWords({ ...payment, ...change }).label).toBe(label);
  });

  it('says why a payment failed, and something true of codes that nobody knows', () => {
    const failed = (failureCode: string | null) => paymentWords({ ...payment, status: 'failed', failureCode }).sentence;
    expect(failed('insufficient_funds')).toBe('There wasn’t enough money on it. Nothing was charged.');
    expect(failed('some_new_code')).toBe(failed(null));
  });

  it('names the amounts that went back', () => {
    expect(paymentWords({ ...payment, refundedMinor: 100 }).sentence).toContain('$1.00 of $4.99');
    expect(paymentWords({ ...payment, dispute: 'lost', disputedMinor: 399 }).sentence).toContain('$3.99');
  });
});
