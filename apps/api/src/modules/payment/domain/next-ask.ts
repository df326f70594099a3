import type { PaymentStatus } from '@troupe/contracts/http/payment';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Since an open payment was made: often at first, when somebody may be looking at the wallet. */
const OPEN_MS = [MINUTE_MS, 3 * MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, DAY_MS, 3 * DAY_MS];
/** The same for what somebody did pay, which a bank may take two weeks to bring. */
const PENDING_MS = [...OPEN_MS, 7 * DAY_MS, 14 * DAY_MS];
/** Since a paid one was paid: refunds and disputes whose events never came. Card networks take disputes for 120 days. */
const PAID_MS = [DAY_MS, 7 * DAY_MS, 30 * DAY_MS, 90 * DAY_MS, 125 * DAY_MS];

/**
 * When to ask a provider about a payment without being told anything, after `since` (opened or paid) and not before `now`; null when nothing is expected
 * any more. Money that comes even later still counts when its event does.
 */
export function nextAsk(status: PaymentStatus, since: Date, now: Date): Date | null {
  if (status === 'cancelled') return null;
  const steps = { succeeded: PAID_MS, pending: PENDING_MS, created: OPEN_MS, failed: OPEN_MS }[status];
  const ageMs = now.getTime() - since.getTime();
  const step = steps.find((ms) => ms > ageMs);
  return step === undefined ? null : new Date(since.getTime() + step);
}

const RETRY_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 4 * HOUR_MS, DAY_MS];

/** When to try an event again that could not be acted on so many times; null when it is for people to look at. */
export function retryAfter(tries: number, now: Date): Date | null {
  const wait = RETRY_MS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}
