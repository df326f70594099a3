import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { AppError } from '../../platform/errors/app-error.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { toBalance } from '../coin/index.ts';
import { estimatePromptTokens } from '../llm/index.ts';
import * as errors from './chat.errors.ts';
import { composePrompt } from './compose-prompt.ts';
import { messageIdOf, type Sent } from './domain/sent.ts';
import { costOf, type TokenPrice } from './domain/token-price.ts';
import { type Draft, DraftExchangeService, type History } from './draft-exchange.service.ts';
import { EarlierExchangeService } from './earlier-exchange.service.ts';
import { type HeldExchange, type HeldRow, SendRepository } from './send.repository.ts';
import { StartGenerationService } from './start-generation.service.ts';

/** Sets coins aside for a reply with a price by tokens: the most that it can come to. Its end charges what was delivered. */
@Injectable()
export class HoldMessageService {
  constructor(
    private readonly repository: SendRepository,
    private readonly earlier: EarlierExchangeService,
    private readonly drafts: DraftExchangeService,
    private readonly generation: StartGenerationService,
    private readonly realtime: Realtime,
  ) {}

  /** `refusal` is why this may not be sent now, if anything; what was paid for before is answered all the same. */
  async send(draft: Draft, price: TokenPrice, refusal: AppError | undefined): Promise<Sent> {
    if (refusal !== undefined) return this.earlier.answer(draft.exchange, refusal);
    // Before the statement here, not beside it: the estimate has to know the prompt.
    const read = await this.drafts.readHistory(draft);
    if (read === undefined) throw errors.busy();
    const promptTokens = estimatePromptTokens(composePrompt(draft, read).turns);
    const mostMicrocoins = costOf(price, promptTokens, LIMITS.replyTokensMax);
    const held: HeldExchange = {
      ...draft.exchange,
      creatorId: draft.persona.creatorId,
      price,
      promptTokens,
      mostMicrocoins,
    };
    const row = await this.repository.sendHeld(held);
    if (row.outcome === 'held') return this.begin(draft, held, row, row.parent, read);
    return this.earlier.answerRefused(held, row.outcome, (_, parentId) => this.begin(draft, held, row, parentId, read));
  }

  private async begin(
    draft: Draft,
    held: HeldExchange,
    { coins, bonus, coins_held, bonus_held }: HeldRow,
    parentId: string | null,
    read: History,
  ): Promise<Sent> {
    if (coins === null || bonus === null || coins_held === null || bonus_held === null) {
      throw new Error('a hold answered without a balance');
    }
    const balance = toBalance({ coins, bonus, coins_held, bonus_held });
    this.realtime.toUser(held.fanId, 'balance', balance);
    const history = await this.drafts.historyOf(draft, read, parentId);
    this.generation.start({ draft, history, parentId, chargedMicrocoins: 0n, isHeld: true });
    return {
      ok: true,
      messageId: messageIdOf(held, parentId),
      replyId: held.replyId,
      chargedMicrocoins: 0,
      heldMicrocoins: Number(held.mostMicrocoins),
      balanceMicrocoins: balance.balanceMicrocoins,
    };
  }
}
