import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import {
  type CompletionRequest,
  estimatePromptTokens,
  estimateTokens,
  LlmFacade,
  ProviderError,
  type Usage,
} from '../llm/index.ts';
import { ChatRepository } from './chat.repository.ts';
import { conversationRoom } from './chat.rooms.ts';
import type { Ending } from './domain/reply-ending.ts';
import { RunningReplies, RunningReply } from './running-replies.ts';
import { SendQueue } from './send-queue.ts';
import { SettleReplyService } from './settle-reply.service.ts';

/** A reply that this process holds the lease of. */
export interface LeasedReply {
  replyId: string;
  conversationId: string;
  leaseId: string;
}

export interface GenerationJob extends LeasedReply {
  request: CompletionRequest;
}

/** Runs leased replies in this process: streams the provider to the room, saves as it grows, and settles at the end. */
@Injectable()
export class GenerateReplyService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Replies');

  constructor(
    private readonly repository: ChatRepository,
    private readonly queue: SendQueue,
    private readonly llm: LlmFacade,
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
    const ending: Ending = { kind: 'failed', code: 'generation_interrupted' };
    this.track(leased, async () => {
      await this.settlement.settle({ replyId: leased.replyId, leaseId: leased.leaseId, content: '', ending });
    });
  }

  private track(leased: LeasedReply, work: (reply: RunningReply) => Promise<void>): void {
    const reply = new RunningReply(leased.replyId, leased.conversationId);
    const ended = work(reply).catch((error: unknown) => {
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
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.env.SHUTDOWN_GRACE_MS);
    });
    await Promise.race([this.running.allEnded(), grace]);
    clearTimeout(timer);
    this.running.endAll('shutdown');
    await this.running.allEnded();
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
    // Whoever took the lease settles, or has settled, by what it saw.
    if (reply.endReason === 'lease-lost') return;
    const end = { replyId: job.replyId, leaseId: job.leaseId, content: reply.text, ending, usage };
    await this.settlement.settle(end);
  }

  private async stream(job: GenerationJob, reply: RunningReply): Promise<{ ending: Ending; usage: Usage | undefined }> {
    let usage: Usage | undefined;
    try {
      if (this.failpoints.armed) await this.failpoints.reach('generation.before-provider');
      for await (const event of this.llm.stream(job.request, reply.abort.signal)) {
        if (event.kind === 'usage') usage = event.usage;
        else this.deliver(reply, event.text);
        if (this.failpoints.armed && reply.seq === 1) await this.failpoints.reach('generation.after-first-delta');
        if (reply.text.length >= LIMITS.replyCharsMax) break;
      }
      usage ??= estimateUsage(job.request, reply.text);
      return { ending: { kind: 'completed' }, usage };
    } catch (error) {
      return { ending: this.endingOf(error, reply), usage: usage ?? estimateUsage(job.request, reply.text) };
    }
  }

  private deliver(reply: RunningReply, chunk: string): void {
    // Postgres text can't hold NUL.
    const text = chunk.replaceAll('\0', '').slice(0, LIMITS.replyCharsMax - reply.text.length);
    if (text === '') return;
    reply.text += text;
    reply.seq += 1;
    const delta = { conversationId: reply.conversationId, replyId: reply.replyId, seq: reply.seq, text };
    this.realtime.toRoom(conversationRoom(reply.conversationId), 'messageDelta', delta);
  }

  private endingOf(error: unknown, reply: RunningReply): Ending {
    if (reply.endReason === 'stop') return { kind: 'stopped' };
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

  private async save(job: GenerationJob, reply: RunningReply): Promise<void> {
    const { text, seq } = reply;
    const leaseIsYoung = Date.now() - reply.savedAtMs < this.env.REPLY_LEASE_MS / 3;
    if (seq === reply.savedSeq && leaseIsYoung) return;
    if (this.failpoints.armed) await this.failpoints.reach('save.before-statement');
    const saved = await this.repository.saveProgress(
      job.replyId,
      job.leaseId,
      text.toWellFormed(),
      this.env.REPLY_LEASE_MS,
    );
    if (this.failpoints.armed) await this.failpoints.reach('save.after-statement');
    reply.savedSeq = seq;
    reply.savedAtMs = Date.now();
    if (saved === undefined) reply.end('lease-lost');
    // A stop that another process took arrives here.
    else if (saved.stopRequested) reply.end('stop');
  }
}

function estimateUsage(request: CompletionRequest, text: string): Usage {
  return { promptTokens: estimatePromptTokens(request.turns), completionTokens: estimateTokens(text), estimated: true };
}
