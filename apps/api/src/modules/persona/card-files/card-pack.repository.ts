import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import type { CardPack } from '../cards/card-pack.ts';

type PackTx = Pick<Tx, 'cardPack' | '$queryRaw'>;

/** In the store. */
const FOLDER = '.cards';
const KEY_RANDOM_BYTES = 16;

const packedFiles = z.array(z.object({ path: z.string(), sizeBytes: z.int() }));

export interface KeptPack extends Omit<CardPack, 'bytes'> {
  key: string;
  sizeBytes: number;
}

export interface ReservedPack {
  key: string;
  isStored: boolean;
}

/** Files that came with cards, one piece a card: whose they are, what is in them, and which of them nobody needs any more. */
@Injectable()
export class CardPackRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** A place for the piece until then, the same one if the creator keeps it already. The caller holds the creator's room. */
  async reserve(tx: PackTx, creatorId: string, pack: CardPack, until: Date): Promise<ReservedPack> {
    const [there] = await tx.$queryRaw<ReservedPack[]>`
      UPDATE card_pack SET reserved_until = ${until} WHERE creator_id = ${creatorId}::uuid AND hash = ${pack.hash} AND doomed_at IS NULL
      RETURNING key, stored_at IS NOT NULL AS "isStored"`;
    if (there !== undefined) return there;
    const key = `${FOLDER}/${randomBytes(KEY_RANDOM_BYTES).toString('hex')}`;
    const files = pack.files.map(({ path, sizeBytes }) => ({ path, sizeBytes }));
    const data = { key, creatorId, hash: pack.hash, sizeBytes: pack.bytes.length, files, reservedUntil: until };
    await tx.cardPack.create({ data, select: { key: true } });
    return { key, isStored: false };
  }

  async markStored(key: string, at: Date): Promise<void> {
    await this.database.prisma.cardPack.updateMany({ where: { key, storedAt: null }, data: { storedAt: at } });
  }

  /** For whoever puts a card that names it: it stays for as long as that is there. False for one that has gone. */
  async name(tx: Pick<Tx, '$executeRaw'>, key: string): Promise<boolean> {
    return (
      (await tx.$executeRaw`UPDATE card_pack SET reserved_until = now() WHERE key = ${key} AND doomed_at IS NULL`) === 1
    );
  }

  /** What came with this card; undefined without anything. */
  async find(personaId: string, cardKey: string): Promise<KeptPack | undefined> {
    const row = await this.database.prisma.personaObject.findUnique({
      where: { personaId_hash: { personaId, hash: cardKey } },
      select: { pack: { select: { key: true, hash: true, sizeBytes: true, files: true } } },
    });
    return row?.pack ? { ...row.pack, files: packedFiles.parse(row.pack.files) } : undefined;
  }

  /**
   * Dooms what no card names and nobody is about to name, of this creator or of all. FOR UPDATE, so that whoever is just naming one is passed over: naming
   * it holds a lock on its row.
   */
  async doom(tx: Pick<Tx, '$queryRaw'>, creatorId: string | null, limit: number): Promise<number> {
    const rows = await tx.$queryRaw<{ key: string }[]>`
      UPDATE card_pack SET doomed_at = now() WHERE key IN (
        SELECT k.key FROM card_pack k
        WHERE k.doomed_at IS NULL AND k.reserved_until < now() AND (${creatorId}::uuid IS NULL OR k.creator_id = ${creatorId}::uuid)
          AND NOT EXISTS (SELECT FROM persona_object o WHERE o.pack_key = k.key)
        LIMIT ${limit} FOR UPDATE OF k SKIP LOCKED)
      RETURNING key`;
    return rows.length;
  }

  /** Those whose bytes are to go. */
  async findDoomed(creatorId: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.prisma.cardPack.findMany({
      where: { doomedAt: { not: null }, objects: { none: {} }, ...(creatorId !== null && { creatorId }) },
      select: { key: true },
      take: limit,
    });
    return rows.map(({ key }) => key);
  }

  async forget(keys: readonly string[]): Promise<void> {
    await this.database.prisma.cardPack.deleteMany({ where: { key: { in: [...keys] }, doomedAt: { not: null } } });
  }
}
