import { setTimeout as delay } from 'node:timers/promises';

const STEP_MS = 20;

/** Asks again until `probe` gives something, and fails after `timeoutMs` with what was waited for. */
export async function until<Value>(
  what: string,
  probe: () => Promise<Value | undefined | false> | Value | undefined | false,
  timeoutMs = 10_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`);
    await delay(STEP_MS);
  }
}
