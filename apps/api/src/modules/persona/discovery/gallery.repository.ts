import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import { type Database, Prisma } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { cursorInstant } from '../../../platform/ids/cursor.ts';
import { both, filtersOf, type GalleryFilters, SORT_SQL, visibleTo } from './gallery.sql.ts';
import type { ListSort, Viewer } from './viewer.ts';

/** A place in a list: the value of its sort and the id. It names the sort, because it means nothing in another one. */
export const galleryPosition = z.discriminatedUnion('sort', [
  z.object({ sort: z.enum(['trending', 'rated', 'popular']), key: z.int32(), id: z.uuid() }),
  z.object({ sort: z.literal('new'), key: cursorInstant, id: z.uuid() }),
  z.object({ sort: z.literal('price'), key: z.int(), id: z.uuid() }),
  z.object({ sort: z.literal('relevance'), key: z.int32(), id: z.uuid() }),
]);
export type GalleryPosition = z.infer<typeof galleryPosition>;

/** `key` is the value of the sort, as text. */
const placed = z.array(z.object({ id: z.string(), key: z.string() }));
export type Placed = z.infer<typeof placed>[number];

export interface Listed {
  filters: GalleryFilters;
  /** As `tsqueryOf` writes it; undefined for a list without a search. */
  tsquery: string | undefined;
  after: GalleryPosition | undefined;
  limit: number;
}

/** Of an order of relevance, the part that names have: beginnings of them are found whatever else there is. */
const NAMES_MAX = 100;
/** Above everything that can be in a text encoding. */
const LAST_CHAR = '\u{10ffff}';

