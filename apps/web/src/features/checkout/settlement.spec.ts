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
  failureCode: null,
  refundedMinor: 0,
  disputedMinor: 0,
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

const patience = { attemptsMax: 3, firstIntervalMs: 10, intervalMaxMs: 12 };
const noWait = async () => {};
const watch = (read: () => Promise<Payment>, before: Payment['status'] = 'created') =>
  waitForSettlement({ read, before, wait: noWait, patience });

describe('waiting for a settlement', () => {
  it('stops asking when the payment is settled', async () => {
    expect((await watch(answers(payment('created'), payment('pending'), payment('succeeded')))).status).toBe(
      'succeeded',
    );
  });

  it('gives up politely when the webhook is late', async () => {
    const read = answers(payment('pending'), payment('pending'), payment('pending'));
    expect((await watch(read)).status).toBe('pending');
  });

  it('takes a failure for an end, but not one that was known before somebody paid again', async () => {
    expect((await watch(answers(payment('failed')))).status).toBe('failed');
    const again = answers(payment('failed'), payment('succeeded'));
    expect((await watch(again, 'failed')).status).toBe('succeeded');
  });

  it('lives through a failed question, but not through the last one', async () => {
    expect((await watch(answers(new Error('x'), payment('cancelled')))).status).toBe('cancelled');
    await expect(watch(answers(new Error('a'), new Error('b'), new Error('c')))).rejects.toThrow('c');
  });

  it('asks less and less often', async () => {
    const waits: number[] = [];
    const read = answers(payment('pending'), payment('pending'), payment('pending'));
    await waitForSettlement({
      read,
      before: 'created',
      patience,
      wait: async (ms) => {
        waits.push(ms);
      },
    });
    expect(waits).toEqual([10, 12]);
  });
});
