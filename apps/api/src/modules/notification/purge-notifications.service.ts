import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { firstIdAt } from '../../platform/ids/ids.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { NotificationRepository } from './notification.repository.ts';
import { SpreadRepository } from './spread.repository.ts';

const DAY_MS = 86_400_000;
const INTERVAL_MS = 3_600_000;
/** Soon, or a process that is restarted often would never come to it; not at once, when everybody comes back. */
const FIRST_RUN_AFTER_MS = 60_000;
const AT_ONCE = 1_000;
const BATCHES_PER_RUN_MAX = 500;

/** Deletes old notifications, read or not, and what is known of how they were told; every process may run it at once. */
@Injectable()
export class PurgeNotificationsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Notifications');
  private readonly job: IntervalJob;
  private isStopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly spreads: SpreadRepository,
    @InjectEnv() private readonly env: Env,
  ) {
    this.job = new IntervalJob(
      () => this.purge(new Date()),
      INTERVAL_MS,
      (error) => this.logger.warn(`old notifications could not be deleted: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.job.start(FIRST_RUN_AFTER_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.job.stop();
  }

  /** Deletes what is older than `NOTIFICATION_KEEP_DAYS` at `now`, in short transactions. */
  async purge(now: Date): Promise<void> {
    const before = new Date(now.getTime() - this.env.NOTIFICATION_KEEP_DAYS * DAY_MS);
    const boundary = firstIdAt(before);
    await this.inBatches((tx) => this.notifications.deleteBelow(tx, boundary, AT_ONCE));
    await this.inBatches((tx) => this.spreads.deleteDone(tx, before, AT_ONCE));
  }

  private async inBatches(work: Parameters<typeof this.unitOfWork.run<number>>[1]): Promise<void> {
    for (let batch = 0; batch < BATCHES_PER_RUN_MAX && !this.isStopping; batch += 1) {
      if ((await this.unitOfWork.run('purge-notifications', work)) < AT_ONCE) return;
    }
  }
}
