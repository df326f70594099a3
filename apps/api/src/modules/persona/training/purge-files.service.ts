import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { IntervalJob } from '../../../platform/jobs/interval-job.ts';
import { TrainingRepository } from './training.repository.ts';

const HOUR_MS = 3_600_000;
/** After its last part: overnight, and a bit. */
const UNFINISHED_KEPT_MS = 24 * HOUR_MS;
/** Long enough to read why. */
const REFUSED_KEPT_MS = 7 * 24 * HOUR_MS;
const INTERVAL_MS = HOUR_MS;
const FIRST_RUN_AFTER_MS = 60_000;
/** Some hundred megabytes of parts at most. */
const BATCH_FILES = 20;
const BATCHES_PER_RUN_MAX = 200;

/** Deletes uploads that nobody goes on with, and refused files; every process may run it at once. */
@Injectable()
export class PurgeFilesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('TrainingData');
  private readonly job = new IntervalJob(
    () => this.purge(new Date()),
    INTERVAL_MS,
    (error) =>
      this.logger.warn(`old uploads could not be deleted: ${error instanceof Error ? error.message : String(error)}`),
  );
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: TrainingRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.job.start(FIRST_RUN_AFTER_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.job.stop();
  }

  async purge(now: Date): Promise<void> {
    const before = {
      unfinished: new Date(now.getTime() - UNFINISHED_KEPT_MS),
      refused: new Date(now.getTime() - REFUSED_KEPT_MS),
    };
    for (let batch = 0; batch < BATCHES_PER_RUN_MAX && !this.stopping; batch += 1) {
      const purge = () => this.unitOfWork.run('purge-training', (tx) => this.repository.purge(tx, before, BATCH_FILES));
      if ((await purge()) < BATCH_FILES) return;
    }
  }
}
