import { ProviderError } from './provider.ts';

export interface WatchdogLimits {
  firstTokenTimeoutMs: number;
  idleTimeoutMs: number;
  /** What is left for the whole, from now. */
  totalTimeoutMs: number;
}

/**
 * The clocks of one attempt: when the first sign of life, a later one, or the whole takes too long, the attempt's signal is aborted with
 * `provider_timeout`, which takes its connection with it. One timer for all pauses: a reply has hundreds of them.
 */
export class Watchdog {
  readonly #abort = new AbortController();
  readonly #total: NodeJS.Timeout;
  #pause: NodeJS.Timeout;
  #touches = 0;

  constructor(private readonly limits: WatchdogLimits) {
    this.#total = setTimeout(() => this.#expire('the whole', limits.totalTimeoutMs), limits.totalTimeoutMs);
    this.#pause = this.#await('the first token', limits.firstTokenTimeoutMs);
  }

  /** Aborted when a clock ran out, with the ProviderError as its reason; or by `end`. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Something came. */
  touch(): void {
    this.#touches += 1;
    if (this.#touches > 1) {
      this.#pause.refresh();
      return;
    }
    clearTimeout(this.#pause);
    this.#pause = this.#await('the next token', this.limits.idleTimeoutMs);
  }

  /** Stops the clocks, and ends the attempt if it hasn't ended. */
  end(reason?: unknown): void {
    clearTimeout(this.#total);
    clearTimeout(this.#pause);
    this.#abort.abort(reason);
  }

  /** After a stall of this process the timer comes before the packets that arrived meanwhile: they are read first, and may still save it. */
  #await(what: string, timeoutMs: number): NodeJS.Timeout {
    return setTimeout(() => {
      const touches = this.#touches;
      setImmediate(() => {
        if (this.#touches === touches) this.#expire(what, timeoutMs);
      });
    }, timeoutMs);
  }

  #expire(what: string, afterMs: number): void {
    this.end(new ProviderError('provider_timeout', `${what} took over ${afterMs} ms`, { kind: 'timeout' }));
  }
}
