import { Injectable } from '@nestjs/common';
import { type Database, Prisma, type Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';

type ReadingTx = Pick<Tx, 'trainingFile' | 'trainingPart' | 'trainingPassage' | '$executeRaw' | '$queryRaw'>;

const claimedRow = z
  .array(
    z.object({
      id: z.string(),
      persona_id: z.string(),
      creator_id: z.string(),
      key_id: z.string(),
      wrapped_key: z.instanceof(Uint8Array),
      about: z.instanceof(Uint8Array),
      attempts: z.int(),
    }),
  )
  .max(1);

/** A file that this process reads now. */
export interface ClaimedFile {
  id: string;
  personaId: string;
  creatorId: string;
  keyId: string;
  wrappedKey: Uint8Array;
  about: Uint8Array;
  /** How often somebody has begun, this time included. Whoever finishes must still be the last one who began. */
  attempts: number;
}

export interface ReadFile {
  about: Uint8Array<ArrayBuffer>;
  digest: Uint8Array<ArrayBuffer>;
  charCount: number;
  mature: boolean;
  passages: { number: number; sealed: Uint8Array<ArrayBuffer> }[];
  buckets: ReadonlyMap<number, readonly number[]>;
}

/** Passages of one statement: a few megabytes. */
const PASSAGES_AT_ONCE = 1_000;
/** Postings of one statement. */
const POSTINGS_AT_ONCE = 50_000;

/** Files that wait to be read, and what is kept of them then. */
@Injectable()
export class ReadingRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** The file that waits longest, for this process alone until the lease is over. */
  async claim(leaseMs: number): Promise<ClaimedFile | undefined> {
    const [row] = claimedRow.parse(
      await this.database.prisma.$queryRaw`
        UPDATE training_file f SET attempts = attempts + 1, lease_until = now() + ${leaseMs} * interval '1 millisecond'
        FROM persona p
        WHERE p.id = f.persona_id AND f.id = (
          SELECT id FROM training_file WHERE state = 'reading' AND (lease_until IS NULL OR lease_until < now())
          ORDER BY touched_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING f.id, f.persona_id, p.creator_id, f.key_id, f.wrapped_key, f.about, f.attempts`,
    );
    if (row === undefined) return undefined;
    const { persona_id: personaId, creator_id: creatorId, key_id: keyId, wrapped_key: wrappedKey, ...file } = row;
    return { ...file, personaId, creatorId, keyId, wrappedKey };
  }

  /** In their order. */
  async parts(fileId: string): Promise<{ offsetBytes: number; sealed: Uint8Array }[]> {
    const select = { offsetBytes: true, sealed: true } as const;
    return this.database.prisma.trainingPart.findMany({ where: { fileId }, orderBy: { offsetBytes: 'asc' }, select });
  }

  /** Characters that the persona and its creator have in files that are ready. */
  async charsOf(
    tx: ReadingTx,
    personaId: string,
    creatorId: string,
  ): Promise<{ ofPersona: number; ofCreator: number }> {
    const sum = async (where: Prisma.TrainingFileWhereInput): Promise<number> =>
      (await tx.trainingFile.aggregate({ where, _sum: { charCount: true } }))._sum.charCount ?? 0;
    return { ofPersona: await sum({ personaId }), ofCreator: await sum({ persona: { creatorId } }) };
  }

  /** As of now, without a lock. */
  async isKnown(personaId: string, digest: Uint8Array<ArrayBuffer>): Promise<boolean> {
    return this.isThere(this.database.prisma, personaId, digest);
  }

  async isThere(
    tx: Pick<ReadingTx, 'trainingFile'>,
    personaId: string,
    digest: Uint8Array<ArrayBuffer>,
  ): Promise<boolean> {
    return (await tx.trainingFile.count({ where: { personaId, digest } })) > 0;
  }

  /** Keeps what was read in place of what was sent. False when somebody else has begun since, or the file is gone. */
  async finish(tx: ReadingTx, { id, personaId, attempts }: ClaimedFile, read: ReadFile): Promise<boolean> {
    const { about, digest, charCount, mature, passages, buckets } = read;
    const passageCount = passages.length;
    const done = await tx.trainingFile.updateMany({
      where: { id, state: 'reading', attempts },
      data: { state: 'ready', about, digest, charCount, mature, passageCount, leaseUntil: null, touchedAt: new Date() },
    });
    if (done.count === 0) return false;
    for (let from = 0; from < passages.length; from += PASSAGES_AT_ONCE) {
      const data = passages.slice(from, from + PASSAGES_AT_ONCE).map((passage) => ({ fileId: id, ...passage }));
      await tx.trainingPassage.createMany({ data });
    }
    for (const batch of batchesOf(buckets)) {
      await tx.$executeRaw`
        INSERT INTO training_posting (persona_id, bucket, file_id, passages)
        SELECT ${personaId}::uuid, bucket, ${id}::uuid, array_agg(number ORDER BY number)
        FROM unnest(${batch.buckets}::int[], ${batch.numbers}::int[]) AS q(bucket, number) GROUP BY bucket`;
    }
    await tx.trainingPart.deleteMany({ where: { fileId: id } });
    return true;
  }
}

/** Pairs of bucket and passage, as two columns; a bucket is never in two batches. */
function* batchesOf(buckets: ReadFile['buckets']): Generator<{ buckets: number[]; numbers: number[] }> {
  let batch: { buckets: number[]; numbers: number[] } = { buckets: [], numbers: [] };
  for (const [bucket, numbers] of buckets) {
    for (const number of numbers) {
      batch.buckets.push(bucket);
      batch.numbers.push(number);
    }
    if (batch.buckets.length < POSTINGS_AT_ONCE) continue;
    yield batch;
    batch = { buckets: [], numbers: [] };
  }
  if (batch.buckets.length > 0) yield batch;
}
