/** Drawing takes a tenth of a second of a whole core, for anybody who asks. */
const AT_ONCE_MAX = 2;
const WAITING_MAX = 16;

let running = 0;
const waiting: (() => void)[] = [];

/** Does the work when there is room for it; null, and nothing done, when too many wait already. */
export async function fewAtOnce<Result>(work: () => Promise<Result>): Promise<Result | null> {
  if (running >= AT_ONCE_MAX) {
    if (waiting.length >= WAITING_MAX) return null;
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // Whoever waits takes over the place.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
