import { Injectable, Logger } from '@nestjs/common';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { CoinFacade } from '../coin/index.ts';
import { PersonaFacade } from '../persona/index.ts';
import { toCharge } from './chat.presenter.ts';
import { ChatRepository, failureCodeOf } from './chat.repository.ts';
import { conversationRoom } from './chat.rooms.ts';
import { type Ending, judgeEnding, type Verdict } from './domain/reply-ending.ts';
import { FinishQueue } from './finish-queue.ts';
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
    private readonly conversations: ChatRepository,
    private readonly coin: CoinFacade,
    private readonly personas: PersonaFacade,
    private readonly realtime: Realtime,
    private readonly failpoints: Failpoints,
    metrics: Metrics,
  ) {
    this.ended = metrics.counter('chat_replies_ended_total', 'Replies by final state', ['status', 'refunded'] as const);
  }

  /**
   * Returns true when the reply has ended and its room was told, whoever ended it: a first attempt whose answer was lost, or another process
   * that took it over. False when somebody else holds the lease and has not ended it yet.
   */
  async settle(end: ReplyEnd): Promise<boolean> {
    const verdict = judgeEnding(end.ending, end.content);
    if (this.failpoints.armed) await this.failpoints.reach('settle.before-statement');
    const settlement: Settlement = { ...end, verdict, usage: end.usage };
    // Nearly all: nothing goes back, and nothing was held.
    const settled = await (end.moved === 'nothing' && !verdict.refund
      ? this.queue.finish(settlement)
      : this.replies.settle(settlement));
    if (this.failpoints.armed) await this.failpoints.reach('settle.after-statement');
    if (settled === undefined) return this.announceStanding(end.replyId);
    this.ended.inc({ status: verdict.status, refunded: String(settled.refunded) });
    if (settled.ledger !== null && !LEDGER_DONE.has(settled.ledger)) {
      this.logger.error(`reply ${settled.id} has ended, but the ledger answered ${settled.ledger}`);
    }
    this.announce({ ...settled, ...verdict, content: end.content });
    if (settled.ledger !== null) await this.announceMoney(settled);
    return true;
  }

  /** Says what the row says. The creator is told of a refund by whoever made it. */
  private async announceStanding(replyId: string): Promise<boolean> {
    const row = await this.replies.standing(replyId);
    // Deleted: there is nobody left to tell.
    if (row === undefined) return true;
    const { status } = row;
    if (status === 'queued' || status === 'streaming') return false;
    this.announce({ ...row, status, failureCode: failureCodeOf(row.failure_code) });
    if (row.refunded) await this.announceBalance(row);
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

  private async announceBalance({ id, fan_id }: { id: string; fan_id: string }): Promise<void> {
    try {
      this.realtime.toUser(fan_id, 'balance', await this.coin.balance(fan_id));
    } catch (error) {
      this.logger.warn(`the balance after reply ${id} could not be announced: ${String(error)}`);
    }
  }

  /** To the fan, and to the creator: a charge that was taken back, or what a price by tokens came to. */
  private async announceMoney(settled: SettledRow): Promise<void> {
    await this.announceBalance(settled);
    try {
      const conversation = await this.conversations.findOwnConversation(settled.conversation_id, settled.fan_id);
      const persona = conversation && (await this.personas.findForChat(conversation.personaId));
      if (!persona || settled.journal_id === null) return;
      const sign = settled.refunded ? -1 : 1;
      const shares = await this.coin.creatorShares(settled.journal_id);
      this.realtime.toUser(persona.creatorId, 'earning', {
        personaId: persona.brief.id,
        kind: settled.refunded ? 'refund' : 'message',
        payableMicrocoins: sign * Number(shares.payable),
        promotionalMicrocoins: sign * Number(shares.promotional),
        createdAt: new Date().toISOString(),
      });
    } catch (error) {
      this.logger.warn(
        `what reply ${settled.id} did to its creator’s earnings could not be announced: ${String(error)}`,
      );
    }
  }
}
