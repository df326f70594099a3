import { Injectable } from '@nestjs/common';
import type { GalleryQuery, PersonaSort } from '@troupe/contracts/http/persona';
import { type Database, Prisma, type Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { sendStatement } from '../../platform/database/statements.ts';
import { cursorInstant } from '../../platform/ids/cursor.ts';

const PORTRAIT_FIELDS = { id: true, slug: true, name: true, hook: true, hueDegrees: true, portraitKey: true } as const;
const PRICE_FIELDS = {
  priceMicrocoins: true,
  baseMicrocoins: true,
  inputRateMicrocoins: true,
  outputRateMicrocoins: true,
} as const;
export const BRIEF_FIELDS = { ...PORTRAIT_FIELDS, ...PRICE_FIELDS } as const;
export const CARD_FIELDS = {
  ...BRIEF_FIELDS,
  tags: true,
  chatCount: true,
  featured: true,
  mature: true,
  publishedAt: true,
  creator: { select: { userId: true, handle: true, displayName: true } },
} as const;
const PAGE_FIELDS = { ...CARD_FIELDS, description: true, greeting: true, starters: true } as const;
const PROMPT_FIELDS = {
  ...PORTRAIT_FIELDS,
  status: true,
  mature: true,
  creatorId: true,
  ...PRICE_FIELDS,
  description: true,
  personality: true,
  scenario: true,
  greeting: true,
  alternativeGreetings: true,
  starters: true,
  exampleDialogue: true,
  looks: true,
  sliders: true,
  systemPrompt: true,
  postHistory: true,
  lorebookKey: true,
  publishedAt: true,
  deletedAt: true,
  revision: true,
} as const;

export type CardRow = Prisma.PersonaGetPayload<{ select: typeof CARD_FIELDS }>;
export type BriefRow = Pick<CardRow, keyof typeof BRIEF_FIELDS>;
export type PromptRow = Prisma.PersonaGetPayload<{ select: typeof PROMPT_FIELDS }>;

/** Position of a page's end: the value of its sort and the id. It names the sort, because it means nothing in another one. */
export const galleryPosition = z.discriminatedUnion('sort', [
  z.object({ sort: z.literal('popular'), key: z.int32(), id: z.uuid() }),
  z.object({ sort: z.literal('new'), key: cursorInstant, id: z.uuid() }),
  z.object({ sort: z.literal('price'), key: z.int(), id: z.uuid() }),
]);
export type GalleryPosition = z.infer<typeof galleryPosition>;

/** Sort keys as SQL; each descends, so that one comparison of tuples pages them all. */
const SORT_SQL: Record<PersonaSort, { key: Prisma.Sql; cast: Prisma.Sql }> = {
  popular: { key: Prisma.sql`p.chat_count`, cast: Prisma.sql`int` },
  new: { key: Prisma.sql`p.published_at`, cast: Prisma.sql`timestamptz` },
  price: { key: Prisma.sql`-p.price_microcoins`, cast: Prisma.sql`bigint` },
};

/** Who looks. `userId` is undefined for a visitor. */
export interface Viewer {
  userId: string | undefined;
  isAdult: boolean;
}

export function positionOf(row: CardRow, sort: PersonaSort): GalleryPosition {
  if (sort === 'popular') return { sort, key: row.chatCount, id: row.id };
  // A published persona has its date: a CHECK of the table says so.
  if (sort === 'new') return { sort, key: (row.publishedAt ?? new Date(0)).toISOString(), id: row.id };
  return { sort, key: Number(-row.priceMicrocoins), id: row.id };
}

/** Who asks for a persona: a fan, or nobody in particular. */
export interface Standpoint {
  personaId: string;
  fanId: string | undefined;
}

/** What may have changed since a persona was read: its revision, what it knows from files, whether the fan blocked it, and whether its creator blocked the fan. */
const STANDINGS = `
  SELECT q.place::int AS place, p.revision, p.trained_passages, EXISTS (SELECT FROM persona_block b WHERE b.fan_id = q.fan AND b.persona_id = p.id) AS blocked,
         EXISTS (SELECT FROM fan_block f WHERE f.creator_id = p.creator_id AND f.fan_id = q.fan) AS barred
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS q(persona, fan, place) JOIN persona p ON p.id = q.persona`;
const standingRow = z.object({
  place: z.int(),
  revision: z.int(),
  trained_passages: z.int(),
  blocked: z.boolean(),
  barred: z.boolean(),
});
export type Standing = Omit<z.infer<typeof standingRow>, 'place'>;

@Injectable()
export class PersonaRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Published personas that hold every word of the search, in the asked order. */
  async list(query: GalleryQuery, after: GalleryPosition | undefined, viewer: Viewer): Promise<CardRow[]> {
    const { key, cast } = SORT_SQL[query.sort];
    const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
    const conditions = [
      Prisma.sql`p.status = 'published'`,
      ...(viewer.isAdult ? [] : [Prisma.sql`NOT p.mature`]),
      ...(viewer.userId === undefined
        ? []
        : [
            Prisma.sql`NOT EXISTS (SELECT FROM persona_block b WHERE b.fan_id = ${viewer.userId}::uuid AND b.persona_id = p.id)`,
            Prisma.sql`NOT EXISTS (SELECT FROM fan_block f WHERE f.creator_id = p.creator_id AND f.fan_id = ${viewer.userId}::uuid)`,
          ]),
      ...(query.tag === undefined ? [] : [Prisma.sql`p.tags @> ARRAY[${query.tag}]::text[]`]),
      ...words.map(
        (word) =>
          Prisma.sql`persona_search_text(p.name, p.hook, p.tags, p.description) LIKE ${`%${escapeLike(word)}%`}`,
      ),
      ...(after === undefined
        ? []
        : [Prisma.sql`(${key}, p.id) < (${String(after.key)}::text::${cast}, ${after.id}::uuid)`]),
    ];
    const rows = z
      .array(z.object({ id: z.string() }))
      .parse(
        await this.database.prisma.$queryRaw(
          Prisma.sql`SELECT p.id FROM persona p WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${key} DESC, p.id DESC LIMIT ${query.limit + 1}`,
        ),
      );
    const ids = rows.map((row) => row.id);
    const cards = await this.database.prisma.persona.findMany({ where: { id: { in: ids } }, select: CARD_FIELDS });
    return cards.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  async tagCounts(limit: number, isAdult: boolean): Promise<{ tag: string; count: number }[]> {
    return z
      .array(z.object({ tag: z.string(), count: z.number() }))
      .parse(
        await this.database.prisma
          .$queryRaw`SELECT tag, count(*)::int AS count FROM persona, unnest(tags) AS tag WHERE status = 'published' AND (${isAdult} OR NOT mature) GROUP BY tag ORDER BY count DESC, tag LIMIT ${limit}`,
      );
  }

  async findPublished(slug: string) {
    return this.database.prisma.persona.findFirst({
      where: { slug, status: 'published' },
      select: { ...PAGE_FIELDS, creator: { select: { userId: true, handle: true, displayName: true, bio: true } } },
    });
  }

  /** In the order of what is asked; undefined for an id that is no persona. */
  async standingsOf(asked: readonly Standpoint[]): Promise<(Standing | undefined)[]> {
    const values = [asked.map((one) => one.personaId), asked.map((one) => one.fanId ?? null)];
    const rows = await sendStatement(this.database, 'persona-standings', STANDINGS, values, standingRow);
    const byPlace = new Map(rows.map(({ place, ...standing }) => [place, standing]));
    return asked.map((_, index) => byPlace.get(index + 1));
  }

  async findForChat(personaId: string): Promise<PromptRow | null> {
    return this.database.prisma.persona.findUnique({ where: { id: personaId }, select: PROMPT_FIELDS });
  }

  async findBriefs(personaIds: readonly string[]): Promise<BriefRow[]> {
    return this.database.prisma.persona.findMany({
      where: { id: { in: [...personaIds] } },
      select: BRIEF_FIELDS,
    });
  }

  async findCreator(handle: string): Promise<string | undefined> {
    return (await this.database.prisma.creator.findUnique({ where: { handle }, select: { userId: true } }))?.userId;
  }

  async countConversation(tx: Pick<Tx, 'persona'>, personaId: string): Promise<void> {
    await tx.persona.updateMany({ where: { id: personaId }, data: { chatCount: { increment: 1 } } });
  }
}

/** A person's % and _ are letters, not wildcards. */
const escapeLike = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
