import { settledWithin } from './settled-within.ts';

const STOP_WAIT_MAX_MS = 2_000;

/**
 * Runs `work` again and again with a pause between runs; never two at once. An error goes to `onError` and the next run comes all the same.
 */
export class IntervalJob {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = true;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly intervalMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(firstDelayMs: number): void {
    this.#stopped = false;
    this.#schedule(firstDelayMs);
  }

  /** Ends the series and waits for a run that is under way, but not for one that hangs: a shutdown has others to look after. */
  async stop(waitMaxMs = STOP_WAIT_MAX_MS): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    if (this.#running !== undefined) await settledWithin(waitMaxMs, this.#running);
  }

  #schedule(delayMs: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.work()
        .catch(this.onError)
        .finally(() => this.#schedule(this.intervalMs));
    }, delayMs);
    this.#timer.unref();
  }
}