/** Lists of personas by id. */
@Injectable()
export class GalleryRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** In the asked order, along its index or from what a filter leaves. */
  async list(sort: ListSort, { filters, tsquery, after, limit }: Listed, viewer: Viewer): Promise<Placed[]> {
    const { key, cast } = SORT_SQL[sort];
    const conditions = [
      ...visibleTo(viewer),
      ...filtersOf(filters),
      ...(tsquery === undefined ? [] : [Prisma.sql`d.document @@ ${tsquery}::tsquery`]),
      ...(after === undefined
        ? []
        : [Prisma.sql`(${key}, l.persona_id) < (${String(after.key)}::text::${cast}, ${after.id}::uuid)`]),
    ];
    // A list that asks nothing of the document doesn't touch it.
    const document =
      tsquery === undefined ? Prisma.empty : Prisma.sql`JOIN persona_document d ON d.persona_id = l.persona_id`;
    const shown =
      sort === 'new' ? Prisma.sql`to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : key;
    return this.#placed(
      Prisma.sql`SELECT l.persona_id AS id, (${shown})::text AS key FROM persona_listing l ${document} WHERE ${both(conditions)}
                 ORDER BY ${key} DESC, l.persona_id DESC LIMIT ${limit}`,
    );
  }

  /**
   * In the order of relevance: the words by where they stand, with what trends before the rest, and names that are or begin with the question above all.
   * Of many that have the words, only those that trend most are put into an order; that bounds the work, however common a word is.
   */
  async search(
    { filters, tsquery, after, limit }: Listed & { tsquery: string },
    nameKey: string,
    viewer: Viewer,
  ): Promise<Placed[]> {
    const visible = both([...visibleTo(viewer), ...filtersOf(filters)]);
    const beyond =
      after === undefined
        ? Prisma.empty
        : Prisma.sql`WHERE (s.score, s.id) < (${String(after.key)}::text::int, ${after.id}::uuid)`;
    return this.#placed(
      Prisma.sql`WITH found AS (
          (SELECT l.persona_id FROM persona_listing l JOIN persona_document d ON d.persona_id = l.persona_id
           WHERE ${visible} AND d.document @@ ${tsquery}::tsquery
           ORDER BY l.trending_rank DESC, l.persona_id DESC LIMIT ${LIMITS.searchFoundMax - NAMES_MAX})
          UNION
          (SELECT l.persona_id FROM persona_document d JOIN persona_listing l ON l.persona_id = d.persona_id
           WHERE ${visible} AND d.name_key >= ${nameKey} AND d.name_key < ${nameKey + LAST_CHAR} ORDER BY d.name_key LIMIT ${NAMES_MAX})),
        scored AS (
          SELECT f.persona_id AS id, (100000 * (
              ts_rank('{0.05,0.2,0.3,1}', d.document, ${tsquery}::tsquery)
              + CASE WHEN d.name_key = ${nameKey} THEN 20 WHEN starts_with(d.name_key, ${nameKey}) THEN 10 ELSE 0 END
            ) * (1 + 0.1 * ln(1 + l.trending_rank / 100.0)))::int AS score
          FROM found f JOIN persona_document d ON d.persona_id = f.persona_id JOIN persona_listing l ON l.persona_id = f.persona_id)
        SELECT s.id, s.score::text AS key FROM scored s ${beyond} ORDER BY s.score DESC, s.id DESC LIMIT ${limit}`,
    );
  }

  /**
   * Whom a fan of one persona may like: those that share tags with it, rarer tags counting more, and its category; those that trend most first where that
   * is equal. Never the ones in `without`.
   */
  async similar(personaId: string, without: readonly string[], viewer: Viewer, limit: number): Promise<Placed[]> {
    return this.#placed(
      Prisma.sql`WITH liked AS (
          SELECT l.tags, l.category FROM persona_listing l WHERE l.persona_id = ${personaId}::uuid),
        rare AS (SELECT t.tag, 1 / ln(2 + t.general) AS weight FROM tag_count t WHERE t.tag = ANY ((SELECT tags FROM liked)::text[])),
        found AS (
          SELECT l.persona_id, l.tags, l.category, l.trending_rank FROM persona_listing l
          WHERE ${both(visibleTo(viewer))} AND l.tags && (SELECT tags FROM liked) AND l.persona_id <> ALL (${[...without]}::uuid[])
          ORDER BY l.trending_rank DESC, l.persona_id DESC LIMIT ${LIMITS.searchFoundMax})
        SELECT f.persona_id AS id, '' AS key FROM found f
        ORDER BY (SELECT sum(r.weight) FROM rare r WHERE r.tag = ANY (f.tags)) + CASE WHEN f.category = (SELECT category FROM liked) AND f.category <> 'other' THEN 0.2 ELSE 0 END DESC,
                 f.trending_rank DESC, f.persona_id DESC
        LIMIT ${limit}`,
    );
  }

  /** Who stands on the stage, in the admin's order. */
  async featured(viewer: Viewer): Promise<Placed[]> {
    return this.#onStage(visibleTo(viewer));
  }

  /** The same for whoever decides on it, also what they would not meet themselves. */
  async onStage(): Promise<Placed[]> {
    return this.#onStage([]);
  }

  async tagCounts(limit: number, withMature: boolean): Promise<{ tag: string; count: number }[]> {
    const count = withMature ? Prisma.sql`general + mature` : Prisma.sql`general`;
    return z
      .array(z.object({ tag: z.string(), count: z.number() }))
      .parse(
        await this.database.prisma.$queryRaw(
          Prisma.sql`SELECT tag, (${count})::int AS count FROM tag_count WHERE ${count} > 0 ORDER BY ${count} DESC, tag LIMIT ${limit}`,
        ),
      );
  }

  async #onStage(conditions: readonly Prisma.Sql[]): Promise<Placed[]> {
    return this.#placed(
      Prisma.sql`SELECT l.persona_id AS id, l.featured_position::text AS key FROM persona_listing l
                 WHERE ${both([Prisma.sql`l.featured_position IS NOT NULL`, ...conditions])}
                 ORDER BY l.featured_position, l.persona_id LIMIT ${LIMITS.featuredMax}`,
    );
  }

  async #placed(statement: Prisma.Sql): Promise<Placed[]> {
    return placed.parse(await this.database.prisma.$queryRaw(statement));
  }
}
