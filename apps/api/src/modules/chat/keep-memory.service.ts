import { Injectable } from '@nestjs/common';
import type { ConversationMemory } from '@troupe/contracts/http/chat';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { ModerationFacade } from '../moderation/index.ts';
import { conversationNotFound } from './chat.errors.ts';
import { MemoryRepository } from './memory.repository.ts';

/** A fan reads and corrects what is remembered. */
@Injectable()
export class KeepMemoryService {
  constructor(
    private readonly repository: MemoryRepository,
    private readonly realtime: Realtime,
    private readonly moderation: ModerationFacade,
  ) {}

  /** Of the branch that is shown. Throws `not_found`. */
  async read(conversationId: string, fanId: string): Promise<ConversationMemory> {
    const row = await this.repository.read(conversationId, fanId);
    if (row === undefined) throw conversationNotFound();
    return {
      enabled: row.enabled,
      text: row.text ?? '',
      coveredMessages: row.covered,
      edited: row.edited ?? false,
      updatedAt: row.created_at?.toISOString() ?? null,
    };
  }

  /** The fan's words in place of what is remembered, for the same messages; an empty text forgets. Throws `not_found`, and `content_blocked`. */
  async write(conversationId: string, fanId: string, text: string): Promise<ConversationMemory> {
    this.moderation.requireAllowed(text);
    if (!(await this.repository.write(conversationId, fanId, text))) throw conversationNotFound();
    this.realtime.toUser(fanId, 'conversationChanged', { conversationId });
    return this.read(conversationId, fanId);
  }
}
