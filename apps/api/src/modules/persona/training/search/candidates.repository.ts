import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../../platform/database/database.module.ts';
import { sendStatement } from '../../../../platform/database/statements.ts';
import { CANDIDATES } from './candidates.sql.ts';

const candidateRow = z.object({
  file_id: z.string(),
  number: z.int(),
  buckets: z.array(z.int()),
  rarities: z.array(z.number()),
  sealed: z.instanceof(Uint8Array),
  key_id: z.string(),
  wrapped_key: z.instanceof(Uint8Array),
  mature: z.boolean(),
});

/** A passage that may bear on what was asked. */
export interface Candidate {
  fileId: string;
  number: number;
  /** How much each asked bucket that it holds says. */
  rarities: ReadonlyMap<number, number>;
  sealed: Uint8Array;
  keyId: string;
  wrappedKey: Uint8Array;
  mature: boolean;
}

export interface AskedBuckets {
  personaId: string;
  passageCount: number;
  isForAdults: boolean;
  /** With their weights. */
  buckets: ReadonlyMap<number, number>;
  limit: number;
}

@Injectable()
export class CandidatesRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** The best first, as far as the index tells. */
  async find({ personaId, passageCount, isForAdults, buckets, limit }: AskedBuckets): Promise<Candidate[]> {
    const values = [personaId, [...buckets.keys()], [...buckets.values()], passageCount, limit, isForAdults];
    const rows = await sendStatement(this.database, 'training-candidates', CANDIDATES, values, candidateRow);
    return rows.map((row) => ({
      fileId: row.file_id,
      number: row.number,
      rarities: new Map(row.buckets.map((bucket, at) => [bucket, row.rarities[at] ?? 0])),
      sealed: row.sealed,
      keyId: row.key_id,
      wrappedKey: row.wrapped_key,
      mature: row.mature,
    }));
  }
}
