import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { sendStatement } from '../../../platform/database/statements.ts';
import { SHARING } from './risk-signals.sql.ts';

@Injectable()
export class RiskSignalsRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** What was noted before stays as it is. In the caller's transaction where one is given. */
  async insert(
    signal: { userId: string; kind: string; valueHash: Uint8Array<ArrayBuffer> },
    tx?: Pick<Tx, 'riskSignal'>,
  ): Promise<void> {
    await (tx ?? this.database.prisma).riskSignal.createMany({ data: [signal], skipDuplicates: true });
  }

  async sharing(userId: string, limit: number): Promise<string[]> {
    const row = z.object({ user_id: z.string() });
    const rows = await sendStatement(this.database, 'risk-sharing', SHARING, [userId, limit], row);
    return rows.map((found) => found.user_id);
  }
}
