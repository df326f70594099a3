import { AppError } from '../errors/app-error.ts';

/** Lets so many through at once, and so many wait; whoever comes then is told `busy`. For work that takes much memory or a whole core. */
export class Turnstile {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnceMax: number,
    private readonly waitingMax: number,
  ) {}

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.atOnceMax) {
      if (this.waiting.length >= this.waitingMax) throw new AppError('busy', 'We are busy right now: please try again');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
