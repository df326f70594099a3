import { setTimeout as delay } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { isTransient } from '@troupe/database';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { settledWithin } from '../../platform/jobs/settled-within.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import {
  type CompletionRequest,
  estimatePromptTokens,
  estimateTokens,
  LlmFacade,
  ProviderError,
  type Usage,
} from '../llm/index.ts';
import { type GrowingCheck, ModerationFacade } from '../moderation/index.ts';
import { conversationRoom } from './chat.rooms.ts';
import { DeltaPace } from './delta-pace.ts';
import type { Ending } from './domain/reply-ending.ts';
import { ReplyRepository } from './reply.repository.ts';
import { RunningReplies, RunningReply } from './running-replies.ts';
import { SendQueue } from './send-queue.ts';
import { type SettleOutcome, SettleReplyService } from './settle-reply.service.ts';

const SETTLE_PAUSE_MIN_MS = 100;
const SETTLE_PAUSE_MAX_MS = 1_000;
/** How often a lease is renewed for settling alone. Whatever stands in the way for longer than that is the sweeper's, and a person's. */
const SETTLE_LEASES_MAX = 4;
/** After the grace of a shutdown. */
const LAST_SETTLE_MAX_MS = 5_000;

/** A reply that this process holds the lease of. */
export interface LeasedReply {
  replyId: string;
  conversationId: string;
  leaseId: string;
  /** Set aside for a price by tokens: the end settles it. */
  isHeld: boolean;
}

export interface GenerationJob extends LeasedReply {
  request: CompletionRequest;
  /** The persona is for adults. */
  isMature: boolean;
  /** Called once the reply has ended, with how it did if it was here; must not throw. */
  afterwards: (ended: SettleOutcome | undefined) => void;
}

