import { Injectable } from '@nestjs/common';
import type { Reaction } from '@troupe/contracts/http/chat';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { messageNotFound } from './chat.errors.ts';
import { ConversationRepository } from './conversation.repository.ts';

@Injectable()
export class ReactToMessageService {
  constructor(
    private readonly repository: ConversationRepository,
    private readonly realtime: Realtime,
  ) {}

  /** Puts one reaction on a message, in place of the one before; null takes it away. Throws `not_found`. */
  async react(messageId: string, fanId: string, reaction: Reaction | null): Promise<void> {
    const conversationId = await this.repository.react(messageId, fanId, reaction);
    if (conversationId === undefined) throw messageNotFound();
    this.realtime.toUser(fanId, 'conversationChanged', { conversationId });
  }
}
