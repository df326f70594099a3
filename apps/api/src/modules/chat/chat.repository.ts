import { Injectable } from '@nestjs/common';
import { type ErrorCode, errorCode } from '@troupe/contracts/errors';
import { messageStatus } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database, Prisma, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { bigintText, sendStatement } from '../../platform/database/statements.ts';
import * as sql from './chat.sql.ts';
import type { PromptHistory } from './domain/exchange.ts';

type ChatTx = Pick<Tx, 'conversation' | 'message'>;
type LockTx = Pick<Tx, '$executeRawUnsafe' | '$queryRawUnsafe'>;

/** Messages of four weeks to come have their partition; each holds a week, so that the indexes that are written to stay small. */
const PARTITIONS_AHEAD = '28 days';
const PARTITION_WIDTH = '7 days';
const CONVERSATION_FIELDS = {
  id: true,
  fanId: true,
  personaId: true,
  title: true,
  pinned: true,
  archived: true,
  fanName: true,
  fanDescription: true,
  authorNote: true,
  authorNoteDepth: true,
  memoryEnabled: true,
  createdAt: true,
} as const;

export type ConversationRow = Prisma.ConversationGetPayload<{ select: typeof CONVERSATION_FIELDS }>;

const idRow = z.object({ id: z.string() });
const role = z.enum(['user', 'assistant']);
const turnRow = z.object({
  id: z.string(),
  role,
  content: z.string(),
  under_way: z.boolean(),
  covered_upto: z.string().nullable(),
  memory: z.string().nullable(),
  edited: z.boolean().nullable(),
});
const messageRow = z.object({
  id: z.string(),
  conversation_id: z.string(),
  parent_id: z.string().nullable(),
  role,
  content: z.string(),
  status: messageStatus,
  failure_code: z.string().nullable(),
  demo_voice: z.boolean(),
  charged_microcoins: bigintText.nullable(),
  refunded: z.boolean(),
  client_message_id: z.string().nullable(),
  reaction: z.string().nullable(),
  created_at: z.date(),
  siblings: z.array(z.string()),
});
export type MessageRow = z.infer<typeof messageRow>;
const subjectRow = z.object({
  journal: bigintText,
  message_id: z.string(),
  conversation_id: z.string(),
  persona_id: z.string(),
  failure_code: z.string().nullable(),
  refunded: z.boolean(),
  prompt_tokens: z.int().nullable(),
  completion_tokens: z.int().nullable(),
  usage_estimated: z.boolean(),
  base_microcoins: bigintText.nullable(),
  input_rate_microcoins: bigintText.nullable(),
  output_rate_microcoins: bigintText.nullable(),
});
export type SubjectRow = z.infer<typeof subjectRow>;

