import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { newId } from '../../platform/ids/ids.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { estimateTokens } from '../llm/index.ts';
import { ReplyRepository } from './reply.repository.ts';
import { SettleReplyService } from './settle-reply.service.ts';

const BATCH_REPLIES_MAX = 100;
/** A wallet that gets locked after its reply was claimed holds up one of these, and not the others. */
const SETTLED_AT_ONCE_MAX = 4;

/** Settles replies whose process died: it takes over the leases that ran out, and what was saved decides. */
@Injectable()
export class SweepRepliesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Sweeper');
  private readonly job: IntervalJob;

  constructor(
    private readonly replies: ReplyRepository,
    private readonly settlement: SettleReplyService,
    private readonly failpoints: Failpoints,
    @InjectEnv() private readonly env: Env,
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

  /** Settles a batch of what has lost its lease; what is over, or can't be settled now, waits for a later round. */
  async sweep(): Promise<void> {
    const leaseId = newId();
    // Short: settling is one statement each, and a sweeper that dies as well keeps nobody waiting for long. Whoever is late settles nothing.
    const orphans = await this.replies.claimExpired(leaseId, this.env.REPLY_LEASE_MS / 4, BATCH_REPLIES_MAX);
    const waiting = orphans.values();
    const work = async (): Promise<void> => {
      for (const orphan of waiting) await this.settle(orphan, leaseId);
    };
    await Promise.all(Array.from({ length: SETTLED_AT_ONCE_MAX }, work));
    if (orphans.length > 0) this.logger.warn(`took over ${orphans.length} replies that had lost their process`);
  }

  private async settle(
    orphan: { id: string; content: string; stop_requested: boolean },
    leaseId: string,
  ): Promise<void> {
    const ending = orphan.stop_requested
      ? ({ kind: 'stopped' } as const)
      : ({ kind: 'failed', code: 'generation_interrupted' } as const);
    const usage = { promptTokens: null, completionTokens: estimateTokens(orphan.content), estimated: true };
    try {
      if (this.failpoints.armed) await this.failpoints.reach('sweep.before-settle');
      await this.settlement.settle({
        replyId: orphan.id,
        leaseId,
        content: orphan.content,
        ending,
        usage,
        moved: 'maybe',
      });
    } catch (error) {
      this.logger.error(`reply ${orphan.id} could not be settled and will be tried again: ${String(error)}`);
    }
  }
}
