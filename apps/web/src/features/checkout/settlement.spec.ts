import type { Payment } from '@troupe/contracts/http/payment';
import { waitForSettlement } from './settlement';

const payment = (status: Payment['status']): Payment => ({
  id: 'payment',
  provider: 'sandbox',
  status,
  packName: 'Starter',
  coinsMicrocoins: 100_000_000,
  bonusMicrocoins: 0,
  promotion: null,
  price: { currency: 'USD', amountMinor: 99 },
  refundedMinor: 0,
  dispute: 'none',
  createdAt: '2026-11-21T10:00:00.000Z',
  settledAt: null,
});

/** Answers one after the other; an error is thrown. */
function answers(...queue: (Payment | Error)[]) {
  return async () => {
    const next = queue.shift();
    if (next === undefined) throw new Error('asked too often');
    if (next instanceof Error) throw next;
    return next;
  };
}

const patience = { attemptsMax: 3, intervalMs: 10 };
const noWait = async () => {};

describe('waiting for a settlement', () => {
  it('stops asking when the payment is settled', async () => {
    const read = answers(payment('created'), payment('succeeded'));
    expect((await waitForSettlement(read, patience, noWait)).status).toBe('succeeded');
  });

  it('gives up politely when the webhook is late', async () => {
    const read = answers(payment('created'), payment('created'), payment('created'));
    expect((await waitForSettlement(read, patience, noWait)).status).toBe('created');
  });

  it('lives through a failed question, but not through the last one', async () => {
    expect((await waitForSettlement(answers(new Error('x'), payment('cancelled')), patience, noWait)).status).toBe(
      'cancelled',
    );
    const allFail = answers(new Error('a'), new Error('b'), new Error('c'));
    await expect(waitForSettlement(allFail, patience, noWait)).rejects.toThrow('c');
  });
});
