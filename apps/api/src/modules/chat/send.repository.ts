import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { bigintText, sendStatement } from '../../platform/database/statements.ts';
import type { Target } from './domain/exchange.ts';
import type { TokenPrice } from './domain/token-price.ts';
import * as sql from './send.sql.ts';

/** The backstop: the end of a reply settles its hold long before, also when its process died. */
const HOLD_MAX_MS = 24 * 3_600_000;

const role = z.enum(['user', 'assistant']);
const conversationRow = z.object({
  persona_id: z.string(),
  fan_name: z.string(),
  fan_description: z.string(),
  author_note: z.string(),
  author_note_depth: z.int(),
  leaf_id: z.string().nullable(),
  memory_revision: z.int(),
});
const foundRow = conversationRow.extend({ ord: z.int() });
const targetRow = conversationRow.extend({
  id: z.string(),
  role,
  status: z.enum(['queued', 'streaming', 'done', 'stopped', 'failed']),
  content: z.string(),
  parent_id: z.string().nullable(),
  above_role: role.nullable(),
  above_content: z.string().nullable(),
  above_parent_id: z.string().nullable(),
  may_be_free: z.boolean(),
  was_free: z.boolean(),
});
const notAdmitted = ['too_many', 'gone'] as const;
const refused = ['duplicate', 'reused', 'blocked', 'limited', 'insufficient', 'invalid'] as const;
/** Nothing was written: the ledger's reasons, and the chat's own. */
export type Refused = (typeof refused | typeof notAdmitted)[number];
const balanceColumns = {
  coins: bigintText.nullable(),
  bonus: bigintText.nullable(),
  coins_held: bigintText.nullable(),
  bonus_held: bigintText.nullable(),
  parent: z.string().nullable(),
};
const sentRow = z.object({
  outcome: z.enum(['charged', ...refused, ...notAdmitted]),
  journal: bigintText.nullable(),
  coins_creator: bigintText.nullable(),
  bonus_creator: bigintText.nullable(),
  low: z.boolean(),
  ...balanceColumns,
});
export type SentRow = z.infer<typeof sentRow>;
const freeRow = z.object({
  outcome: z.enum(['written', 'duplicate', 'reused', 'limited', 'paid', ...notAdmitted]),
  parent: z.string().nullable(),
});
const heldRow = z.object({
  outcome: z.enum(['held', ...refused, ...notAdmitted]),
  hold: bigintText.nullable(),
  ...balanceColumns,
});
export type HeldRow = z.infer<typeof heldRow>;
const earlierRow = z.object({
  id: z.string(),
  parent_id: z.string(),
  above: z.string().nullable(),
  charged: bigintText,
  held: bigintText,
  request_hash: bigintText.optional(),
});

/** One exchange to write. Ids are made by the caller, so that a retry after a lost answer says the same. */
export interface Exchange {
  conversationId: string;
  /** The message to hang it below; null: the end of the branch that is shown. */
  parentId: string | null;
  /** Null when nothing is said and only a reply is written. */
  messageId: string | null;
  replyId: string;
  fanId: string;
  clientMessageId: string;
  content: string;
  /** The key that a charge for it has, or would have. */
  key: string;
  /** What was asked, for a retry to be held against. */
  requestHash: bigint;
  model: string;
  demoVoice: boolean;
  leaseMs: number;
  /** As many replies of the fan may be running at once, this one among them. */
  runningMax: number;
}

export interface PaidExchange extends Exchange {
  creatorId: string;
  priceMicrocoins: bigint;
}

/** An exchange with a price by tokens. `mostMicrocoins` is set aside; `promptTokens` is what its prompt was estimated at. */
export interface HeldExchange extends Exchange {
  creatorId: string;
  price: TokenPrice;
  mostMicrocoins: bigint;
  promptTokens: number;
}

/** What an exchange is free for: a preview of one's own persona, or the free alternative to the replies of message `answeredId`. */
export type FreeFor = { kind: 'preview' } | { kind: 'alternative'; answeredId: string };

/** An exchange that was written before. */
export interface EarlierExchange {
  /** The fan's message, or for a reply alone what it hangs below. */
  messageId: string;
  replyId: string;
  /** What `messageId` hangs below. */
  aboveId: string | null;
  chargedMicrocoins: bigint;
  /** What was set aside for a price by tokens; such a one has charged nothing yet, as far as its sender was told. */
  heldMicrocoins: bigint;
  /** Of a free exchange; what was paid for keeps it with its key. */
  requestHash: bigint | undefined;
}

/** What a fan set on a conversation, as its prompt tells it. */
export interface Setting {
  fanName: string;
  fanDescription: string;
  authorNote: string;
  /** The note stands that many messages before the end. */
  authorNoteDepth: number;
  /** The end of the branch that is shown. */
  leafId: string | null;
  /** Counted up with every change of what is remembered. */
  memoryRevision: number;
}

/** A conversation as sending needs it. */
export interface ForSend extends Setting {
  personaId: string;
}

