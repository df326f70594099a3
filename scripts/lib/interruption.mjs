import { whenParentGone } from './parent.mjs';

/** Thrown out of whatever is waiting when somebody asks to stop. */
export class Interrupted extends Error {}

const SAME_KEY_PRESS_MS = 1000;

/**
 * Listens for Ctrl-C and its kin. The first asks for an orderly stop; another one a second later ends it all.
 * @param force what to do then, at once and without waiting.
 */
export function listenForInterruption(force) {
  const controller = new AbortController();
  let askedAt;
  const ask = () => {
    askedAt ??= Date.now();
    controller.abort(new Interrupted());
    // npm and the terminal may both pass on the same Ctrl-C.
    if (Date.now() - askedAt > SAME_KEY_PRESS_MS) force();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  whenParentGone(ask);
  const { signal } = controller;
  const asked = new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  return {
    signal,
    asked,
    /** Waits for something, and gives up as soon as a stop is asked for. */
    async during(promise) {
      signal.throwIfAborted();
      const result = await Promise.race([promise, asked]);
      signal.throwIfAborted();
      return result;
    },
  };
}
