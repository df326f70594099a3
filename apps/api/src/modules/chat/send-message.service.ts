import { Injectable } from '@nestjs/common';
import type { AppError } from '../../platform/errors/app-error.ts';
import type { ChatPersona } from '../persona/index.ts';
import { AdmitMessageService, type Sender } from './admit-message.service.ts';
import { ChargeMessageService } from './charge-message.service.ts';
import * as errors from './chat.errors.ts';
import type { Ask } from './domain/exchange.ts';
import type { Sent } from './domain/sent.ts';
import { DraftExchangeService } from './draft-exchange.service.ts';
import { FreeExchangeService } from './free-exchange.service.ts';
import { HoldMessageService } from './hold-message.service.ts';
import { PlaceMessageService } from './place-message.service.ts';

/**
 * The message path: two reads, then one writing statement with the prompt's history read beside it, then the provider.
 * It opens no transaction: what has to commit together is one statement.
 */
@Injectable()
export class SendMessageService {
  constructor(
    private readonly placing: PlaceMessageService,
    private readonly admission: AdmitMessageService,
    private readonly drafts: DraftExchangeService,
    private readonly charging: ChargeMessageService,
    private readonly free: FreeExchangeService,
    private readonly holding: HoldMessageService,
  ) {}

  /**
   * Takes what a fan asks for: a message, an edited one, another reply, or more of one. Throws `not_found`, `reply_under_way`, `price_changed`,
   * `too_many_generations`, `insufficient_coins`, `spending_limit_reached`, `spending_blocked`, `idempotency_key_reused`, `persona_blocked`,
   * `age_confirmation_required`, `content_blocked`, `shutting_down` or `busy`; then nothing was written and nothing charged. A retry of what was taken
   * is answered like the first time, whatever has changed since.
   */
  async send(fan: Sender, ask: Ask): Promise<Sent> {
    this.admission.requireOpen();
    const placed = await this.placing.place(fan.userId, ask);
    const { persona, refusal } = await this.admission.admit(fan, placed.personaId, placed.place.says);
    const draft = this.drafts.draft(fan.userId, ask, { ...placed, persona });
    if (persona.creatorId === fan.userId) return this.free.preview(draft, refusal);
    // By tokens each reply is paid as delivered: a free one beside it could be had for the price of a word.
    if (placed.freeAlternativeTo !== undefined && (persona.tokenPrice === null || placed.wasFree)) {
      const sent = await this.free.alternative(draft, placed.freeAlternativeTo, refusal);
      if (sent !== undefined) return sent;
    }
    const refused = refusal ?? priceRefusalOf(persona, ask);
    return persona.tokenPrice === null
      ? this.charging.send(draft, refused)
      : this.holding.send(draft, persona.tokenPrice, refused);
  }
}

/** Judged by what was read; the balance and the running replies are judged under the wallet's lock. */
function priceRefusalOf(persona: ChatPersona, ask: Ask): AppError | undefined {
  return ask.maxPriceMicrocoins !== undefined && persona.priceMicrocoins > ask.maxPriceMicrocoins
    ? errors.priceChanged(persona.priceMicrocoins)
    : undefined;
}
