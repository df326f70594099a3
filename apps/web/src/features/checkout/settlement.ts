import type { Payment } from '@troupe/contracts/http/payment';

export interface Patience {
  attemptsMax: number;
  intervalMs: number;
}

/** A provider's webhook takes a moment; after about fifteen seconds it is kinder to say so than to go on waiting. */
export const SETTLEMENT_PATIENCE: Patience = { attemptsMax: 12, intervalMs: 1_200 };

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Asks until the payment is settled. Answers with its last state, which is still `created` when patience ran out: the
 * coins then come with the webhook, whenever it does. An answer that fails counts as an attempt; the last one throws.
 */
export async function waitForSettlement(
  read: () => Promise<Payment>,
  { attemptsMax, intervalMs }: Patience = SETTLEMENT_PATIENCE,
  wait: (ms: number) => Promise<void> = pause,
): Promise<Payment> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= attemptsMax;
    try {
      const payment = await read();
      if (payment.status !== 'created' || last) return payment;
    } catch (error) {
      if (last) throw error;
    }
    await wait(intervalMs);
  }
}
