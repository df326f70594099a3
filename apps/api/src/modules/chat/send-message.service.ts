import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { SendMessageRequest } from '@troupe/contracts/socket/events';
import type { AppError } from '../../platform/errors/app-error.ts';
import { ShutdownState } from '../../platform/health/shutdown-state.ts';
import { type ChatPersona, PersonaFacade } from '../persona/index.ts';
import { ChargeMessageService, type Sent } from './charge-message.service.ts';
import * as errors from './chat.errors.ts';
import { ChatRepository } from './chat.repository.ts';
import { PreviewMessageService } from './preview-message.service.ts';
import { type Draft, StartGenerationService } from './start-generation.service.ts';

/**
 * The message path: two reads, then one writing statement with the prompt's history read beside it, then the provider.
 * It opens no transaction: what has to commit together is one statement.
 */
@Injectable()
export class SendMessageService {
  constructor(
    private readonly repository: ChatRepository,
    private readonly personas: PersonaFacade,
    private readonly charging: ChargeMessageService,
    private readonly previews: PreviewMessageService,
    private readonly generation: StartGenerationService,
    private readonly shutdown: ShutdownState,
  ) {}

  /**
   * Takes a fan's message. Throws `not_found`, `price_changed`, `too_many_generations`, `insufficient_coins`, `spending_blocked`,
   * `idempotency_key_reused`, `shutting_down` or `busy`; then nothing was written and nothing charged.
   * A retry of a message that was taken is answered like the first time, whatever has changed since.
   */
  async send(fanId: string, request: SendMessageRequest): Promise<Sent> {
    if (this.shutdown.begun) throw errors.shuttingDown();
    const conversation = await this.repository.findForSend(request.conversationId, fanId);
    if (conversation === undefined) throw errors.conversationNotFound();
    const persona = await this.personas.findForChat(conversation.persona_id);
    if (persona === undefined) throw errors.personaGone();
    const exchange = this.generation.draftExchange(fanId, request);
    const draft: Draft = {
      exchange,
      persona,
      fanName: conversation.fan_name,
      history: () =>
        this.repository.historyForPrompt(request.conversationId, LIMITS.historyMessagesMax, exchange.messageId),
    };
    const isPreview = persona.creatorId === fanId;
    const refusal = refusalOf(persona, isPreview, request);
    return isPreview ? this.previews.send(draft, refusal) : this.charging.send(draft, refusal);
  }
}

/** Why this message may not be sent now, judged by what was read; the balance and the running replies are judged under the wallet's lock. */
function refusalOf(persona: ChatPersona, isPreview: boolean, request: SendMessageRequest): AppError | undefined {
  if (!persona.available && !isPreview) return errors.personaGone();
  if (isPreview || request.maxPriceMicrocoins === undefined) return undefined;
  return persona.priceMicrocoins > request.maxPriceMicrocoins
    ? errors.priceChanged(persona.priceMicrocoins)
    : undefined;
}
