import { Injectable } from '@nestjs/common';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { conversationNotFound, replyUnderWay } from './chat.errors.ts';
import { ConversationRepository } from './conversation.repository.ts';

@Injectable()
export class DeleteConversationService {
  constructor(
    private readonly repository: ConversationRepository,
    private readonly realtime: Realtime,
  ) {}

  /**
   * Deletes a conversation with its messages; what was paid in it stays in the ledger, with its receipts.
   * Throws `not_found`, or `reply_under_way` while a reply that was paid for is being written.
   */
  async delete(conversationId: string, fanId: string): Promise<void> {
    const outcome = await this.repository.delete(conversationId, fanId);
    if (outcome === 'gone') throw conversationNotFound();
    if (outcome === 'under_way') throw replyUnderWay();
    this.realtime.toUser(fanId, 'conversationChanged', { conversationId });
  }
}