/** Conversations and their trees. Every statement may be sent again after a lost connection: by its key, or because it only reads. */
@Injectable()
export class ChatRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** On the way to a message, or to the end of the branch that is shown. */
  async historyForPrompt(conversationId: string, endId: string | null, limit: number): Promise<PromptHistory> {
    const values = [conversationId, endId, limit, LIMITS.memoryReachMessagesMax];
    const rows = await sendStatement(this.database, 'chat-history', sql.HISTORY_FOR_PROMPT, values, turnRow);
    const [first] = rows;
    const turns = rows.map(({ id, role: who, content }) => ({ id, role: who, content }));
    const isFinal = !rows.some((row) => row.under_way);
    if (first === undefined || first.covered_upto === null || first.memory === null)
      return { turns, memory: undefined, isFinal };
    const { memory: text, covered_upto: coveredUptoMessageId, edited } = first;
    return { turns, memory: { text, coveredUptoMessageId, edited: edited ?? false }, isFinal };
  }

  /** What was replied in one place of the tree. */
  async repliesBelow(conversationId: string, parentId: string | null): Promise<string[]> {
    const values = [conversationId, parentId, LIMITS.alternativesMax];
    const rows = await sendStatement(
      this.database,
      'chat-replies',
      sql.REPLIES_BELOW,
      values,
      z.object({ content: z.string() }),
    );
    return rows.map((row) => row.content);
  }

  async findOwnConversation(conversationId: string, fanId: string): Promise<ConversationRow | null> {
    return this.database.prisma.conversation.findFirst({
      where: { id: conversationId, fanId },
      select: CONVERSATION_FIELDS,
    });
  }

  /** Until the transaction ends, nobody else opens a conversation of this fan with this persona. */
  async lockOpening(tx: LockTx, personaId: string, fanId: string): Promise<void> {
    await tx.$executeRawUnsafe(sql.LOCK_OPENING, fanId, personaId);
  }

  /** A conversation in which the fan has said nothing yet. */
  async findUntouchedConversation(personaId: string, fanId: string): Promise<string | undefined> {
    return (
      await sendStatement(this.database, 'chat-untouched', sql.UNTOUCHED_CONVERSATION, [personaId, fanId], idRow)
    )[0]?.id;
  }

  /** The same inside a transaction. */
  async findUntouchedIn(tx: LockTx, personaId: string, fanId: string): Promise<string | undefined> {
    const rows = await tx.$queryRawUnsafe(sql.UNTOUCHED_CONVERSATION, personaId, fanId);
    return z.array(idRow).parse(rows)[0]?.id;
  }

  /** With its greetings in one place of the tree; the first is shown. */
  async insertConversation(
    tx: ChatTx,
    conversation: { id: string; fanId: string; fanName: string; personaId: string },
    greetings: readonly { id: string; content: string }[],
  ): Promise<ConversationRow> {
    // One instant for all: a greeting that ended after its conversation was last read would show as unread.
    const now = new Date();
    const row = await tx.conversation.create({
      data: { ...conversation, leafId: greetings[0]?.id ?? null, readAt: now },
      select: CONVERSATION_FIELDS,
    });
    await tx.message.createMany({
      data: greetings.map((greeting) => ({
        ...greeting,
        conversationId: conversation.id,
        fanId: conversation.fanId,
        role: 'assistant',
        status: 'done',
        finishedAt: now,
      })),
    });
    return row;
  }

  /** The branch that is shown, newest first: from its end, or above message `beforeId`. */
  async listMessages(conversationId: string, beforeId: string | undefined, limit: number): Promise<MessageRow[]> {
    const values = [conversationId, beforeId ?? null, limit, LIMITS.alternativesMax];
    return sendStatement(this.database, 'chat-branch', sql.MESSAGES_OF_BRANCH, values, messageRow);
  }

  /** Makes partitions for messages to come; returns how many. */
  async makePartitions(): Promise<number> {
    const values = [PARTITIONS_AHEAD, PARTITION_WIDTH];
    return (
      (
        await sendStatement(this.database, 'chat-partitions', sql.MAKE_PARTITIONS, values, z.object({ made: z.int() }))
      )[0]?.made ?? 0
    );
  }

  async subjectsOf(journals: readonly bigint[], fanId: string | null): Promise<z.infer<typeof subjectRow>[]> {
    return sendStatement(this.database, 'chat-subjects', sql.SUBJECTS_OF_JOURNALS, [[...journals], fanId], subjectRow);
  }

  async journalOfMessage(messageId: string, fanId: string): Promise<bigint | undefined> {
    const row = z.object({ journal: bigintText });
    return (await sendStatement(this.database, 'chat-journal', sql.JOURNAL_OF_MESSAGE, [messageId, fanId], row))[0]
      ?.journal;
  }
}

/** The stored code of a failure; one that this version doesn't know shows as the general one. */
export function failureCodeOf(stored: string | null): ErrorCode | null {
  if (stored === null) return null;
  const known = errorCode.safeParse(stored);
  return known.success ? known.data : 'provider_failed';
}
