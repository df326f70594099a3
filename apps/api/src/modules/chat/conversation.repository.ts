import { Injectable } from '@nestjs/common';
import type { Reaction, UpdateConversationRequest } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { sendForRow, sendStatement } from '../../platform/database/statements.ts';
import * as sql from './conversation.sql.ts';

/** How far a search looks. */
const SEARCH = { personasMax: 1_000, conversationsMax: 1_000, messagesPerConversationMax: 5_000, messagesMax: 20_000 };

const idRow = z.object({ id: z.string() });
const listRow = z.object({
  id: z.string(),
  persona_id: z.string(),
  last_message_at: z.date(),
  title: z.string().nullable(),
  pinned: z.boolean(),
  archived: z.boolean(),
  unread: z.boolean(),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
});
export type ListRow = z.infer<typeof listRow>;
const deletedRow = z.object({
  outcome: z.enum(['deleted', 'gone', 'greeting', 'under_way', 'too_many']),
  conversation: z.string().nullable(),
});

/** Where a page of the list ends. */
export interface ListPosition {
  pinned: boolean;
  at: string;
  id: string;
}

/** What a fan does with their own conversations beside talking. */
@Injectable()
export class ConversationRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** `among`: only these conversations. */
  async list(
    fanId: string,
    archived: boolean,
    after: ListPosition | undefined,
    among: readonly string[] | undefined,
    limit: number,
  ): Promise<ListRow[]> {
    const position = [after?.at ?? null, after?.pinned ?? null, after?.id ?? null];
    const values = [fanId, archived, ...position, among ?? null, limit];
    return sendStatement(this.database, 'chat-list', sql.LIST_CONVERSATIONS, values, listRow);
  }

  async personasOf(fanId: string): Promise<string[]> {
    const rows = await sendStatement(
      this.database,
      'chat-list-personas',
      sql.PERSONAS_OF_FAN,
      [fanId, SEARCH.personasMax],
      idRow,
    );
    return rows.map((row) => row.id);
  }

  /** Conversations with one of these personas, or with the text in their title or messages. */
  async search(fanId: string, archived: boolean, text: string, personaIds: readonly string[]): Promise<string[]> {
    const bounds = [SEARCH.conversationsMax, SEARCH.messagesPerConversationMax, SEARCH.messagesMax];
    const values = [fanId, archived, text, personaIds, ...bounds];
    return (await sendStatement(this.database, 'chat-search', sql.SEARCH_CONVERSATIONS, values, idRow)).map(
      (row) => row.id,
    );
  }

  /** False when it is not this fan's. */
  async update(conversationId: string, fanId: string, change: UpdateConversationRequest): Promise<boolean> {
    const values = [conversationId, fanId, JSON.stringify(change)];
    return (await sendStatement(this.database, 'chat-update', sql.UPDATE_CONVERSATION, values, idRow)).length === 1;
  }

  /** False when it is not this fan's. */
  async markRead(conversationId: string, fanId: string): Promise<boolean> {
    return (
      (await sendStatement(this.database, 'chat-read', sql.MARK_READ, [conversationId, fanId], idRow)).length === 1
    );
  }

  /** Deletes it with its messages. A retry after a lost answer finds it `gone`. */
  async delete(conversationId: string, fanId: string): Promise<'deleted' | 'gone' | 'under_way'> {
    try {
      const rows = await sendStatement(
        this.database,
        'chat-delete',
        sql.DELETE_CONVERSATION,
        [conversationId, fanId],
        idRow,
      );
      return rows.length === 1 ? 'deleted' : 'gone';
    } catch (error) {
      if (isRestrictViolation(error)) return 'under_way';
      throw error;
    }
  }

  /** Shows the branch of a message; false when there is no such message in a conversation of this fan. */
  async showBranch(fanId: string, conversationId: string, messageId: string): Promise<boolean> {
    const values = [fanId, conversationId, messageId, LIMITS.branchMessagesMax];
    const row = z.object({ shown: z.boolean() });
    return (await sendForRow(this.database, 'chat-branch-show', sql.SHOW_BRANCH, values, row)).shown;
  }

  /** Deletes a message and all below it. A retry after a lost answer finds it `gone`. */
  async deleteBranch(fanId: string, messageId: string): Promise<z.infer<typeof deletedRow>> {
    const values = [fanId, messageId, LIMITS.branchMessagesMax];
    return sendForRow(this.database, 'chat-branch-delete', sql.DELETE_BRANCH, values, deletedRow);
  }

  /** The message's conversation; undefined when it is not this fan's. */
  async react(messageId: string, fanId: string, reaction: Reaction | null): Promise<string | undefined> {
    return (await sendStatement(this.database, 'chat-react', sql.REACT, [messageId, fanId, reaction], idRow))[0]?.id;
  }
}

/** SQLSTATE restrict_violation: the trigger that keeps paid replies until they have ended. */
function isRestrictViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23001';
}
