import type { Payment, PaymentStatus } from '@troupe/contracts/http/payment';

export interface Patience {
  attemptsMax: number;
  firstIntervalMs: number;
  intervalMaxMs: number;
}

/** Quickly at first, for a webhook takes a moment; in all about ten minutes. Whatever comes later comes with the `balance` event, or is there next time. */
export const SETTLEMENT_PATIENCE: Patience = { attemptsMax: 70, firstIntervalMs: 1_000, intervalMaxMs: 10_000 };

const GROWTH = 1.3;

/** Whether there is nothing more to wait for. A failure that was known before somebody paid again says nothing of this attempt. */
export function isSettled(status: PaymentStatus, before: PaymentStatus): boolean {
  if (status === 'succeeded' || status === 'cancelled') return true;
  return status === 'failed' && before !== 'failed';
}

interface Watch {
  read: () => Promise<Payment>;
  /** Where the payment stood before somebody paid. */
  before: PaymentStatus;
  /** Resolves after this time, or sooner when there is news. */
  wait: (ms: number) => Promise<void>;
  patience?: Patience;
}

/**
 * Asks until the payment is settled. Answers with its last state, unsettled when patience ran out: the coins then come with the webhook, whenever it does. An
 * answer that fails counts as an attempt; the last one throws.
 */
export async function waitForSettlement({
  read,
  before,
  wait,
  patience: { attemptsMax, firstIntervalMs, intervalMaxMs } = SETTLEMENT_PATIENCE,
}: Watch): Promise<Payment> {
  let intervalMs = firstIntervalMs;
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= attemptsMax;
    try {
      const payment = await read();
      if (last || isSettled(payment.status, before)) return payment;
    } catch (error) {
      if (last) throw error;
    }
    await wait(intervalMs);
    intervalMs = Math.min(intervalMaxMs, intervalMs * GROWTH);
  }
}
