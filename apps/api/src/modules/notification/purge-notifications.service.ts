import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Tx, UnitOfWork } from '@troupe/database';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { firstIdAt } from '../../platform/ids/ids.ts';
import { PurgeJob } from '../../platform/jobs/purge-job.ts';
import { NotificationRepository } from './notification.repository.ts';
import { SpreadRepository } from './spread.repository.ts';

const DAY_MS = 86_400_000;
const INTERVAL_MS = 3_600_000;
const AT_ONCE = 1_000;
const BATCHES_PER_RUN_MAX = 500;

/** Deletes old notifications, read or not, and what is known of how they were told. */
@Injectable()
export class PurgeNotificationsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly job: PurgeJob;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly spreads: SpreadRepository,
    @InjectEnv() private readonly env: Env,
  ) {
    this.job = new PurgeJob({
      logger: new Logger('Notifications'),
      what: 'old notifications',
      intervalMs: INTERVAL_MS,
      batchesPerRunMax: BATCHES_PER_RUN_MAX,
      run: () => this.purge(new Date()),
    });
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  /** Deletes what is older than `NOTIFICATION_KEEP_DAYS` at `now`, in short transactions. */
  async purge(now: Date): Promise<void> {
    const before = new Date(now.getTime() - this.env.NOTIFICATION_KEEP_DAYS * DAY_MS);
    const boundary = firstIdAt(before);
    await this.inBatches((tx) => this.notifications.deleteBelow(tx, boundary, AT_ONCE));
    await this.inBatches((tx) => this.spreads.deleteDone(tx, before, AT_ONCE));
  }

  private async inBatches(work: (tx: Tx) => Promise<number>): Promise<void> {
    await this.job.inBatches(AT_ONCE, () => this.unitOfWork.run('purge-notifications', work));
  }
}
