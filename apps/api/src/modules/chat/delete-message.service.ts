import { Injectable } from '@nestjs/common';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { branchTooLong, greetingStays, messageNotFound, replyUnderWay } from './chat.errors.ts';
import { ConversationRepository } from './conversation.repository.ts';

@Injectable()
export class DeleteMessageService {
  constructor(
    private readonly repository: ConversationRepository,
    private readonly realtime: Realtime,
  ) {}

  /**
   * Deletes a message with everything below it. Throws `not_found`, `reply_under_way` while any reply in it is being written, `forbidden` for a
   * greeting and `validation_failed` for more than `LIMITS.branchMessagesMax` messages at once.
   */
  async delete(messageId: string, fanId: string): Promise<void> {
    const { outcome, conversation } = await this.repository.deleteBranch(fanId, messageId);
    if (outcome === 'gone' || conversation === null) throw messageNotFound();
    if (outcome === 'greeting') throw greetingStays();
    if (outcome === 'under_way') throw replyUnderWay();
    if (outcome === 'too_many') throw branchTooLong();
    this.realtime.toUser(fanId, 'conversationChanged', { conversationId: conversation });
  }
}
