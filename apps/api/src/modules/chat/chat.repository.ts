import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import { type ErrorCode, errorCode } from '@troupe/contracts/errors';
import { type Database, type Prisma, retryTransient, type Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import * as sql from './chat.sql.ts';

type ChatTx = Pick<Tx, 'conversation' | 'message'>;
type LockTx = Pick<Tx, '$executeRawUnsafe'>;

const MESSAGE_FIELDS = {
  id: true,
  conversationId: true,
  parentId: true,
  role: true,
  content: true,
  status: true,
  failureCode: true,
  demoVoice: true,
  journalId: true,
  chargedMicrocoins: true,
  refunded: true,
  clientMessageId: true,
  createdAt: true,
} as const;
const CONVERSATION_FIELDS = { id: true, personaId: true, createdAt: true } as const;

export type MessageRow = Prisma.MessageGetPayload<{ select: typeof MESSAGE_FIELDS }>;
export type ConversationRow = Prisma.ConversationGetPayload<{ select: typeof CONVERSATION_FIELDS }>;

const bigintText = z.string().transform((text) => BigInt(text));
const forSendRow = z.object({ persona_id: z.string(), fan_name: z.string() });
const turnRow = z.object({ role: z.enum(['user', 'assistant']), content: z.string() });
const sentRow = z.object({
  outcome: z.enum(['charged', 'duplicate', 'reused', 'too_many', 'blocked', 'limited', 'insufficient', 'invalid']),
  journal: bigintText.nullable(),
  coins_creator: bigintText.nullable(),
  bonus_creator: bigintText.nullable(),
  coins: bigintText.nullable(),
  bonus: bigintText.nullable(),
  coins_held: bigintText.nullable(),
  bonus_held: bigintText.nullable(),
  low: z.boolean(),
  parent: z.string().nullable(),
});
export type SentRow = z.infer<typeof sentRow>;
const previewRow = z.object({
  outcome: z.enum(['written', 'duplicate', 'too_many', 'limited']),
  parent: z.string().nullable(),
});

const listRow = z.object({
  id: z.string(),
  persona_id: z.string(),
  last_message_at: z.date(),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
});
const subjectRow = z.object({
  journal: bigintText,
  message_id: z.string(),
  conversation_id: z.string(),
  persona_id: z.string(),
  failure_code: z.string().nullable(),
  refunded: z.boolean(),
});

/** One message to send. Ids are made by the caller, so that a retry after a lost answer says the same. */
export interface Exchange {
  conversationId: string;
  messageId: string;
  replyId: string;
  fanId: string;
  clientMessageId: string;
  content: string;
  model: string;
  demoVoice: boolean;
  leaseMs: number;
  /** As many replies of the fan may be running at once, this one among them. */
  runningMax: number;
}

export interface PaidExchange extends Exchange {
  creatorId: string;
  priceMicrocoins: bigint;
  key: string;
  requestHash: bigint;
}

/** A paid exchange that was written before. */
export interface EarlierExchange {
  journal: bigint;
  messageId: string;
  replyId: string;
  /** What the fan's message answers. */
  parentId: string | null;
  charged: bigint;
}

/** A preview that was written before, with what was asked then. */
export interface EarlierPreview {
  messageId: string;
  replyId: string;
  parentId: string | null;
  conversationId: string;
  content: string;
}

@Injectable()
export class ChatRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async findForSend(conversationId: string, fanId: string): Promise<z.infer<typeof forSendRow> | undefined> {
    return (await this.query('chat-for-send', sql.CONVERSATION_FOR_SEND, [conversationId, fanId], forSendRow))[0];
  }

  /** Newest first. */
  async historyForPrompt(
    conversationId: string,
    limit: number,
    beforeMessageId: string,
  ): Promise<z.infer<typeof turnRow>[]> {
    return this.query('chat-history', sql.HISTORY_FOR_PROMPT, [conversationId, limit, beforeMessageId], turnRow);
  }

  /** One statement for all of them, each of another fan; answers in their order. */
  async send(exchanges: readonly PaidExchange[]): Promise<SentRow[]> {
    const column = <Value>(pick: (exchange: PaidExchange) => Value): Value[] => exchanges.map(pick);
    const values = [
      column((exchange) => exchange.fanId),
      column((exchange) => exchange.key),
      column((exchange) => exchange.requestHash),
      column((exchange) => exchange.creatorId),
      column((exchange) => exchange.priceMicrocoins),
      column((exchange) => exchange.conversationId),
      column((exchange) => exchange.messageId),
      column((exchange) => exchange.replyId),
      column((exchange) => exchange.clientMessageId),
      column((exchange) => exchange.content),
      column((exchange) => exchange.model),
      column((exchange) => exchange.demoVoice),
      exchanges[0]?.leaseMs,
      ECONOMY.creatorSharePercent,
      exchanges[0]?.runningMax,
    ];
    return this.query('chat-send', sql.SEND, values, sentRow);
  }

  async sendPreview(exchange: Exchange): Promise<z.infer<typeof previewRow>> {
    const values = [
      exchange.conversationId,
      exchange.messageId,
      exchange.replyId,
      exchange.fanId,
      exchange.clientMessageId,
      exchange.content,
      exchange.model,
      exchange.demoVoice,
      exchange.leaseMs,
      ECONOMY.previewMessagesPerDayMax,
      exchange.runningMax,
    ];
    const [row] = await this.query('chat-send-preview', sql.SEND_PREVIEW, values, previewRow);
    if (row === undefined) throw new Error('a preview was sent without an outcome');
    return row;
  }

  async exchangeOfJournal(journal: bigint, fanId: string): Promise<EarlierExchange | undefined> {
    const row = z.object({
      id: z.string(),
      role: z.enum(['user', 'assistant']),
      parent_id: z.string().nullable(),
      charged: bigintText.nullable(),
    });
    const rows = await this.query('chat-exchange', sql.EXCHANGE_OF_JOURNAL, [journal, fanId], row);
    const said = rows.find((entry) => entry.role === 'user');
    const reply = rows.find((entry) => entry.role === 'assistant');
    if (said === undefined || reply === undefined || reply.charged === null) return undefined;
    return { journal, messageId: said.id, replyId: reply.id, parentId: said.parent_id, charged: reply.charged };
  }

  async exchangeOfPreview(fanId: string, clientMessageId: string): Promise<EarlierPreview | undefined> {
    const row = z.object({
      message_id: z.string(),
      reply_id: z.string(),
      parent_id: z.string().nullable(),
      conversation_id: z.string(),
      content: z.string(),
    });
    const [found] = await this.query('chat-exchange-preview', sql.EXCHANGE_OF_PREVIEW, [fanId, clientMessageId], row);
    if (found === undefined) return undefined;
    const { message_id, reply_id, parent_id, conversation_id, content } = found;
    return {
      messageId: message_id,
      replyId: reply_id,
      parentId: parent_id,
      conversationId: conversation_id,
      content,
    };
  }

  async listConversations(
    fanId: string,
    before: { at: string; id: string } | undefined,
    limit: number,
  ): Promise<z.infer<typeof listRow>[]> {
    return this.query(
      'chat-list',
      sql.LIST_CONVERSATIONS,
      [fanId, before?.at ?? null, before?.id ?? null, limit],
      listRow,
    );
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
  async findUntouchedConversation(
    personaId: string,
    fanId: string,
    reader: Pick<ChatTx, 'conversation'> = this.database.prisma,
  ): Promise<ConversationRow | null> {
    return reader.conversation.findFirst({
      where: { personaId, fanId, messages: { none: { role: 'user' } } },
      select: CONVERSATION_FIELDS,
      orderBy: { id: 'desc' },
    });
  }

  async insertConversation(
    tx: ChatTx,
    conversation: { id: string; fanId: string; fanName: string; personaId: string },
    greeting: { id: string; content: string },
  ): Promise<ConversationRow> {
    const row = await tx.conversation.create({
      data: { ...conversation, leafId: greeting.id },
      select: CONVERSATION_FIELDS,
    });
    await tx.message.create({
      data: {
        ...greeting,
        conversationId: conversation.id,
        fanId: conversation.fanId,
        role: 'assistant',
        status: 'done',
        finishedAt: new Date(),
      },
      select: { id: true },
    });
    return row;
  }

  /** Newest first, below `beforeId`. */
  async listMessages(conversationId: string, beforeId: string | undefined, limit: number): Promise<MessageRow[]> {
    return this.database.prisma.message.findMany({
      where: { conversationId, ...(beforeId === undefined ? {} : { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: limit,
      select: MESSAGE_FIELDS,
    });
  }

  async subjectsOf(journals: readonly bigint[], fanId: string | null): Promise<z.infer<typeof subjectRow>[]> {
    return this.query('chat-subjects', sql.SUBJECTS_OF_JOURNALS, [[...journals], fanId], subjectRow);
  }

  async journalOfMessage(messageId: string, fanId: string): Promise<bigint | undefined> {
    const row = z.object({ journal: bigintText });
    return (await this.query('chat-journal', sql.JOURNAL_OF_MESSAGE, [messageId, fanId], row))[0]?.journal;
  }

  /** Every statement here may be sent again after a lost connection: by its key, its compare-and-set, or because it only reads. */
  private async query<Row extends z.ZodType>(
    name: string,
    text: string,
    values: unknown[],
    row: Row,
  ): Promise<z.infer<Row>[]> {
    const result = await retryTransient(() => this.database.pool.query({ name, text, values }));
    return z.array(row).parse(result.rows);
  }
}

/** The stored code of a failure; one that this version doesn't know shows as the general one. */
export function failureCodeOf(stored: string | null): ErrorCode | null {
  if (stored === null) return null;
  const known = errorCode.safeParse(stored);
  return known.success ? known.data : 'provider_failed';
}
