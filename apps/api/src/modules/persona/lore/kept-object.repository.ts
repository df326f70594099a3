import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import type { BookHead, KeptObject, PackedBook, StoredBook, StoredEntry } from '../lorebook/stored-book.ts';
import type { JsonObject } from '../lorebook/types.ts';
import { changedMeanwhile } from '../studio/studio.errors.ts';

type ObjectTx = Pick<Tx, 'personaObject' | '$executeRaw'>;
type Row = Parameters<Tx['personaObject']['createMany']>[0] extends { data: infer Data } | undefined
  ? Extract<Data, readonly unknown[]>[number]
  : never;

const object = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const bookHead = z.object({
  card: object,
  own: z.object({
    recursionStepsMax: z.int(),
    isCaseSensitive: z.boolean(),
    matchesWholeWords: z.boolean(),
    usesGroupScoring: z.boolean(),
  }),
  counts: z.array(z.int()),
  sizeBytes: z.int(),
});
const bookPart = z.array(z.object({ id: z.string(), card: object }));

/**
 * What personas know, each under the hash of what it holds. Whoever writes holds the persona's lock; a row is never changed, so what was read once is
 * true for ever.
 */
@Injectable()
export class KeptObjectRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Undefined for one that isn't there. */
  async findHead(personaId: string, key: string): Promise<(BookHead & { parts: string[] }) | undefined> {
    const row = await this.database.prisma.personaObject.findUnique({
      where: { personaId_hash: { personaId, hash: key } },
      select: { content: true, parts: true },
    });
    return row === null ? undefined : { ...bookHead.parse(row.content), parts: row.parts };
  }

  /** The entries of these parts, in their order. Throws `changed_meanwhile` when one was swept since the head was read. */
  async findEntries(personaId: string, parts: readonly string[]): Promise<StoredEntry[]> {
    const rows = await this.database.prisma.personaObject.findMany({
      where: { personaId, hash: { in: [...parts] } },
      select: { hash: true, content: true },
    });
    const byHash = new Map(rows.map((row) => [row.hash, row.content]));
    return parts.flatMap((hash) => {
      if (!byHash.has(hash)) throw changedMeanwhile();
      return bookPart.parse(byHash.get(hash));
    });
  }

  async findBook(personaId: string, key: string): Promise<StoredBook | undefined> {
    const head = await this.findHead(personaId, key);
    if (head === undefined) return undefined;
    return { card: head.card, own: head.own, entries: await this.findEntries(personaId, head.parts) };
  }

  /** With the picture that was made of the card's own, if there was one. */
  async findCard(
    personaId: string,
    key: string,
  ): Promise<{ extras: JsonObject; pictureKey: string | null } | undefined> {
    const row = await this.database.prisma.personaObject.findUnique({
      where: { personaId_hash: { personaId, hash: key } },
      select: { content: true, pictureKey: true },
    });
    return row === null ? undefined : { extras: object.parse(row.content), pictureKey: row.pictureKey };
  }

  async putBook(tx: ObjectTx, personaId: string, { head, parts }: PackedBook): Promise<void> {
    await this.put(tx, personaId, [...parts, head]);
  }

  /** Those that are there already are not sent. */
  async put(tx: ObjectTx, personaId: string, objects: readonly KeptObject[]): Promise<void> {
    const hash = { in: objects.map((one) => one.hash) };
    const there = await tx.personaObject.findMany({ where: { personaId, hash }, select: { hash: true } });
    const known = new Set(there.map((row) => row.hash));
    const rows = objects
      .filter((one) => !known.has(one.hash))
      .map(({ hash, content, parts, packKey = null, pictureKey = null }) => {
        return { personaId, hash, content, parts: [...parts], packKey, pictureKey } as Row;
      });
    if (rows.length > 0) await tx.personaObject.createMany({ data: rows, skipDuplicates: true });
  }

  /** All that one persona knows now, for a copy of it. The caller holds the locks of both. */
  async copy(tx: ObjectTx, fromId: string, toId: string, keys: readonly string[]): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO persona_object (persona_id, hash, content, parts, pack_key, picture_key, size_bytes)
      SELECT ${toId}::uuid, o.hash, o.content, o.parts, o.pack_key, o.picture_key, o.size_bytes FROM persona_object o
      WHERE o.persona_id = ${fromId}::uuid AND o.hash IN (
        SELECT unnest(${keys}::text[])
        UNION SELECT unnest(k.parts) FROM persona_object k WHERE k.persona_id = ${fromId}::uuid AND k.hash = ANY (${keys}::text[]))
      ON CONFLICT DO NOTHING`;
  }

  /** Removes what neither the persona nor one of its versions names any more. */
  async sweep(tx: ObjectTx, personaId: string): Promise<void> {
    await tx.$executeRaw`
      WITH named AS (
        SELECT unnest(ARRAY[p.lorebook_key, p.card_key]) AS hash FROM persona p WHERE p.id = ${personaId}::uuid
        UNION SELECT unnest(ARRAY[v.lorebook_key, v.card_key]) FROM persona_version v WHERE v.persona_id = ${personaId}::uuid),
      alive AS (
        SELECT n.hash FROM named n
        UNION SELECT unnest(o.parts) FROM persona_object o JOIN named n ON n.hash = o.hash WHERE o.persona_id = ${personaId}::uuid)
      DELETE FROM persona_object o WHERE o.persona_id = ${personaId}::uuid AND NOT EXISTS (SELECT FROM alive a WHERE a.hash = o.hash)`;
  }
}
