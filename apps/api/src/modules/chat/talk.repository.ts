import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { sendForRow, sendStatement } from '../../platform/database/statements.ts';
import type { RepliesStep } from '../persona/index.ts';
import * as sql from './talk.sql.ts';

const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.int() });
const paidReply = z.object({ personaId: z.string(), fanId: z.string(), at: z.coerce.date() });
const stepRow = z.object({ count: z.int(), last: z.string().nullable(), paid: z.array(paidReply) });

/** Who talked to whom, for discovery. */
@Injectable()
export class TalkRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async countPaidReplies(fanId: string, personaId: string, max: number): Promise<number> {
    const values = [fanId, personaId, max];
    return (await sendForRow(this.database, 'talk-count', sql.COUNT_PAID_REPLIES, values, countRow)).count;
  }

  async lastPersonas(fanId: string, limit: number): Promise<string[]> {
    const rows = await sendStatement(this.database, 'talk-last-personas', sql.LAST_PERSONAS, [fanId, limit], idRow);
    return rows.map((row) => row.id);
  }

  async repliesAfter(afterId: string | null, since: Date, before: Date, limit: number): Promise<RepliesStep> {
    const values = [afterId, since, before, limit];
    const step = await sendForRow(this.database, 'talk-replies-after', sql.REPLIES_AFTER, values, stepRow);
    return { lastId: step.last, isFull: step.count === limit, paid: step.paid };
  }
}
