import { Injectable } from '@nestjs/common';
import { messageStatus } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { bigintText, sendStatement } from '../../platform/database/statements.ts';
import * as sql from './export.sql.ts';

const MESSAGES_AT_ONCE = 200;

const idRow = z.object({ id: z.string() });
const exportRow = z.object({
  id: z.string(),
  parent_id: z.string().nullable(),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  status: messageStatus,
  reaction: z.string().nullable(),
  charged_microcoins: bigintText.nullable(),
  refunded: z.boolean(),
  created_at: z.date(),
});
export type ExportRow = z.infer<typeof exportRow>;

@Injectable()
export class ExportRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Messages of the branch that is shown, or of the whole tree, oldest first, some at a time: nobody holds a whole conversation in memory. */
  async *messages(conversationId: string, of: 'branch' | 'tree'): AsyncGenerator<ExportRow[]> {
    const [name, text] =
      of === 'branch' ? ['chat-export-branch', sql.IDS_OF_BRANCH] : ['chat-export-tree', sql.IDS_OF_TREE];
    const rows = await sendStatement(this.database, name, text, [conversationId, LIMITS.exportMessagesMax], idRow);
    for (let at = 0; at < rows.length; at += MESSAGES_AT_ONCE) {
      const ids = rows.slice(at, at + MESSAGES_AT_ONCE).map((row) => row.id);
      yield await sendStatement(this.database, 'chat-export', sql.MESSAGES_BY_ID, [conversationId, ids], exportRow);
    }
  }
}
