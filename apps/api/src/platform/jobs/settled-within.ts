import { setTimeout as delay } from 'node:timers/promises';

/** Waits for work to end, well or badly, but not longer than `ms`: a shutdown has others to look after. The timer keeps no process alive. */
export async function settledWithin(ms: number, ...work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.race([Promise.allSettled(work), delay(ms, undefined, { ref: false })]);
}
