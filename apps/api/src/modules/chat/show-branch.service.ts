import { Injectable } from '@nestjs/common';
import type { MessagesPage } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { messageNotFound } from './chat.errors.ts';
import { ConversationRepository } from './conversation.repository.ts';
import { ReadConversationService } from './read-conversation.service.ts';

@Injectable()
export class ShowBranchService {
  constructor(
    private readonly repository: ConversationRepository,
    private readonly reading: ReadConversationService,
    private readonly realtime: Realtime,
  ) {}

  /** Shows the branch that a message is in, down to its newest end; answers with the end of it. Throws `not_found`. */
  async show(conversationId: string, fanId: string, messageId: string): Promise<MessagesPage> {
    if (!(await this.repository.showBranch(fanId, conversationId, messageId))) throw messageNotFound();
    this.realtime.toUser(fanId, 'conversationChanged', { conversationId });
    return this.reading.messages(conversationId, fanId, undefined, LIMITS.pageItemsDefault);
  }
}
