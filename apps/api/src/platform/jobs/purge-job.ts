import type { Logger } from '@nestjs/common';
import { IntervalJob } from './interval-job.ts';

/** Soon, or a process that is restarted often would never come to it; not at once, when everybody comes back. */
const FIRST_RUN_AFTER_MS = 60_000;

export interface Purge {
  logger: Logger;
  /** What is deleted, for the log. */
  what: string;
  intervalMs: number;
  batchesPerRunMax: number;
  run: () => Promise<void>;
}

/** Deletes what is old, from time to time and in short transactions; every process may run it at once. */
export class PurgeJob {
  private readonly job: IntervalJob;
  private stopping = false;

  constructor(private readonly purge: Purge) {
    const { logger, what, intervalMs, run } = purge;
    this.job = new IntervalJob(run, intervalMs, (error) =>
      logger.warn(`${what} could not be deleted: ${error instanceof Error ? error.message : String(error)}`),
    );
  }

  start(): void {
    this.job.start(Math.min(FIRST_RUN_AFTER_MS, this.purge.intervalMs));
  }

  /** The batch that is under way is waited for, and no other begins. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.job.stop();
  }

  /** Again and again until fewer than `atOnce` were deleted; the next run goes on. */
  async inBatches(atOnce: number, deleteSome: () => Promise<number>): Promise<void> {
    for (let batch = 0; batch < this.purge.batchesPerRunMax && !this.stopping; batch += 1) {
      if ((await deleteSome()) < atOnce) return;
    }
  }
}
