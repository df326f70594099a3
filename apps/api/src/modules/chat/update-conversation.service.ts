import { Injectable } from '@nestjs/common';
import type { Conversation, UpdateConversationRequest } from '@troupe/contracts/http/chat';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { ModerationFacade } from '../moderation/index.ts';
import { conversationNotFound } from './chat.errors.ts';
import { ConversationRepository } from './conversation.repository.ts';
import { ReadConversationService } from './read-conversation.service.ts';

@Injectable()
export class UpdateConversationService {
  constructor(
    private readonly repository: ConversationRepository,
    private readonly reading: ReadConversationService,
    private readonly realtime: Realtime,
    private readonly moderation: ModerationFacade,
  ) {}

  /** Changes what is named and nothing else. Throws `not_found`, and `content_blocked`. */
  async update(conversationId: string, fanId: string, change: UpdateConversationRequest): Promise<Conversation> {
    this.moderation.requireAllowed(change.fanName, change.fanDescription, change.authorNote);
    if (!(await this.repository.update(conversationId, fanId, change))) throw conversationNotFound();
    this.realtime.toUser(fanId, 'conversationChanged', { conversationId });
    return this.reading.find(conversationId, fanId);
  }

  /** All that has ended so far is read. Nobody is told: a tab that reads again because of it would mark it again. Throws `not_found`. */
  async markRead(conversationId: string, fanId: string): Promise<void> {
    if (!(await this.repository.markRead(conversationId, fanId))) throw conversationNotFound();
  }
}
