import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { bigintText, sendStatement } from '../../../platform/database/statements.ts';
import type { CardRow } from '../persona.repository.ts';

/** One statement for a page of cards, in the order of their ids. */
const CARDS = `
  SELECT p.id, p.slug, p.name, p.hook, p.hue_degrees AS "hueDegrees", p.portrait_key AS "portraitKey", p.price_microcoins AS "priceMicrocoins",
    p.base_microcoins AS "baseMicrocoins", p.input_rate_microcoins AS "inputRateMicrocoins", p.output_rate_microcoins AS "outputRateMicrocoins",
    p.tags, p.chat_count AS "chatCount", p.mature, p.category, p.published_at AS "publishedAt",
    jsonb_build_object('userId', c.user_id, 'handle', c.handle, 'displayName', c.display_name) AS creator,
    jsonb_build_object('featuredPosition', l.featured_position, 'ratingCount', l.rating_count, 'ratingSum', l.rating_sum) AS listing
  FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
  JOIN persona p ON p.id = asked.id JOIN creator c ON c.user_id = p.creator_id JOIN persona_listing l ON l.persona_id = p.id
  ORDER BY asked.place`;

const cardRow = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  hook: z.string(),
  hueDegrees: z.number(),
  portraitKey: z.string(),
  priceMicrocoins: bigintText,
  baseMicrocoins: bigintText.nullable(),
  inputRateMicrocoins: bigintText.nullable(),
  outputRateMicrocoins: bigintText.nullable(),
  tags: z.array(z.string()),
  chatCount: z.int(),
  mature: z.boolean(),
  category: z.string(),
  publishedAt: z.date().nullable(),
  creator: z.object({ userId: z.string(), handle: z.string(), displayName: z.string() }),
  listing: z.object({ featuredPosition: z.int().nullable(), ratingCount: z.int(), ratingSum: z.int() }),
}) satisfies z.ZodType<CardRow>;

/** What cards show. */
@Injectable()
export class CardRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** In the order that was asked; what is no persona is left out. */
  async find(personaIds: readonly string[]): Promise<CardRow[]> {
    if (personaIds.length === 0) return [];
    return sendStatement(this.database, 'persona-cards', CARDS, [personaIds], cardRow);
  }
}
