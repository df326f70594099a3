/** About as often as a screen can show words growing; a model that is faster is told in longer pieces. */
const DELTA_INTERVAL_MS = 50;

/**
 * Paces the deltas of one reply: the first goes at once, later ones not closer than the interval, so that a fast model doesn't flood a slow phone,
 * nor this process the network.
 */
export class DeltaPace {
  private timer: NodeJS.Timeout | undefined;
  private isWaiting = false;

  /** `tell` is called whenever it is time, and only when there was something new. */
  constructor(
    private readonly tell: () => void,
    private readonly intervalMs = DELTA_INTERVAL_MS,
  ) {}

  /** There is something to tell: at once, or with what comes until it is time. */
  wake(): void {
    if (this.timer === undefined) this.now();
    else this.isWaiting = true;
  }

  /** Tells what is left. */
  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isWaiting) this.tell();
    this.isWaiting = false;
  }

  private now(): void {
    this.isWaiting = false;
    this.tell();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.isWaiting) this.now();
    }, this.intervalMs);
  }
}
