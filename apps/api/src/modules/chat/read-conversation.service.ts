import { Injectable } from '@nestjs/common';
import type { Conversation, MessagesPage } from '@troupe/contracts/http/chat';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { PersonaFacade } from '../persona/index.ts';
import { conversationNotFound } from './chat.errors.ts';
import { toConversation, toMessage } from './chat.presenter.ts';
import { ChatRepository } from './chat.repository.ts';

/** A fan's own conversations; another fan's answer `not_found` like ones that never were. */
@Injectable()
export class ReadConversationService {
  constructor(
    private readonly repository: ChatRepository,
    private readonly personas: PersonaFacade,
  ) {}

  async find(conversationId: string, fanId: string): Promise<Conversation> {
    const row = await this.repository.findOwnConversation(conversationId, fanId);
    if (row === null) throw conversationNotFound();
    const persona = await this.personas.findForChat(row.personaId, fanId);
    if (persona === undefined) throw conversationNotFound();
    return toConversation(row, persona);
  }

  /** A page of messages, oldest first; the cursor leads to older ones. */
  async messages(
    conversationId: string,
    fanId: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<MessagesPage> {
    const before = cursor === undefined ? undefined : decodeCursor(z.uuid(), cursor);
    await this.requireOwn(conversationId, fanId);
    const rows = await this.repository.listMessages(conversationId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const oldest = shown.at(-1);
    const more = rows.length > limit && oldest !== undefined;
    return { items: shown.map(toMessage).reverse(), nextCursor: more ? encodeCursor(oldest.id) : null };
  }

  async requireOwn(conversationId: string, fanId: string): Promise<void> {
    if ((await this.repository.findOwnConversation(conversationId, fanId)) === null) throw conversationNotFound();
  }
}
