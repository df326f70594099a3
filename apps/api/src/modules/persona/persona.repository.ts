import { Injectable } from '@nestjs/common';
import type { Database, Prisma, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { sendStatement } from '../../platform/database/statements.ts';

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
  mature: true,
  category: true,
  publishedAt: true,
  creator: { select: { userId: true, handle: true, displayName: true } },
  listing: { select: { featuredPosition: true, ratingCount: true, ratingSum: true } },
} as const;
const PAGE_FIELDS = { ...CARD_FIELDS, description: true, greeting: true, starters: true, nickname: true } as const;
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
  voice: true,
  exampleDialogue: true,
  looks: true,
  sliders: true,
  systemPrompt: true,
  postHistory: true,
  lorebookKey: true,
  nickname: true,
  publishedAt: true,
  deletedAt: true,
  revision: true,
} as const;

export type CardRow = Prisma.PersonaGetPayload<{ select: typeof CARD_FIELDS }>;
export type BriefRow = Pick<CardRow, keyof typeof BRIEF_FIELDS>;
export type PromptRow = Prisma.PersonaGetPayload<{ select: typeof PROMPT_FIELDS }>;

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
