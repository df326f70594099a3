import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { InjectDatabase } from '../../../platform/database/database.module.ts';

export interface RatingFigures {
  ratingCount: number;
  ratingSum: number;
}

/** Stars that fans gave. A trigger keeps count and sum of the listing. */
@Injectable()
export class RatingRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async find(personaId: string, fanId: string): Promise<number | null> {
    const row = await this.database.prisma.personaRating.findUnique({
      where: { personaId_fanId: { personaId, fanId } },
      select: { stars: true },
    });
    return row?.stars ?? null;
  }

  async figures(personaId: string): Promise<RatingFigures | null> {
    return this.database.prisma.personaListing.findUnique({
      where: { personaId },
      select: { ratingCount: true, ratingSum: true },
    });
  }

  /** One statement that also holds when the same fan rates twice at once: the later one counts. */
  async save(tx: Pick<Tx, '$executeRaw'>, personaId: string, fanId: string, stars: number): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO persona_rating (persona_id, fan_id, stars) VALUES (${personaId}::uuid, ${fanId}::uuid, ${stars}::smallint)
      ON CONFLICT (persona_id, fan_id) DO UPDATE SET stars = excluded.stars, changed_at = now()`;
  }

  /** What isn't there stays so. */
  async delete(tx: Pick<Tx, 'personaRating'>, personaId: string, fanId: string): Promise<void> {
    await tx.personaRating.deleteMany({ where: { personaId, fanId } });
  }
}
