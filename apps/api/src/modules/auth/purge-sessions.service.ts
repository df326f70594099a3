import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { PurgeJob } from '../../platform/jobs/purge-job.ts';
import { AuthRepository } from './auth.repository.ts';

/** For support, who may be asked the next day why somebody was signed out. */
const KEPT_AFTER_END_MS = 86_400_000;
/** Short transactions: a session in the middle of its last renewal waits for one. */
const BATCH_SESSIONS = 500;
const BATCHES_PER_RUN_MAX = 200;

/** Deletes sessions that are over, with their refresh tokens. */
@Injectable()
export class PurgeSessionsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly job: PurgeJob;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuthRepository,
    @InjectEnv() env: Env,
  ) {
    this.job = new PurgeJob({
      logger: new Logger('Sessions'),
      what: 'old sessions',
      intervalMs: env.SESSION_PURGE_INTERVAL_MS,
      batchesPerRunMax: BATCHES_PER_RUN_MAX,
      run: () => this.purge(),
    });
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  private async purge(): Promise<void> {
    const endedBefore = new Date(Date.now() - KEPT_AFTER_END_MS);
    await this.job.inBatches(BATCH_SESSIONS, () =>
      this.unitOfWork.run('purge-sessions', (tx) =>
        this.repository.deleteEndedSessions(tx, endedBefore, BATCH_SESSIONS),
      ),
    );
  }
}
