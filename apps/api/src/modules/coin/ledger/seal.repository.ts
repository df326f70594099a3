import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { bigintText, sendStatement } from '../../../platform/database/statements.ts';
import * as sql from './seal-proof.sql.ts';
import type { Seal, SealedLeg } from './seal-proof.ts';

const legRow = z.object({
  leg: z.number(),
  kind: z.number(),
  debit: bigintText,
  credit: bigintText,
  amount: bigintText,
  reverses: bigintText,
  created_at_ms: bigintText,
});
const sealRow = z.object({
  number: bigintText,
  after: bigintText,
  upto: bigintText,
  journals: z.number(),
  root: z.string(),
  hash: z.string(),
  previous_hash: z.string(),
});
const leafRow = z.object({ journal: bigintText, leaf: z.instanceof(Buffer) });

/** Reads what a proof is made of. */
@Injectable()
export class SealRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** None for a journal that doesn't touch the owner's wallet. */
  async legs(ownerId: string, journal: bigint): Promise<SealedLeg[]> {
    const rows = await sendStatement(this.database, 'ledger-legs', sql.LEGS_OF_JOURNAL, [ownerId, journal], legRow);
    return rows.map(({ created_at_ms, ...leg }) => ({ ...leg, createdAtMs: created_at_ms }));
  }

  async sealOf(journal: bigint): Promise<Seal | undefined> {
    const [row] = await sendStatement(this.database, 'ledger-seal-of', sql.SEAL_OF_JOURNAL, [journal], sealRow);
    if (row === undefined) return undefined;
    const { previous_hash, ...seal } = row;
    return { ...seal, previousHash: previous_hash };
  }

  /** At most as many as a seal's stretch: 4,096. */
  async leaves(after: bigint, upto: bigint): Promise<z.infer<typeof leafRow>[]> {
    return sendStatement(this.database, 'ledger-leaves', sql.LEAVES, [after, upto], leafRow);
  }
}