/** Runs leased replies in this process: streams the provider to the room, saves as it grows, and settles at the end. */
@Injectable()
export class GenerateReplyService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Replies');
  private isOver = false;

  constructor(
    private readonly replies: ReplyRepository,
    private readonly queue: SendQueue,
    private readonly llm: LlmFacade,
    private readonly moderation: ModerationFacade,
    private readonly running: RunningReplies,
    private readonly settlement: SettleReplyService,
    private readonly realtime: Realtime,
    private readonly failpoints: Failpoints,
    @InjectEnv() private readonly env: Env,
  ) {}

  /** Starts and returns at once; whatever goes wrong ends in the reply's final state, or in the sweeper's hands. */
  start(job: GenerationJob): void {
    this.track(job, (reply) => this.run(job, reply));
  }

  /** Ends a reply that can't be generated, and returns at once: as a failure before the first token. */
  giveUp(leased: LeasedReply): void {
    this.track(leased, (reply) => this.settle(leased, reply, { kind: 'failed', code: 'generation_interrupted' }));
  }

  private track(leased: LeasedReply, work: (reply: RunningReply) => Promise<unknown>): void {
    const reply = new RunningReply(leased.replyId, leased.conversationId);
    const ended = work(reply).then(noResult, (error: unknown) => {
      // The database is away: the lease runs out, and the sweeper settles by what was saved.
      this.logger.error(
        `reply ${leased.replyId} could not be settled: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    this.running.add(reply, ended);
  }

  /** Lets running replies finish for a while, then ends them; what can't be settled is left to the sweeper. */
  async beforeApplicationShutdown(): Promise<void> {
    // What was taken before the shutdown began still becomes a reply.
    await this.queue.drained();
    await settledWithin(this.env.SHUTDOWN_GRACE_MS, this.running.allEnded());
    this.running.endAll('shutdown');
    await settledWithin(LAST_SETTLE_MAX_MS, this.running.allEnded());
    this.isOver = true;
  }

  private async run(job: GenerationJob, reply: RunningReply): Promise<void> {
    const saver = new IntervalJob(
      () => this.save(job, reply),
      this.env.REPLY_SAVE_INTERVAL_MS,
      (error) => this.logger.warn(`reply ${job.replyId} could not be saved: ${String(error)}`),
    );
    // The placeholder was written with its lease a moment ago: the first save can wait.
    saver.start(this.env.REPLY_SAVE_INTERVAL_MS);
    const { ending, usage } = await this.stream(job, reply);
    await saver.stop();
    job.afterwards(await this.settle(job, reply, ending, usage));
  }

  /**
   * Ends the reply, and tries again for as long as its lease can be held: while the database is away for a moment, the fan has read a text that
   * nobody else knows. A lease that was lost settles nothing here; then what its new holder did is waited for and announced.
   */
  private async settle(
    leased: LeasedReply,
    reply: RunningReply,
    ending: Ending,
    usage?: Usage,
  ): Promise<SettleOutcome | undefined> {
    const end = {
      replyId: leased.replyId,
      leaseId: leased.leaseId,
      content: reply.text,
      ending,
      usage,
      moved: leased.isHeld ? 'maybe' : 'nothing',
    } as const;
    const giveUpAtMs = Date.now() + SETTLE_LEASES_MAX * this.env.REPLY_LEASE_MS;
    for (let attempt = 1; ; attempt += 1) {
      let failure: unknown;
      try {
        // The text and the lease first: if it is not to be settled here, the sweeper judges by the whole text.
        if (attempt > 1) await this.save(leased, reply);
        const outcome = await this.settlement.settle(end);
        if (outcome.kind !== 'held-elsewhere') return outcome;
      } catch (error) {
        if (!isTransient(error)) throw error;
        failure = error;
      }
      const isLast = this.isOver || Date.now() > Math.min(reply.savedAtMs + this.env.REPLY_LEASE_MS, giveUpAtMs);
      if (isLast && failure !== undefined) throw failure;
      if (isLast) return undefined;
      await passed(Math.min(SETTLE_PAUSE_MIN_MS * 2 ** (attempt - 1), SETTLE_PAUSE_MAX_MS));
    }
  }

  private async stream(job: GenerationJob, reply: RunningReply): Promise<{ ending: Ending; usage: Usage | undefined }> {
    let usage: Usage | undefined;
    // A minor has no mature conversation: the age gate is in front of it.
    const check = this.moderation.watchOutput({ mature: job.isMature, minor: false });
    const pace = new DeltaPace(() => this.tell(reply, check, false));
    try {
      if (this.failpoints.armed) await this.failpoints.reach('generation.before-provider');
      for await (const event of this.llm.stream(job.request, reply.abort.signal)) {
        if (event.kind === 'usage') usage = event.usage;
        else if (reply.take(event.text) !== '') pace.wake();
        if (this.failpoints.armed && reply.seq === 1) await this.failpoints.reach('generation.after-first-delta');
        if (reply.isFull) break;
      }
      usage ??= estimateUsage(job.request, reply.text);
      return { ending: { kind: 'completed' }, usage };
    } catch (error) {
      return { ending: this.endingOf(error, reply), usage: usage ?? estimateUsage(job.request, reply.text) };
    } finally {
      pace.end();
      this.tell(reply, check, true);
    }
  }

  /** Tells what is new, unless it breaks a rule, which ends the reply, or may turn out to: that waits for what follows. */
  private tell(reply: RunningReply, check: GrowingCheck, isOver: boolean): void {
    if (reply.toldChars === reply.text.length) return;
    const growth = check.judge(reply.text, isOver);
    if (growth === 'blocked') reply.end('blocked');
    if (growth !== 'fine') return;
    const delta = { conversationId: reply.conversationId, replyId: reply.replyId, ...reply.tell() };
    this.realtime.toRoom(conversationRoom(reply.conversationId), 'messageDelta', delta);
  }

  private endingOf(error: unknown, reply: RunningReply): Ending {
    if (reply.endReason === 'stop') return { kind: 'stopped' };
    if (reply.endReason === 'blocked') return { kind: 'blocked' };
    if (reply.endReason !== undefined) return { kind: 'failed', code: 'generation_interrupted' };
    if (error instanceof ProviderError) {
      this.logger.warn(`reply ${reply.replyId}: ${error.code}: ${error.message}`);
      return { kind: 'failed', code: error.code };
    }
    this.logger.error(
      `reply ${reply.replyId}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return { kind: 'failed', code: 'provider_failed' };
  }

  private async save(leased: LeasedReply, reply: RunningReply): Promise<void> {
    const { told } = reply;
    const leaseIsYoung = Date.now() - reply.savedAtMs < this.env.REPLY_LEASE_MS / 3;
    if (told.length === reply.savedChars && leaseIsYoung) return;
    if (this.failpoints.armed) await this.failpoints.reach('save.before-statement');
    const saved = await this.replies.saveProgress(leased.replyId, leased.leaseId, told, this.env.REPLY_LEASE_MS);
    if (this.failpoints.armed) await this.failpoints.reach('save.after-statement');
    if (saved === undefined) {
      reply.end('lease-lost');
      return;
    }
    reply.savedChars = told.length;
    reply.savedAtMs = Date.now();
    // A stop that another process took arrives here.
    if (saved.stopRequested) reply.end('stop');
  }
}

const noResult = (): void => undefined;
const passed = (ms: number): Promise<void> => delay(ms, undefined, { ref: false });

function estimateUsage(request: CompletionRequest, text: string): Usage {
  return { promptTokens: estimatePromptTokens(request.turns), completionTokens: estimateTokens(text), estimated: true };
}
