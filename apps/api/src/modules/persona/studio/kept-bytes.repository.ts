import { Injectable } from '@nestjs/common';
import type { Tx } from '@troupe/database';

export interface KeptBytes {
  /** Lorebooks, cards and versions. */
  words: number;
  /** Files that came with cards. */
  files: number;
}

/** How much is kept for a creator, and which of it is oldest. */
@Injectable()
export class KeptBytesRepository {
  /** One at a time for each creator, until the transaction ends. */
  async lock(tx: Pick<Tx, '$executeRaw'>, creatorId: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('kept:' || ${creatorId}::text, 0))`;
  }

  /** Added up from what each row says of its size: no content is read. */
  async sum(tx: Pick<Tx, '$queryRaw'>, creatorId: string): Promise<KeptBytes> {
    const [row] = await tx.$queryRaw<{ words: bigint; files: bigint }[]>`
      WITH mine AS (SELECT id FROM persona WHERE creator_id = ${creatorId}::uuid)
      SELECT ((SELECT coalesce(sum(v.size_bytes), 0) FROM mine m JOIN persona_version v ON v.persona_id = m.id)
            + (SELECT coalesce(sum(o.size_bytes), 0) FROM mine m JOIN persona_object o ON o.persona_id = m.id))::bigint AS words,
             (SELECT coalesce(sum(k.size_bytes), 0) FROM card_pack k
              WHERE k.creator_id = ${creatorId}::uuid AND k.doomed_at IS NULL
                AND (k.reserved_until > now() OR EXISTS (SELECT FROM persona_object o WHERE o.pack_key = k.key)))::bigint AS files`;
    return { words: Number(row?.words ?? 0), files: Number(row?.files ?? 0) };
  }

  /** Those that nobody saves or deletes right now, and until the transaction ends nobody else does. */
  async lockPersonas(tx: Pick<Tx, '$queryRaw'>, creatorId: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM persona WHERE creator_id = ${creatorId}::uuid AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;
    return rows.map(({ id }) => id);
  }

  /** The oldest versions of these personas, but for the newest of each. `withFiles`: only those whose card came with files. */
  async deleteOldest(
    tx: Pick<Tx, '$queryRaw'>,
    personaIds: readonly string[],
    { limit, withFiles }: { limit: number; withFiles: boolean },
  ): Promise<{ count: number; sweepIds: string[] }> {
    const rows = await tx.$queryRaw<{ id: string; knew: boolean }[]>`
      WITH aged AS (
        SELECT v.persona_id, v.number, v.created_at, v.card_key, row_number() OVER (PARTITION BY v.persona_id ORDER BY v.number DESC) AS place
        FROM persona_version v WHERE v.persona_id = ANY (${personaIds}::uuid[])),
      old AS (
        SELECT a.persona_id, a.number FROM aged a
        WHERE a.place > 1 AND (NOT ${withFiles}::boolean OR EXISTS (
          SELECT FROM persona_object o WHERE o.persona_id = a.persona_id AND o.hash = a.card_key AND o.pack_key IS NOT NULL))
        ORDER BY a.created_at, a.persona_id, a.number LIMIT ${limit})
      DELETE FROM persona_version v USING old WHERE v.persona_id = old.persona_id AND v.number = old.number
      RETURNING v.persona_id AS id, v.lorebook_key IS NOT NULL OR v.card_key IS NOT NULL AS knew`;
    return { count: rows.length, sweepIds: [...new Set(rows.filter(({ knew }) => knew).map(({ id }) => id))] };
  }
}
