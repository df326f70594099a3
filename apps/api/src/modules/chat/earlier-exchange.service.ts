import { Injectable } from '@nestjs/common';
import type { AppError } from '../../platform/errors/app-error.ts';
import { CoinFacade } from '../coin/index.ts';
import * as errors from './chat.errors.ts';
import type { Sent } from './domain/sent.ts';
import { type EarlierExchange, type Exchange, type Refused, SendRepository } from './send.repository.ts';

/** An exchange that was paid for before, with the number of its charge or hold. */
export interface Earlier {
  exchange: EarlierExchange;
  number: bigint;
}

type Resume = (earlier: Earlier, parentId: string | null) => Promise<Sent>;

/** Answers retries of what was paid for like the first time. */
@Injectable()
export class EarlierExchangeService {
  constructor(
    private readonly repository: SendRepository,
    private readonly coin: CoinFacade,
  ) {}

  /**
   * What a sender is told when nothing was written now: the first outcome, if there was one, or why not.
   * `resume` answers when that first time was this very attempt.
   */
  async answerRefused(wanted: Exchange, outcome: Refused, resume: Resume): Promise<Sent> {
    switch (outcome) {
      case 'duplicate':
        return this.answer(wanted, errors.keyReused(), resume);
      case 'too_many':
        return this.answer(wanted, errors.tooManyGenerations(), resume);
      case 'gone':
        return this.answer(wanted, errors.conversationNotFound(), resume);
      case 'reused':
        throw errors.keyReused();
      case 'blocked':
        throw errors.spendingBlocked();
      case 'limited':
        throw errors.spendingLimitReached();
      case 'insufficient':
        throw errors.insufficientCoins();
      case 'invalid':
        throw new Error('the ledger refused what a message costs as invalid');
    }
  }

  /**
   * The first outcome of a key that was used before for the same; otherwise throws `refusal`.
   * `resume` answers when that first time was this very attempt.
   */
  async answer(wanted: Exchange, refusal: AppError, resume?: Resume): Promise<Sent> {
    const known = await this.coin.findJournal(wanted.fanId, wanted.key);
    if (known === undefined) throw refusal;
    if (known.requestHash !== wanted.requestHash) throw errors.keyReused();
    const exchange = await this.repository.findByNumber(known.journal, wanted.fanId);
    // Paid for, but the conversation was deleted since.
    if (exchange === undefined) throw errors.conversationNotFound();
    if (resume !== undefined && exchange.replyId === wanted.replyId) {
      const parentId = wanted.messageId === null ? exchange.messageId : exchange.aboveId;
      return resume({ exchange, number: known.journal }, parentId);
    }
    const { balanceMicrocoins } = await this.coin.balance(wanted.fanId);
    return {
      ok: true,
      messageId: exchange.messageId,
      replyId: exchange.replyId,
      chargedMicrocoins: Number(exchange.chargedMicrocoins),
      heldMicrocoins: Number(exchange.heldMicrocoins),
      balanceMicrocoins,
    };
  }
}
