import { Injectable } from '@nestjs/common';
import type { AppError } from '../../platform/errors/app-error.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { CoinFacade, ledgerKey, requestHash, toBalance } from '../coin/index.ts';
import * as errors from './chat.errors.ts';
import { ChatRepository, type PaidExchange, type SentRow } from './chat.repository.ts';
import { SendQueue } from './send-queue.ts';
import { type Draft, StartGenerationService } from './start-generation.service.ts';

/** The answer to a message that was taken: the same for every retry of it, but for the balance, which is the one of now. */
export interface Sent {
  ok: true;
  messageId: string;
  replyId: string;
  chargedMicrocoins: number;
  balanceMicrocoins: number;
}

/** Pays for a message: one statement charges and writes, or does neither. */
@Injectable()
export class ChargeMessageService {
  constructor(
    private readonly repository: ChatRepository,
    private readonly queue: SendQueue,
    private readonly coin: CoinFacade,
    private readonly generation: StartGenerationService,
    private readonly realtime: Realtime,
    private readonly failpoints: Failpoints,
  ) {}

  /** `refusal` is why this message may not be sent now, if anything; a message that was paid for before is answered all the same. */
  async send(draft: Draft, refusal: AppError | undefined): Promise<Sent> {
    const paid = toPaidExchange(draft);
    if (refusal !== undefined) return this.answerEarlier(paid, refusal);
    if (this.failpoints.armed) await this.failpoints.reach('send.before-statement');
    const [{ row, isFirst }, history] = await Promise.all([this.queue.send(paid), draft.history()]);
    if (this.failpoints.armed) await this.failpoints.reach('send.after-statement');
    if (!isFirst && row.outcome === 'charged') return this.answerEarlier(paid, errors.keyReused());
    switch (row.outcome) {
      case 'charged': {
        const sent = this.begin(draft, paid, row, history);
        if (this.failpoints.armed) await this.failpoints.reach('send.before-answer');
        return sent;
      }
      case 'duplicate':
        return this.answerEarlier(paid, errors.keyReused());
      case 'reused':
        throw errors.keyReused();
      case 'too_many':
        return this.answerEarlier(paid, errors.tooManyGenerations());
      case 'blocked':
        throw errors.spendingBlocked();
      case 'limited':
        throw errors.spendingLimitReached();
      case 'insufficient':
        throw errors.insufficientCoins();
      case 'invalid':
        throw new Error('the ledger refused a charge as invalid');
    }
  }

  private begin(draft: Draft, paid: PaidExchange, row: SentRow, history: Awaited<ReturnType<Draft['history']>>): Sent {
    const balance = balanceOf(row);
    this.generation.start({ draft, history, parentId: row.parent, chargedMicrocoins: paid.priceMicrocoins });
    this.realtime.toUser(paid.fanId, 'balance', balance);
    if (row.low) this.realtime.toUser(paid.fanId, 'lowBalance', { balanceMicrocoins: balance.balanceMicrocoins });
    this.realtime.toUser(paid.creatorId, 'earning', {
      personaId: draft.persona.brief.id,
      kind: 'message',
      payableMicrocoins: Number(row.coins_creator ?? 0n),
      promotionalMicrocoins: Number(row.bonus_creator ?? 0n),
      createdAt: new Date().toISOString(),
    });
    return {
      ok: true,
      messageId: paid.messageId,
      replyId: paid.replyId,
      chargedMicrocoins: Number(paid.priceMicrocoins),
      balanceMicrocoins: balance.balanceMicrocoins,
    };
  }

  /** The first outcome of a key that was used before for the same message; otherwise throws `refusal`. */
  private async answerEarlier(paid: PaidExchange, refusal: AppError): Promise<Sent> {
    const earlier = await this.coin.findJournal(paid.fanId, paid.key);
    if (earlier === undefined) throw refusal;
    if (earlier.requestHash !== paid.requestHash) throw errors.keyReused();
    const exchange = await this.repository.exchangeOfJournal(earlier.journal, paid.fanId);
    // Paid for, but the conversation was deleted since.
    if (exchange === undefined) throw errors.conversationNotFound();
    const balance = await this.coin.balance(paid.fanId);
    return {
      ok: true,
      messageId: exchange.messageId,
      replyId: exchange.replyId,
      chargedMicrocoins: Number(exchange.charged),
      balanceMicrocoins: balance.balanceMicrocoins,
    };
  }
}

/** The price is not part of what was asked: a retry after a change of price is still the same message. */
function toPaidExchange({ exchange, persona }: Draft): PaidExchange {
  return {
    ...exchange,
    creatorId: persona.creatorId,
    priceMicrocoins: persona.priceMicrocoins,
    key: ledgerKey('message', exchange.clientMessageId),
    requestHash: requestHash([exchange.conversationId, exchange.content]),
  };
}

function balanceOf(row: SentRow) {
  const { coins, bonus, coins_held, bonus_held } = row;
  if (coins === null || bonus === null || coins_held === null || bonus_held === null) {
    throw new Error('a charge answered without a balance');
  }
  return toBalance({ coins, bonus, coins_held, bonus_held });
}