/** Exchanges on their way into the database. Every statement may be sent again after a lost connection: by its key, or because it only reads. */
@Injectable()
export class SendRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** In the order of what is asked for; undefined for one that isn't this fan's. */
  async findConversations(
    wanted: readonly { conversationId: string; fanId: string }[],
  ): Promise<(ForSend | undefined)[]> {
    const values = [wanted.map((one) => one.conversationId), wanted.map((one) => one.fanId)];
    const found: (ForSend | undefined)[] = wanted.map(() => undefined);
    const rows = await sendStatement(this.database, 'chat-for-send', sql.CONVERSATIONS_FOR_SEND, values, foundRow);
    for (const row of rows) found[row.ord - 1] = toForSend(row);
    return found;
  }

  /** `mayBeFree`: another reply beside this one would be free at a flat price; `wasFree`: what was asked with this client id before was. */
  async findTarget(
    conversationId: string,
    fanId: string,
    messageId: string,
    clientMessageId: string,
  ): Promise<(ForSend & { target: Target; mayBeFree: boolean; wasFree: boolean }) | undefined> {
    const values = [conversationId, fanId, messageId, ECONOMY.freeAlternativesPerDayMax, clientMessageId];
    const [row] = await sendStatement(this.database, 'chat-target', sql.TARGET_FOR_SEND, values, targetRow);
    if (row === undefined) return undefined;
    const above =
      row.above_role === null || row.above_content === null
        ? undefined
        : { role: row.above_role, content: row.above_content, parentId: row.above_parent_id };
    const { id, role: ofTarget, status, content, parent_id: parentId } = row;
    const target: Target = { id, role: ofTarget, status, content, parentId, above };
    const { may_be_free: mayBeFree, was_free: wasFree } = row;
    return { ...toForSend(row), target, mayBeFree, wasFree };
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
      column((exchange) => exchange.parentId),
    ];
    return sendStatement(this.database, 'chat-send', sql.SEND, values, sentRow);
  }

  async sendFree(exchange: Exchange, free: FreeFor): Promise<z.infer<typeof freeRow>> {
    const isPreview = free.kind === 'preview';
    const values = [
      ...valuesOf(exchange),
      exchange.requestHash,
      free.kind,
      isPreview ? ECONOMY.previewMessagesPerDayMax : ECONOMY.freeAlternativesPerDayMax,
      isPreview ? null : free.answeredId,
      exchange.key,
    ];
    const [row] = await sendStatement(this.database, 'chat-send-free', sql.SEND_FREE, values, freeRow);
    if (row === undefined) throw new Error('a free exchange was sent without an outcome');
    return row;
  }

  async sendHeld(exchange: HeldExchange): Promise<HeldRow> {
    const { price } = exchange;
    const values = [
      ...valuesOf(exchange),
      exchange.requestHash,
      exchange.key,
      exchange.creatorId,
      exchange.mostMicrocoins,
      ECONOMY.creatorSharePercent,
      price.baseMicrocoins,
      price.inputRateMicrocoins,
      price.outputRateMicrocoins,
      HOLD_MAX_MS,
      exchange.promptTokens,
    ];
    const [row] = await sendStatement(this.database, 'chat-send-held', sql.SEND_HELD, values, heldRow);
    if (row === undefined) throw new Error('a held exchange was sent without an outcome');
    return row;
  }

  /** The exchange that a charge or a hold pays for, by its number. */
  async findByNumber(number: bigint, fanId: string): Promise<EarlierExchange | undefined> {
    return toEarlier(
      await sendStatement(this.database, 'chat-exchange', sql.EXCHANGE_OF_KEY, [number, fanId], earlierRow),
    );
  }

  async findFree(fanId: string, clientMessageId: string): Promise<EarlierExchange | undefined> {
    const values = [fanId, clientMessageId];
    return toEarlier(
      await sendStatement(this.database, 'chat-exchange-free', sql.EXCHANGE_OF_CLIENT_ID, values, earlierRow),
    );
  }
}

/** The first eleven parameters of a statement that writes one exchange. */
function valuesOf(exchange: Exchange): unknown[] {
  return [
    exchange.fanId,
    exchange.conversationId,
    exchange.parentId,
    exchange.messageId,
    exchange.replyId,
    exchange.clientMessageId,
    exchange.content,
    exchange.model,
    exchange.demoVoice,
    exchange.leaseMs,
    exchange.runningMax,
  ];
}

function toForSend(row: z.infer<typeof conversationRow>): ForSend {
  return {
    personaId: row.persona_id,
    fanName: row.fan_name,
    fanDescription: row.fan_description,
    authorNote: row.author_note,
    authorNoteDepth: row.author_note_depth,
    leafId: row.leaf_id,
    memoryRevision: row.memory_revision,
  };
}

function toEarlier([row]: z.infer<typeof earlierRow>[]): EarlierExchange | undefined {
  if (row === undefined) return undefined;
  const {
    id: replyId,
    parent_id: messageId,
    above: aboveId,
    charged: chargedMicrocoins,
    request_hash: requestHash,
  } = row;
  return { messageId, replyId, aboveId, chargedMicrocoins, heldMicrocoins: row.held, requestHash };
}
