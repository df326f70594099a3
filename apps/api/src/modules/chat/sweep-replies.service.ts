import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { ChatRepository } from './chat.repository.ts';
import { SettleReplyService } from './settle-reply.service.ts';

const BATCH_REPLIES_MAX = 100;

/** Settles replies whose process died: their lease ran out, and what was saved decides. */
@Injectable()
export class SweepRepliesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Sweeper');
  private readonly job: IntervalJob;

  constructor(
    private readonly repository: ChatRepository,
    private readonly settlement: SettleReplyService,
    private readonly failpoints: Failpoints,
    @InjectEnv() env: Env,
  ) {
    this.job = new IntervalJob(
      () => this.sweep(),
      env.SWEEP_INTERVAL_MS,
      (error) => this.logger.warn(`the sweep failed and will come again: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.job.start(0);
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  /** Settles a batch of what has lost its lease; what is over waits for the next round. */
  async sweep(): Promise<void> {
    const expired = await this.repository.expiredLeases(BATCH_REPLIES_MAX);
    let settled = 0;
    for (const reply of expired) {
      if (this.failpoints.armed) await this.failpoints.reach('sweep.before-settle');
      const ending = reply.stop_requested
        ? ({ kind: 'stopped' } as const)
        : ({ kind: 'failed', code: 'generation_interrupted' } as const);
      if (await this.settlement.settle({ replyId: reply.id, leaseId: null, content: reply.content, ending }))
        settled += 1;
    }
    if (settled > 0) this.logger.warn(`settled ${settled} replies that had lost their process`);
  }
}
