import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import { messageStatus } from '@troupe/contracts/http/chat';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { bigintText, sendStatement } from '../../platform/database/statements.ts';
import type { Verdict } from './domain/reply-ending.ts';
import * as sql from './reply.sql.ts';

const settledRow = z.object({
  id: z.string(),
  conversation_id: z.string(),
  fan_id: z.string(),
  journal_id: bigintText.nullable(),
  charged_microcoins: bigintText.nullable(),
  refunded: z.boolean(),
  /** What the ledger answered, if it was asked. */
  ledger: z.string().nullable(),
});
export type SettledRow = z.infer<typeof settledRow>;
const standingRow = z.object({
  id: z.string(),
  conversation_id: z.string(),
  fan_id: z.string(),
  parent_id: z.string().nullable(),
  status: messageStatus,
  content: z.string(),
  failure_code: z.string().nullable(),
  charged_microcoins: bigintText.nullable(),
  refunded: z.boolean(),
  tokens: z.int(),
});
export type StandingRow = z.infer<typeof standingRow>;
const orphanRow = z.object({ id: z.string(), content: z.string(), stop_requested: z.boolean() });

export interface Settlement {
  replyId: string;
  leaseId: string;
  content: string;
  verdict: Verdict;
  /** `promptTokens` is null when only what was stored at sending is known. */
  usage: { promptTokens: number | null; completionTokens: number; estimated: boolean } | undefined;
}

/**
 * Replies from their lease to their end. Every statement may be sent again after a lost connection: by its compare-and-set, or because it only reads.
 * What was claimed and not answered waits for the end of that claim's lease.
 */
@Injectable()
export class ReplyRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Undefined when the lease is lost. */
  async saveProgress(
    replyId: string,
    leaseId: string,
    content: string,
    leaseMs: number,
  ): Promise<{ stopRequested: boolean } | undefined> {
    const row = z.object({ stop_requested: z.boolean() });
    const values = [replyId, leaseId, content, leaseMs];
    const [saved] = await sendStatement(this.database, 'chat-save', sql.SAVE_PROGRESS, values, row);
    return saved && { stopRequested: saved.stop_requested };
  }

  /** Undefined when it was settled before, or when somebody else holds the lease. */
  async settle(settlement: Settlement): Promise<SettledRow | undefined> {
    const { verdict, usage } = settlement;
    const values = [
      settlement.replyId,
      settlement.leaseId,
      settlement.content,
      verdict.status,
      verdict.refund,
      verdict.failureCode,
      usage?.promptTokens ?? null,
      usage?.completionTokens ?? null,
      usage?.estimated ?? false,
      ECONOMY.stopRefundsPerDayMax,
      verdict.undelivered,
    ];
    return (await sendStatement(this.database, 'chat-settle', sql.SETTLE, values, settledRow))[0];
  }

  /** The same for many that move no coins, one statement; answers in their order. One with a hold is answered like one that was settled before. */
  async finish(settlements: readonly Settlement[]): Promise<(SettledRow | undefined)[]> {
    const column = <Value>(pick: (settlement: Settlement) => Value): Value[] => settlements.map(pick);
    const values = [
      column((settlement) => settlement.replyId),
      column((settlement) => settlement.leaseId),
      column((settlement) => settlement.verdict.status),
      column((settlement) => settlement.content),
      column((settlement) => settlement.verdict.failureCode),
      column((settlement) => settlement.usage?.promptTokens ?? null),
      column((settlement) => settlement.usage?.completionTokens ?? null),
      column((settlement) => settlement.usage?.estimated ?? false),
    ];
    const rows = await sendStatement(this.database, 'chat-finish', sql.FINISH, values, settledRow);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return settlements.map((settlement) => byId.get(settlement.replyId));
  }

  /** Undefined when there is no such reply any more. */
  async standing(replyId: string): Promise<StandingRow | undefined> {
    return (await sendStatement(this.database, 'chat-standing', sql.REPLY_STANDING, [replyId], standingRow))[0];
  }

  /** Takes over up to `limit` replies whose lease ran out, under a lease of this caller. */
  async claimExpired(leaseId: string, leaseMs: number, limit: number): Promise<z.infer<typeof orphanRow>[]> {
    return sendStatement(this.database, 'chat-claim', sql.CLAIM_EXPIRED, [leaseId, leaseMs, limit], orphanRow);
  }

  /** False when there is no running reply of this fan by that id. */
  async requestStop(replyId: string, fanId: string): Promise<boolean> {
    const row = z.object({ id: z.string() });
    return (await sendStatement(this.database, 'chat-stop', sql.REQUEST_STOP, [replyId, fanId], row)).length === 1;
  }

  async ownsReply(replyId: string, fanId: string): Promise<boolean> {
    const where = { id: replyId, fanId, role: 'assistant' } as const;
    return (await this.database.prisma.message.count({ where })) === 1;
  }
}
