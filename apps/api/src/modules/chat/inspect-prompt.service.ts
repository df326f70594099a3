import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PromptInspection } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import type { Actor } from '../../platform/auth/actor.ts';
import { TrainingFacade } from '../persona/index.ts';
import { AdmitMessageService } from './admit-message.service.ts';
import * as errors from './chat.errors.ts';
import { composePrompt } from './compose-prompt.ts';
import { ConversationLookups } from './conversation-lookups.ts';
import { DraftExchangeService } from './draft-exchange.service.ts';
import { presentLore } from './lore.presenter.ts';
import { PlaceMessageService } from './place-message.service.ts';

/** Shows a creator what the model is told of their own persona. What fans say to it is in nobody's prompt but theirs. */
@Injectable()
export class InspectPromptService {
  constructor(
    private readonly lookups: ConversationLookups,
    private readonly placing: PlaceMessageService,
    private readonly admission: AdmitMessageService,
    private readonly drafts: DraftExchangeService,
    private readonly training: TrainingFacade,
  ) {}

  /**
   * The prompt of the last reply of the branch that is shown, as it would be now. Throws `not_found` for a conversation that isn't a preview of one's own
   * persona, or in which nothing was said yet, and `reply_under_way`.
   */
  async inspect(actor: Actor, conversationId: string): Promise<PromptInspection> {
    const conversation = await this.lookups.find(conversationId, actor.userId);
    if (conversation?.leafId == null) throw errors.conversationNotFound();
    const { persona } = await this.admission.admit(actor, conversation.personaId, null);
    if (persona.creatorId !== actor.userId) throw errors.conversationNotFound();
    const ask = {
      kind: 'regenerate',
      conversationId,
      messageId: conversation.leafId,
      clientMessageId: randomUUID(),
    } as const;
    const placed = await this.placing.place(actor.userId, ask);
    const named = this.drafts.draft(actor.userId, ask, { ...placed, persona });
    // With the luck that this reply had.
    const draft = { ...named, exchange: { ...named.exchange, replyId: conversation.leafId } };
    const history = await this.drafts.readHistory(draft);
    if (history === undefined) throw errors.busy();
    const { turns, inspection, lore } = composePrompt(draft, history);
    const names = await this.training.namesOf(history.knowledge);
    const passages = history.knowledge.map(({ fileId, number, text }) => ({
      fileId,
      fileName: names.get(fileId) ?? '',
      number,
      text,
    }));
    return {
      ...inspection,
      turns,
      passages,
      lore: lore === undefined ? null : presentLore(lore.scan, LIMITS.loreNamedMax),
    };
  }
}
