import { setImmediate as turn } from 'node:timers/promises';

/** Long work that stops here and there, where others may have their turn. */
export type Steps<Result> = Generator<void, Result, void>;

/** What the event loop may be kept busy for by one piece of work. */
const SLICE_MS = 5;

/** The whole work in one go, for who has nothing else to do. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** In slices of some milliseconds, with the rest of the process between them. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - began < SLICE_MS) continue;
    await turn();
    began = performance.now();
  }
}
