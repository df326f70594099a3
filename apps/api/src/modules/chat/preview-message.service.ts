import { Injectable } from '@nestjs/common';
import type { AppError } from '../../platform/errors/app-error.ts';
import { CoinFacade } from '../coin/index.ts';
import type { Sent } from './charge-message.service.ts';
import * as errors from './chat.errors.ts';
import { ChatRepository, type Exchange } from './chat.repository.ts';
import { type Draft, StartGenerationService } from './start-generation.service.ts';

/** A creator talks to their own persona: free, limited per day, and never in the ledger. */
@Injectable()
export class PreviewMessageService {
  constructor(
    private readonly repository: ChatRepository,
    private readonly coin: CoinFacade,
    private readonly generation: StartGenerationService,
  ) {}

  async send(draft: Draft, refusal: AppError | undefined): Promise<Sent> {
    const { exchange } = draft;
    if (refusal !== undefined) return this.answerEarlier(exchange, refusal);
    const [{ outcome, parent }, history] = await Promise.all([
      this.repository.sendPreview(exchange),
      this.generation.readHistory(draft),
    ]);
    const begin = (parentId: string | null) => {
      this.generation.start({ draft, history, parentId, chargedMicrocoins: null });
      return this.answer(exchange.fanId, exchange.messageId, exchange.replyId);
    };
    switch (outcome) {
      case 'written':
        return begin(parent);
      case 'duplicate':
        return this.answerEarlier(exchange, errors.keyReused(), begin);
      case 'too_many':
        return this.answerEarlier(exchange, errors.tooManyGenerations(), begin);
      case 'limited':
        return this.answerEarlier(exchange, errors.previewLimitReached(), begin);
    }
  }

  /**
   * The first outcome of a client id that was used before for the same message; otherwise throws `refusal`.
   * `begin` goes on when that first time was this very attempt, whose answer was lost: nobody else will generate its reply.
   */
  private async answerEarlier(
    exchange: Exchange,
    refusal: AppError,
    begin?: (parentId: string | null) => Promise<Sent>,
  ): Promise<Sent> {
    const earlier = await this.repository.exchangeOfPreview(exchange.fanId, exchange.clientMessageId);
    if (earlier === undefined) throw refusal;
    if (earlier.conversationId !== exchange.conversationId || earlier.content !== exchange.content) {
      throw errors.keyReused();
    }
    if (begin !== undefined && earlier.replyId === exchange.replyId) return begin(earlier.parentId);
    return this.answer(exchange.fanId, earlier.messageId, earlier.replyId);
  }

  private async answer(fanId: string, messageId: string, replyId: string): Promise<Sent> {
    const { balanceMicrocoins } = await this.coin.balance(fanId);
    return { ok: true, messageId, replyId, chargedMicrocoins: 0, balanceMicrocoins };
  }
}
