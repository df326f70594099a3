import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { sendStatement } from '../../platform/database/statements.ts';
import type { PathMemory } from './domain/exchange.ts';
import { MEMORY, type SummaryPlan } from './domain/memory.ts';
import * as sql from './memory.sql.ts';

const OTHERS_MAX = MEMORY.snapshotsMax - 1;
const idRow = z.object({ id: z.string() });
const memoryRow = z.object({
  enabled: z.boolean(),
  text: z.string().nullable(),
  edited: z.boolean().nullable(),
  created_at: z.date().nullable(),
  covered: z.int(),
});
export type MemoryRow = z.infer<typeof memoryRow>;
const claimRow = z.object({ fan_id: z.string() });

export interface NewSummary {
  plan: SummaryPlan;
  text: string;
  /** The summary that it goes on from. */
  previous: PathMemory | undefined;
  /** The reply that it waited for: what it was made from was read when that was asked for. */
  replyId: string;
}

/** What is remembered of conversations. Each statement may be sent again: it does the same again. */
@Injectable()
export class MemoryRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Undefined when it is not this fan's conversation. */
  async read(conversationId: string, fanId: string): Promise<MemoryRow | undefined> {
    const values = [conversationId, fanId, LIMITS.branchMessagesMax];
    return (await sendStatement(this.database, 'chat-memory', sql.READ_MEMORY, values, memoryRow))[0];
  }

  /** False when it is not this fan's conversation. */
  async write(conversationId: string, fanId: string, text: string): Promise<boolean> {
    const values = [conversationId, fanId, LIMITS.branchMessagesMax, text, OTHERS_MAX];
    return (await sendStatement(this.database, 'chat-memory-write', sql.WRITE_MEMORY, values, idRow)).length === 1;
  }

  /** Undefined when somebody else is at it, or when its fan wants no memory. */
  async claim(conversationId: string, leaseMs: number): Promise<{ fanId: string } | undefined> {
    const values = [conversationId, leaseMs];
    const [row] = await sendStatement(this.database, 'chat-memory-claim', sql.CLAIM_MEMORY, values, claimRow);
    return row && { fanId: row.fan_id };
  }

  /** Ends the claim. False when the fan has written since. */
  async add(conversationId: string, summary: NewSummary): Promise<boolean> {
    const { plan, text, previous, replyId } = summary;
    const from = [previous?.coveredUptoMessageId ?? null, previous?.text ?? null];
    const edited = previous?.edited ?? false;
    const values = [conversationId, plan.coveredUptoMessageId, text, edited, replyId, OTHERS_MAX, ...from];
    return (await sendStatement(this.database, 'chat-memory-add', sql.ADD_SUMMARY, values, idRow)).length === 1;
  }

  async free(conversationId: string): Promise<void> {
    await sendStatement(this.database, 'chat-memory-free', sql.FREE_MEMORY, [conversationId], idRow);
  }
}
