import { Injectable } from '@nestjs/common';
import type { ReportedMessage } from '@troupe/contracts/http/moderation';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { sendStatement } from '../../platform/database/statements.ts';
import { REPORTED_MESSAGE } from './report-message.sql.ts';

const reportedRow = z.object({
  id: z.string(),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  created_at: z.date(),
  persona_id: z.string(),
});

@Injectable()
export class ReportMessageRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** A fan's own message after what led to it, oldest first; undefined when there is none by that id. */
  async find(messageId: string, fanId: string): Promise<{ personaId: string; excerpt: ReportedMessage[] } | undefined> {
    const values = [messageId, fanId, LIMITS.reportExcerptMessagesMax];
    const rows = await sendStatement(this.database, 'chat-reported', REPORTED_MESSAGE, values, reportedRow);
    const excerpt = rows
      .map(({ id, role, content, created_at }) => ({ id, role, content, createdAt: created_at.toISOString() }))
      .reverse();
    return rows[0] && { personaId: rows[0].persona_id, excerpt };
  }
}
