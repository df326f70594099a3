import type { GalleryQuery } from '@troupe/contracts/http/persona';
import { Prisma } from '@troupe/database';
import type { ListSort, Viewer } from './viewer.ts';

/** Sort keys over `persona_listing l`; each descends, so that one comparison of tuples pages them all, along an index of its own. */
export const SORT_SQL: Record<ListSort, { key: Prisma.Sql; cast: Prisma.Sql }> = {
  trending: { key: Prisma.sql`l.trending_rank`, cast: Prisma.sql`int` },
  new: { key: Prisma.sql`l.published_at`, cast: Prisma.sql`timestamptz` },
  rated: { key: Prisma.sql`l.rating_rank`, cast: Prisma.sql`int` },
  popular: { key: Prisma.sql`l.chat_count`, cast: Prisma.sql`int` },
  price: { key: Prisma.sql`-l.price_microcoins`, cast: Prisma.sql`bigint` },
};

/**
 * The one place that says whom a viewer meets in any list, over `persona_listing l`: published ones, mature ones only for adults who want them, nobody
 * whom they hid, and nobody of a creator who blocked them.
 */
export function visibleTo({ userId, isAdult }: Viewer): Prisma.Sql[] {
  const wantsMature = Prisma.sql`(SELECT w.shows_mature FROM discovery_wish w WHERE w.fan_id = ${userId}::uuid)`;
  return [
    Prisma.sql`l.listed`,
    isAdult && userId !== undefined ? Prisma.sql`(NOT l.mature OR ${wantsMature})` : Prisma.sql`NOT l.mature`,
    ...(userId === undefined
      ? []
      : [
          Prisma.sql`NOT EXISTS (SELECT FROM persona_block b WHERE b.fan_id = ${userId}::uuid AND b.persona_id = l.persona_id)`,
          Prisma.sql`NOT EXISTS (SELECT FROM fan_block f WHERE f.creator_id = l.creator_id AND f.fan_id = ${userId}::uuid)`,
        ]),
  ];
}

export type GalleryFilters = Pick<
  GalleryQuery,
  'tag' | 'category' | 'language' | 'priceMinMicrocoins' | 'priceMaxMicrocoins'
>;

/** Over `persona_listing l`. */
export function filtersOf(filters: GalleryFilters): Prisma.Sql[] {
  const { tag, category, language, priceMinMicrocoins, priceMaxMicrocoins } = filters;
  return [
    ...(tag === undefined ? [] : [Prisma.sql`l.tags @> ARRAY[${tag}]::text[]`]),
    ...(category === undefined ? [] : [Prisma.sql`l.category = ${category}`]),
    ...(language === undefined ? [] : [Prisma.sql`l.language = ${language}`]),
    ...(priceMinMicrocoins === undefined ? [] : [Prisma.sql`l.price_microcoins >= ${priceMinMicrocoins}::bigint`]),
    ...(priceMaxMicrocoins === undefined ? [] : [Prisma.sql`l.price_microcoins <= ${priceMaxMicrocoins}::bigint`]),
  ];
}

export const both = (conditions: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...conditions], ' AND ');
