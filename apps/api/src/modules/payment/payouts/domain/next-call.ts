const FIRST_MS = 2_000;
const LONGEST_MS = 3_600_000;
/**
 * Providers keep idempotency keys for a day at least; then the same call may send a second time. So whoever knows nothing of a sending stops
 * repeating it some hours before that.
 */
const SEND_FOR_MS = 20 * 3_600_000;

/** How long to wait before call number `attempts` + 1, in milliseconds: twice as long each time, up to an hour. */
export const pauseAfter = (attempts: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));

/** Whether the same sending may still be repeated. */
export const maySendAgain = (sentAt: Date, now: Date): boolean => now.getTime() - sentAt.getTime() < SEND_FOR_MS;
