import { Injectable } from '@nestjs/common';
import type { AppError } from '../../platform/errors/app-error.ts';
import { CoinFacade } from '../coin/index.ts';
import type { Sent } from './charge-message.service.ts';
import * as errors from './chat.errors.ts';
import { ChatRepository } from './chat.repository.ts';
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
    if (refusal === undefined) {
      const [written, history] = await Promise.all([this.repository.sendPreview(exchange), draft.history()]);
      if (written !== undefined) {
        this.generation.start({ draft, history, parentId: written.parent, chargedMicrocoins: null });
        return this.answer(exchange.fanId, exchange.messageId, exchange.replyId);
      }
    }
    const earlier = await this.repository.exchangeOfPreview(exchange.fanId, exchange.clientMessageId);
    if (earlier === undefined) throw refusal ?? errors.previewLimitReached();
    if (earlier.content !== exchange.content) throw errors.keyReused();
    return this.answer(exchange.fanId, earlier.messageId, earlier.replyId);
  }

  private async answer(fanId: string, messageId: string, replyId: string): Promise<Sent> {
    const { balanceMicrocoins } = await this.coin.balance(fanId);
    return { ok: true, messageId, replyId, chargedMicrocoins: 0, balanceMicrocoins };
  }
}
