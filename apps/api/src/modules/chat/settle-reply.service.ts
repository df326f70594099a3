import { Injectable, Logger } from '@nestjs/common';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { CoinFacade } from '../coin/index.ts';
import type { Usage } from '../llm/index.ts';
import { PersonaFacade } from '../persona/index.ts';
import { toCharge } from './chat.presenter.ts';
import { ChatRepository, type SettledRow } from './chat.repository.ts';
import { conversationRoom } from './chat.rooms.ts';
import { type Ending, judgeEnding, type Verdict } from './domain/reply-ending.ts';

export interface ReplyEnd {
  replyId: string;
  /** Null for the sweeper. */
  leaseId: string | null;
  content: string;
  ending: Ending;
  usage?: Usage | undefined;
}

/**
 * The one door through which every reply ends, whoever brings it: the generation, the sweeper, or a shutdown.
 * Final state and refund are one statement, so exactly one of several that race wins; only the winner tells anybody.
 */
@Injectable()
export class SettleReplyService {
  private readonly logger = new Logger('Replies');
  private readonly ended;

  constructor(
    private readonly repository: ChatRepository,
    private readonly coin: CoinFacade,
    private readonly personas: PersonaFacade,
    private readonly realtime: Realtime,
    private readonly failpoints: Failpoints,
    metrics: Metrics,
  ) {
    this.ended = metrics.counter('chat_replies_ended_total', 'Replies by final state', ['status', 'refunded'] as const);
  }

  /** Returns false when the reply had ended already. */
  async settle(end: ReplyEnd): Promise<boolean> {
    const verdict = judgeEnding(end.ending, end.content);
    // Half of a surrogate pair, from a cut stream, can't be stored as UTF-8.
    const content = end.content.toWellFormed();
    if (this.failpoints.armed) await this.failpoints.reach('settle.before-statement');
    const settled = await this.repository.settle({ ...end, content, verdict, usage: end.usage });
    if (this.failpoints.armed) await this.failpoints.reach('settle.after-statement');
    if (settled === undefined) return false;
    this.ended.inc({ status: verdict.status, refunded: String(settled.refunded) });
    if (settled.refunded && settled.reversal !== 'posted') {
      this.logger.error(`reply ${settled.id} was marked refunded, but the ledger answered ${settled.reversal}`);
    }
    await this.announce(settled, verdict, content);
    return true;
  }

  /** Pushes are a courtesy: what can't be read now is read again by the client, so a failure here undoes nothing. */
  private async announce(settled: SettledRow, verdict: Verdict, content: string): Promise<void> {
    const room = conversationRoom(settled.conversation_id);
    const shared = {
      conversationId: settled.conversation_id,
      replyId: settled.id,
      content,
      receipt: toCharge(settled.charged_microcoins ?? 0n, settled.refunded),
    };
    if (verdict.status === 'failed') {
      const code = verdict.failureCode ?? 'provider_failed';
      this.realtime.toRoom(room, 'messageFailed', { ...shared, code, refunded: settled.refunded });
    } else {
      this.realtime.toRoom(room, 'messageDone', {
        ...shared,
        status: verdict.status,
        failureCode: verdict.failureCode,
      });
    }
    if (settled.refunded) await this.announceRefund(settled);
  }

  private async announceRefund(settled: SettledRow): Promise<void> {
    try {
      this.realtime.toUser(settled.fan_id, 'balance', await this.coin.balance(settled.fan_id));
      const conversation = await this.repository.findOwnConversation(settled.conversation_id, settled.fan_id);
      const persona = conversation && (await this.personas.findForChat(conversation.personaId));
      if (!persona || settled.journal_id === null) return;
      const shares = await this.coin.creatorShares(settled.journal_id);
      this.realtime.toUser(persona.creatorId, 'earning', {
        personaId: persona.brief.id,
        kind: 'refund',
        payableMicrocoins: -Number(shares.payable),
        promotionalMicrocoins: -Number(shares.promotional),
        createdAt: new Date().toISOString(),
      });
    } catch (error) {
      this.logger.warn(`the refund of reply ${settled.id} could not be announced: ${String(error)}`);
    }
  }
}
