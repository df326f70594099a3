import type { Payment } from '@troupe/contracts/http/payment';
import { receiptRows } from './receipt-rows';

const payment: Payment = {
  id: '0',
  provider: 'sandbox',
  status: 'succeeded',
  packName: 'Popular',
  coinsMicrocoins: 500_000_000,
  bonusMicrocoins: 150_000_000,
  promotion: 'First purchase',
  price: { currency: 'USD', amountMinor: 499 },
  failureCode: null,
  refundedMinor: 0,
  disputedMinor: 0,
  dispute: 'none',
  createdAt: '2026-11-21T10:00:00.000Z',
  settledAt: '2026-11-21T10:00:05.000Z',
};
const amounts = (change: Partial<Payment>) => receiptRows({ ...payment, ...change }).map((row) => row.amountMinor);

describe('the lines of a receipt', () => {
  it.each([
    {},
    { refundedMinor: 100 },
    { refundedMinor: 100, disputedMinor: 399, dispute: 'lost' },
    { status: 'failed' },
    { status: 'created' },
  ] as const)('%o: the lines add up to what stayed paid', (change) => {
    const lines = amounts(change);
    const total = lines.pop();
    expect(lines.reduce((sum: number, amount) => sum + (amount ?? 0), 0)).toBe(total);
  });

  it('names what went back, and nothing that did not', () => {
    const names = (change: Partial<Payment>) => receiptRows({ ...payment, ...change }).map((row) => row.what);
    expect(names({})).toEqual(['Popular pack', 'Bonus coins, with “First purchase”', 'Total paid']);
    expect(names({ dispute: 'open', disputedMinor: 499 })).toContain('Held by the bank for a dispute');
    expect(names({ bonusMicrocoins: 0, promotion: null })).toEqual(['Popular pack', 'Total paid']);
  });
});
