import { Injectable } from '@nestjs/common';
import type { AppError } from '../../platform/errors/app-error.ts';
import { CoinFacade } from '../coin/index.ts';
import * as errors from './chat.errors.ts';
import { messageIdOf, type Sent } from './domain/sent.ts';
import { type Draft, DraftExchangeService } from './draft-exchange.service.ts';
import { type FreeFor, SendRepository } from './send.repository.ts';
import { StartGenerationService } from './start-generation.service.ts';

/** What costs nothing, is limited per day, and never in the ledger. */
@Injectable()
export class FreeExchangeService {
  constructor(
    private readonly repository: SendRepository,
    private readonly drafts: DraftExchangeService,
    private readonly coin: CoinFacade,
    private readonly generation: StartGenerationService,
  ) {}

  /** A creator talks to their own persona. `refusal` as below. Throws `preview_limit_reached` and `too_many_generations`. */
  async preview(draft: Draft, refusal: AppError | undefined): Promise<Sent> {
    if (refusal !== undefined) return this.answerEarlier(draft, refusal);
    const sent = await this.send(draft, { kind: 'preview' });
    if (sent === undefined) throw errors.previewLimitReached();
    return sent;
  }

  /**
   * Another reply to message `answeredId`, for free; undefined when it is not. `refusal` is why it may not be sent now, if anything; one that was
   * written before is answered all the same.
   */
  async alternative(draft: Draft, answeredId: string, refusal: AppError | undefined): Promise<Sent | undefined> {
    if (refusal !== undefined) return this.answerEarlier(draft, refusal);
    return this.send(draft, { kind: 'alternative', answeredId });
  }

  private async send(draft: Draft, free: FreeFor): Promise<Sent | undefined> {
    const [{ outcome, parent }, read] = await Promise.all([
      this.repository.sendFree(draft.exchange, free),
      this.drafts.readHistory(draft),
    ]);
    const begin = async (parentId: string | null): Promise<Sent> => {
      const history = await this.drafts.historyOf(draft, read, parentId);
      this.generation.start({ draft, history, parentId, chargedMicrocoins: null, isHeld: false });
      return this.answer(draft.exchange.fanId, messageIdOf(draft.exchange, parentId), draft.exchange.replyId);
    };
    switch (outcome) {
      case 'written':
        return begin(parent);
      case 'duplicate':
        // Written before; if it isn't found now, it was deleted since.
        return this.answerEarlier(draft, errors.messageNotFound(), begin);
      case 'reused':
        throw errors.keyReused();
      case 'too_many':
        throw errors.tooManyGenerations();
      case 'gone':
        throw errors.conversationNotFound();
      case 'limited':
      case 'paid':
        return undefined;
    }
  }

  /**
   * The first outcome of a client id that was used before for the same; otherwise throws `refusal`.
   * `begin` goes on when that first time was this very attempt, whose answer was lost: nobody else will generate its reply.
   */
  private async answerEarlier(
    { exchange }: Draft,
    refusal: AppError,
    begin?: (parentId: string | null) => Promise<Sent>,
  ): Promise<Sent> {
    const earlier = await this.repository.findFree(exchange.fanId, exchange.clientMessageId);
    if (earlier === undefined) throw refusal;
    if (earlier.requestHash !== exchange.requestHash) throw errors.keyReused();
    if (begin !== undefined && earlier.replyId === exchange.replyId) {
      return begin(exchange.messageId === null ? earlier.messageId : earlier.aboveId);
    }
    return this.answer(exchange.fanId, earlier.messageId, earlier.replyId);
  }

  private async answer(fanId: string, messageId: string, replyId: string): Promise<Sent> {
    const { balanceMicrocoins } = await this.coin.balance(fanId);
    return { ok: true, messageId, replyId, chargedMicrocoins: 0, heldMicrocoins: 0, balanceMicrocoins };
  }
}
