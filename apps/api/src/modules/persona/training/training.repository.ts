import { Injectable } from '@nestjs/common';
import type { TrainingFileState, TrainingRefusal } from '@troupe/contracts/http/training';
import { type Database, Prisma, type Tx } from '@troupe/database';
import type { WrappedKey } from '../../../platform/crypto/key-ring.ts';
import { InjectDatabase } from '../../../platform/database/database.module.ts';

type TrainingTx = Pick<Tx, 'trainingFile' | 'trainingPart' | 'trainingCorpus' | 'trainingPassage'>;

const FILE_FIELDS = {
  id: true,
  personaId: true,
  state: true,
  keyId: true,
  wrappedKey: true,
  about: true,
  sizeBytes: true,
  receivedBytes: true,
  charCount: true,
  passageCount: true,
  mature: true,
  refusal: true,
  createdAt: true,
} as const;
export type FileRow = Prisma.TrainingFileGetPayload<{ select: typeof FILE_FIELDS }>;

const UNFINISHED: TrainingFileState[] = ['receiving', 'reading'];

/** Files as their creators see them. Those of a persona that is somebody else's, or deleted, are not there. */
@Injectable()
export class TrainingRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async ownsPersona(creatorId: string, personaId: string): Promise<boolean> {
    const where = { id: personaId, creatorId, deletedAt: null };
    return (await this.database.prisma.persona.count({ where })) === 1;
  }

  /** The newest first, below `beforeId`. */
  async list(personaId: string, beforeId: string | undefined, limit: number): Promise<FileRow[]> {
    return this.database.prisma.trainingFile.findMany({
      where: { personaId, ...(beforeId === undefined ? {} : { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: limit,
      select: FILE_FIELDS,
    });
  }

  async findOwn(creatorId: string, id: string): Promise<FileRow | null> {
    return this.database.prisma.trainingFile.findFirst({ where: ownFile(creatorId, id), select: FILE_FIELDS });
  }

  async findMany(ids: readonly string[]): Promise<FileRow[]> {
    return this.database.prisma.trainingFile.findMany({ where: { id: { in: [...ids] } }, select: FILE_FIELDS });
  }

  async passages(
    fileId: string,
    afterNumber: number,
    limit: number,
  ): Promise<{ number: number; sealed: Uint8Array }[]> {
    return this.database.prisma.trainingPassage.findMany({
      where: { fileId, number: { gt: afterNumber } },
      orderBy: { number: 'asc' },
      take: limit,
      select: { number: true, sealed: true },
    });
  }

  /** Until the transaction ends, nobody else opens or finishes a file of this creator. False when the persona is not theirs. */
  async lock(tx: Pick<Tx, 'persona' | '$executeRaw'>, creatorId: string, personaId: string): Promise<boolean> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('training:' || ${creatorId}::text, 0))`;
    return (await tx.persona.count({ where: { id: personaId, creatorId, deletedAt: null } })) === 1;
  }

  /**
   * Until the transaction ends, nobody deletes the persona. False when somebody has. Not before a row of a file is locked: whoever deletes a file locks them the
   * other way round.
   */
  async holdPersona(tx: Pick<Tx, '$queryRaw'>, personaId: string): Promise<boolean> {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM persona WHERE id = ${personaId}::uuid AND deleted_at IS NULL FOR SHARE`;
    return held.length === 1;
  }

  async countFiles(tx: TrainingTx, personaId: string): Promise<number> {
    return tx.trainingFile.count({ where: { personaId, state: { not: 'refused' } } });
  }

  async countUnfinished(tx: TrainingTx, creatorId: string): Promise<number> {
    return tx.trainingFile.count({ where: { persona: { creatorId }, state: { in: UNFINISHED } } });
  }

  async insert(
    tx: TrainingTx,
    file: { id: string; personaId: string; sizeBytes: number; about: Uint8Array<ArrayBuffer> } & WrappedKey,
  ): Promise<FileRow> {
    return tx.trainingFile.create({ data: file, select: FILE_FIELDS });
  }

  /** Keeps a part if it is the next one; false when it is not, or the file takes none any more. */
  async addPart(
    tx: TrainingTx,
    part: { fileId: string; offsetBytes: number; sealed: Uint8Array<ArrayBuffer>; sizeBytes: number; isLast: boolean },
  ): Promise<boolean> {
    const { fileId, offsetBytes, sealed, sizeBytes, isLast } = part;
    const moved = await tx.trainingFile.updateMany({
      where: { id: fileId, state: 'receiving', receivedBytes: offsetBytes },
      data: {
        receivedBytes: { increment: sizeBytes },
        touchedAt: new Date(),
        ...(isLast ? { state: 'reading' as const } : {}),
      },
    });
    if (moved.count === 0) return false;
    await tx.trainingPart.createMany({ data: [{ fileId, offsetBytes, sealed }] });
    return true;
  }

  /** What was sent of it goes at once; the reason stays for a while. False when it isn't under way any more. */
  async refuse(tx: TrainingTx, fileId: string, refusal: TrainingRefusal): Promise<boolean> {
    const data = { state: 'refused', refusal, leaseUntil: null, touchedAt: new Date() } as const;
    const refused = await tx.trainingFile.updateMany({ where: { id: fileId, state: { in: UNFINISHED } }, data });
    if (refused.count === 1) await tx.trainingPart.deleteMany({ where: { fileId } });
    return refused.count === 1;
  }

  /** With its parts, passages and index. False when it is not there. */
  async delete(tx: TrainingTx, creatorId: string, id: string): Promise<boolean> {
    return (await tx.trainingFile.deleteMany({ where: ownFile(creatorId, id) })).count === 1;
  }

  /** Uploads that nobody goes on with, and refusals that were there to be read. Answers how many. */
  async purge(
    tx: Pick<Tx, '$executeRaw'>,
    before: { unfinished: Date; refused: Date },
    limit: number,
  ): Promise<number> {
    return tx.$executeRaw`
      DELETE FROM training_file WHERE id IN (
        SELECT id FROM training_file
        WHERE state = 'receiving' AND touched_at < ${before.unfinished} OR state = 'refused' AND touched_at < ${before.refused}
        LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
  }

  /** The key of a persona's index; undefined while it has none. */
  async findIndexKey(personaId: string): Promise<{ keyId: string; wrappedKey: Uint8Array } | undefined> {
    const select = { keyId: true, wrappedKey: true } as const;
    return (await this.database.prisma.trainingCorpus.findUnique({ where: { personaId }, select })) ?? undefined;
  }

  /** Keeps a persona's first index key; of two at once the first one stays. */
  async insertIndexKey(tx: TrainingTx, personaId: string, key: WrappedKey): Promise<void> {
    await tx.trainingCorpus.createMany({ data: [{ personaId, ...key }], skipDuplicates: true });
  }
}

const ownFile = (creatorId: string, id: string) => ({ id, persona: { creatorId, deletedAt: null } });
