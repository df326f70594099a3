import { Injectable, Logger } from '@nestjs/common';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { AnnounceMoneyService } from './announce-money.service.ts';
import { toCharge } from './chat.presenter.ts';
import { failureCodeOf } from './chat.repository.ts';
import { conversationRoom } from './chat.rooms.ts';
import { type Ending, isTakenBack, type Verdict } from './domain/reply-ending.ts';
import { FinishQueue } from './finish-queue.ts';
import { JudgeReplyService } from './judge-reply.service.ts';
import { ReplyRepository, type SettledRow, type Settlement } from './reply.repository.ts';

const LEDGER_DONE: ReadonlySet<string> = new Set(['posted', 'settled', 'released']);

export interface ReplyEnd {
  replyId: string;
  leaseId: string;
  content: string;
  ending: Ending;
  /** Whether the end may have to move coins beside a refund; `maybe` for whoever doesn't know how the reply was priced. */
  moved: 'nothing' | 'maybe';
  usage?: Settlement['usage'];
}

/** `ended`: here and now, with what the story keeps of it. `ended-before`: by somebody else, or by a first attempt whose answer was lost. */
export type SettleOutcome = { kind: 'ended'; story: string } | { kind: 'ended-before' } | { kind: 'held-elsewhere' };

/** A reply's end as its room is told. */
interface Announced extends Pick<SettledRow, 'id' | 'conversation_id' | 'charged_microcoins' | 'refunded'> {
  status: Verdict['status'];
  failureCode: Verdict['failureCode'];
  content: string;
}

/**
 * The one door through which every reply ends, whoever brings it: the generation, the sweeper, or a shutdown.
 * Final state and refund are one statement, so exactly one of several that race wins.
 */
@Injectable()
export class SettleReplyService {
  private readonly logger = new Logger('Replies');
  private readonly ended;

  constructor(
    private readonly replies: ReplyRepository,
    private readonly queue: FinishQueue,
    private readonly judging: JudgeReplyService,
    private readonly money: AnnounceMoneyService,
    private readonly realtime: Realtime,
    private readonly failpoints: Failpoints,
    metrics: Metrics,
  ) {
    this.ended = metrics.counter('chat_replies_ended_total', 'Replies by final state', ['status', 'refunded'] as const);
  }

  /**
   * Ends the reply, and tells its room, whoever ended it: this call, a first attempt whose answer was lost, or another process that took it over.
   * Tells nothing when somebody else holds the lease and has not ended it yet.
   */
  async settle(end: ReplyEnd): Promise<SettleOutcome> {
    const { verdict, content } = await this.judging.judge(end.replyId, end.ending, end.content);
    if (this.failpoints.armed) await this.failpoints.reach('settle.before-statement');
    const settlement: Settlement = { ...end, content, verdict, usage: end.usage };
    // Nearly all: nothing goes back, and nothing was held.
    const settled = await (end.moved === 'nothing' && !verdict.refund
      ? this.queue.finish(settlement)
      : this.replies.settle(settlement));
    if (this.failpoints.armed) await this.failpoints.reach('settle.after-statement');
    if (settled === undefined)
      return (await this.announceStanding(end.replyId)) ? { kind: 'ended-before' } : { kind: 'held-elsewhere' };
    this.ended.inc({ status: verdict.status, refunded: String(settled.refunded) });
    if (settled.ledger !== null && !LEDGER_DONE.has(settled.ledger)) {
      this.logger.error(`reply ${settled.id} has ended, but the ledger answered ${settled.ledger}`);
    }
    this.announce({ ...settled, ...verdict, content });
    if (settled.ledger !== null) await this.money.announce(settled);
    const isGone = isTakenBack({
      ...verdict,
      chargedMicrocoins: settled.charged_microcoins,
      refunded: settled.refunded,
    });
    return { kind: 'ended', story: isGone ? '' : content };
  }

  /** Says what the row says. The creator is told of a refund by whoever made it. */
  private async announceStanding(replyId: string): Promise<boolean> {
    const row = await this.replies.standing(replyId);
    // Deleted: there is nobody left to tell.
    if (row === undefined) return true;
    const { status } = row;
    if (status === 'queued' || status === 'streaming') return false;
    this.announce({ ...row, status, failureCode: failureCodeOf(row.failure_code) });
    if (row.refunded) await this.money.announceBalance(row);
    return true;
  }

  /** Pushes are a courtesy: what can't be read now is read again by the client, so a failure here undoes nothing. */
  private announce(ended: Announced): void {
    const room = conversationRoom(ended.conversation_id);
    const shared = {
      conversationId: ended.conversation_id,
      replyId: ended.id,
      content: ended.content,
      receipt: toCharge(ended.charged_microcoins ?? 0n, ended.refunded),
    };
    if (ended.status === 'failed') {
      const code = ended.failureCode ?? 'provider_failed';
      this.realtime.toRoom(room, 'messageFailed', { ...shared, code, refunded: ended.refunded });
    } else {
      this.realtime.toRoom(room, 'messageDone', { ...shared, status: ended.status, failureCode: ended.failureCode });
    }
  }
}
