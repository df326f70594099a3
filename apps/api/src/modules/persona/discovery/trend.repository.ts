import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import type { PaidReply } from './paid-talk.ts';

type TrendTx = Pick<Tx, 'discoveryProgress' | '$executeRaw' | '$queryRaw'>;

export interface Progress {
  repliesUpto: string | null;
  scoredUpto: string | null;
  wordsUpto: string;
}

/** What the job writes. Every statement is bounded; how far it came is in one row. */
@Injectable()
export class TrendRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async progress(): Promise<Progress> {
    return this.database.prisma.discoveryProgress.findUniqueOrThrow({
      where: { id: 1 },
      select: { repliesUpto: true, scoredUpto: true, wordsUpto: true },
    });
  }

  /** Moves on from where the job was; false when another process did that meanwhile, and then nothing is to be written. */
  async advance(tx: TrendTx, from: Partial<Progress>, to: Partial<Progress>): Promise<boolean> {
    const { count } = await tx.discoveryProgress.updateMany({ where: { id: 1, ...from }, data: to });
    return count === 1;
  }

  /** Adds replies to the days of their fans. Those of a fan or a persona that is gone are left out. */
  async addVisits(tx: TrendTx, replies: readonly PaidReply[]): Promise<void> {
    const [personas, fans, at] = [
      replies.map((reply) => reply.personaId),
      replies.map((reply) => reply.fanId),
      replies.map((reply) => reply.at),
    ];
    await tx.$executeRaw`
      INSERT INTO persona_visit (persona_id, fan_id, day, replies)
      SELECT r.persona_id, r.fan_id, (r.at AT TIME ZONE 'UTC')::date AS day, count(*)
      FROM unnest(${personas}::uuid[], ${fans}::uuid[], ${at}::timestamptz[]) AS r(persona_id, fan_id, at)
      WHERE EXISTS (SELECT FROM persona p WHERE p.id = r.persona_id) AND EXISTS (SELECT FROM app_user u WHERE u.id = r.fan_id)
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (persona_id, fan_id, day) DO UPDATE SET replies = persona_visit.replies + excluded.replies`;
  }

  /** Scores personas after one; answers the last of them, or null at the end. */
  async score(tx: TrendTx, after: string | null, personasMax: number, now: Date): Promise<string | null> {
    const rows =
      await tx.$queryRaw`SELECT discovery_score(${after}::uuid, ${personasMax}::int, ${now}::timestamptz) AS last`;
    return z.tuple([z.object({ last: z.string().nullable() })]).parse(rows)[0].last;
  }

  /** Drops days before `day`, and puts those to rest whom nobody visited since. Answers how many rows changed. */
  async forget(before: Date, rowsMax: number): Promise<number> {
    const dropped = await this.database.prisma.$executeRaw`
      DELETE FROM persona_visit WHERE ctid IN (SELECT ctid FROM persona_visit WHERE day < (${before}::timestamptz AT TIME ZONE 'UTC')::date ORDER BY day LIMIT ${rowsMax})`;
    const rested = await this.database.prisma.$executeRaw`
      UPDATE persona_listing SET trending = 0 WHERE persona_id IN (
        SELECT l.persona_id FROM persona_listing l WHERE l.trending > 0 AND NOT EXISTS (SELECT FROM persona_visit v WHERE v.persona_id = l.persona_id)
        LIMIT ${rowsMax})`;
    return dropped + rested;
  }

  /** Takes words out that nobody has any more, of the next ones after `after`; answers the last one that was looked at, or '' at the end. */
  async sweepWords(tx: TrendTx, after: string, wordsMax: number): Promise<string> {
    const rows = await tx.$queryRaw`
      WITH next AS MATERIALIZED (SELECT word FROM search_word WHERE word > ${after} ORDER BY word LIMIT ${wordsMax}),
      gone AS (
        DELETE FROM search_word w USING next n
        WHERE w.word = n.word AND NOT EXISTS (SELECT FROM persona_document d WHERE d.document @@ quote_literal(n.word)::tsquery))
      SELECT coalesce(max(word), '') AS last FROM next`;
    return z.tuple([z.object({ last: z.string() })]).parse(rows)[0].last;
  }
}
