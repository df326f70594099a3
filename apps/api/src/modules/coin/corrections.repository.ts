import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { bigintText, sendForRow } from '../../platform/database/statements.ts';
import * as sql from './ledger/corrections.sql.ts';

const outcomeRow = z.object({
  outcome: z.enum(['posted', 'duplicate', 'reused', 'unknown', 'changed', 'unchanged', 'insufficient']),
  journal: bigintText.nullable(),
  balance: bigintText.nullable(),
});
export type CorrectionOutcome = z.infer<typeof outcomeRow>;

const correctionRow = z.object({
  journal: bigintText,
  kind: z.number(),
  owner_id: z.string(),
  bucket: z.number(),
  delta: bigintText,
  reason: z.string(),
  admin_id: z.string(),
  created_at: z.date(),
});
export type CorrectionRow = z.infer<typeof correctionRow>;

export interface CorrectionInput {
  ownerId: string;
  adminId: string;
  key: string;
  requestHash: bigint;
  /** The code of the account: 1 coins, 2 bonus. */
  bucket: number;
  /** The posted balance that has to be there; null adds `amount` to whatever is. Microcoins. */
  expected: bigint | null;
  amount: bigint;
  kind: number;
  reason: string;
}

/** What admins do to balances: one statement that locks, decides, posts and notes who and why. */
@Injectable()
export class CorrectionsRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async correct(input: CorrectionInput): Promise<CorrectionOutcome> {
    const { ownerId, key, requestHash, bucket, expected, amount, kind, adminId, reason } = input;
    const values = [ownerId, key, requestHash, bucket, expected, amount, kind, adminId, reason];
    return sendForRow(this.database, 'coin-correct', sql.CORRECT, values, outcomeRow);
  }

  /** What a correction posted. */
  async find(journal: bigint): Promise<CorrectionRow> {
    return sendForRow(this.database, 'coin-correction', sql.CORRECTION, [journal], correctionRow);
  }
}
