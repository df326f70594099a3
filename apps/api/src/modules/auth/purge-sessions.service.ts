import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { AuthRepository } from './auth.repository.ts';

/** For support, who may be asked the next day why somebody was signed out. */
const KEPT_AFTER_END_MS = 86_400_000;
/** Short transactions: a session in the middle of its last renewal waits for one. */
const BATCH_SESSIONS = 500;
const BATCHES_PER_RUN_MAX = 200;
/** Soon, or a process that is restarted often would never come to it; not at once, when everybody comes back. */
const FIRST_RUN_AFTER_MS = 60_000;

/** Deletes sessions that are over, with their refresh tokens; every process may run it at once. */
@Injectable()
export class PurgeSessionsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Sessions');
  private readonly job: IntervalJob;
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuthRepository,
    @InjectEnv() private readonly env: Env,
  ) {
    this.job = new IntervalJob(
      () => this.purge(),
      env.SESSION_PURGE_INTERVAL_MS,
      (error) =>
        this.logger.warn(
          `old sessions could not be deleted: ${error instanceof Error ? error.message : String(error)}`,
        ),
    );
  }

  onApplicationBootstrap(): void {
    this.job.start(Math.min(FIRST_RUN_AFTER_MS, this.env.SESSION_PURGE_INTERVAL_MS));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.job.stop();
  }

  private async purge(): Promise<void> {
    const endedBefore = new Date(Date.now() - KEPT_AFTER_END_MS);
    for (let batch = 0; batch < BATCHES_PER_RUN_MAX && !this.stopping; batch += 1) {
      const deleted = await this.unitOfWork.run('purge-sessions', (tx) =>
        this.repository.deleteEndedSessions(tx, endedBefore, BATCH_SESSIONS),
      );
      if (deleted < BATCH_SESSIONS) return;
    }
  }
}
