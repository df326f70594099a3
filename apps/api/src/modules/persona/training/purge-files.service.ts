import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { PurgeJob } from '../../../platform/jobs/purge-job.ts';
import { TrainingRepository } from './training.repository.ts';

const HOUR_MS = 3_600_000;
/** After its last part: overnight, and a bit. */
const UNFINISHED_KEPT_MS = 24 * HOUR_MS;
/** Long enough to read why. */
const REFUSED_KEPT_MS = 7 * 24 * HOUR_MS;
const INTERVAL_MS = HOUR_MS;
/** Some hundred megabytes of parts at most. */
const BATCH_FILES = 20;
const BATCHES_PER_RUN_MAX = 200;

/** Deletes uploads that nobody goes on with, and refused files. */
@Injectable()
export class PurgeFilesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly job = new PurgeJob({
    logger: new Logger('TrainingData'),
    what: 'old uploads',
    intervalMs: INTERVAL_MS,
    batchesPerRunMax: BATCHES_PER_RUN_MAX,
    run: () => this.purge(new Date()),
  });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: TrainingRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.job.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  async purge(now: Date): Promise<void> {
    const before = {
      unfinished: new Date(now.getTime() - UNFINISHED_KEPT_MS),
      refused: new Date(now.getTime() - REFUSED_KEPT_MS),
    };
    await this.job.inBatches(BATCH_FILES, () =>
      this.unitOfWork.run('purge-training', (tx) => this.repository.purge(tx, before, BATCH_FILES)),
    );
  }
}
