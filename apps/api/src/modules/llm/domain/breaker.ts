export type BreakerState = 'closed' | 'open' | 'half_open';

export interface BreakerSettings {
  /** Failures beyond successes, within the window, that open it. */
  failuresToOpen: number;
  windowMs: number;
  /** How long it stays open before one request may try. */
  openMs: number;
}

/** Leave to send one request; tells the breaker how it went. */
export interface BreakerPass {
  /** The provider answers; said at the first token, so that a probe with a long reply doesn't keep others waiting. */
  succeeded(): void;
  failed(): void;
  /** Ended without saying anything about the provider's health. */
  dropped(): void;
}

/** However long a provider asks to be left alone. */
const REST_MAX_MS = 60_000;

/**
 * Keeps a failing provider from being asked: closed, everything passes; open, nothing does; half open, one request tries and decides.
 * A success takes a failure off the count, so a provider that mostly answers stays in use however busy it is.
 * Times are milliseconds of any one clock.
 */
export class CircuitBreaker {
  /** When the failures that count were, oldest first; never more than it takes to open. */
  #failures: number[] = [];
  #openUntilMs = 0;
  #isOpen = false;
  #probe: symbol | undefined;

  constructor(
    private readonly settings: BreakerSettings,
    private readonly now: () => number,
  ) {}

  get state(): BreakerState {
    if (!this.#isOpen) return 'closed';
    return this.now() < this.#openUntilMs ? 'open' : 'half_open';
  }

  get failuresInWindow(): number {
    this.#forget();
    return this.#failures.length;
  }

  /** When the next probe may go; undefined while it is closed. */
  get reopensAtMs(): number | undefined {
    return this.#isOpen ? this.#openUntilMs : undefined;
  }

  /** Undefined when the provider is not to be asked now. */
  enter(): BreakerPass | undefined {
    const { state } = this;
    if (state === 'open' || (state === 'half_open' && this.#probe !== undefined)) return undefined;
    const ticket = state === 'half_open' ? Symbol('probe') : undefined;
    this.#probe = ticket;
    const isProbe = (): boolean => ticket !== undefined && ticket === this.#probe;
    return {
      succeeded: () => {
        if (isProbe()) this.#close();
        else if (!this.#isOpen) this.#failures.shift();
      },
      failed: () => {
        if (isProbe()) this.#open(this.settings.openMs);
        else if (!this.#isOpen) this.#count();
      },
      dropped: () => {
        if (isProbe()) this.#probe = undefined;
      },
    };
  }

  /** Opens for the time that the provider itself asks for, within a bound. */
  rest(forMs: number): void {
    this.#open(Math.min(forMs, REST_MAX_MS));
  }

  #count(): void {
    this.#forget();
    this.#failures.push(this.now());
    if (this.#failures.length >= this.settings.failuresToOpen) this.#open(this.settings.openMs);
  }

  #forget(): void {
    const since = this.now() - this.settings.windowMs;
    this.#failures = this.#failures.filter((at) => at > since);
  }

  #open(forMs: number): void {
    this.#isOpen = true;
    this.#probe = undefined;
    this.#openUntilMs = this.now() + forMs;
  }

  #close(): void {
    this.#isOpen = false;
    this.#probe = undefined;
    this.#failures = [];
  }
}
