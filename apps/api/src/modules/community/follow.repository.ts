import { Injectable } from '@nestjs/common';
import { type Database, Prisma, type Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { cursorInstant } from '../../platform/ids/cursor.ts';

type FollowTx = Pick<Tx, 'personaFollow'>;

export const libraryPosition = z.object({ at: cursorInstant, id: z.uuid() });
export type LibraryPosition = z.infer<typeof libraryPosition>;

const libraryRow = z.object({
  personaId: z.string(),
  followedAt: z.date(),
  lastPostAt: z.nullable(z.date()),
  activeAt: z.date(),
});
export type LibraryRow = z.infer<typeof libraryRow>;

/** Who follows which persona. */
@Injectable()
export class FollowRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Who follows already goes on. */
  async insert(tx: FollowTx, personaId: string, fanId: string): Promise<void> {
    await tx.personaFollow.createMany({ data: [{ personaId, fanId }], skipDuplicates: true });
  }

  async delete(tx: FollowTx, personaId: string, fanId: string): Promise<void> {
    await tx.personaFollow.deleteMany({ where: { personaId, fanId } });
  }

  /** Leaves all personas of a creator. */
  async deleteOfCreator(tx: FollowTx, creatorId: string, fanId: string): Promise<void> {
    await tx.personaFollow.deleteMany({ where: { fanId, persona: { creatorId } } });
  }

  async countOf(fanId: string): Promise<number> {
    return this.database.prisma.personaFollow.count({ where: { fanId } });
  }

  async isFollowing(personaId: string, fanId: string): Promise<boolean> {
    return (await this.database.prisma.personaFollow.count({ where: { personaId, fanId } })) === 1;
  }

  async countsOf(personaId: string): Promise<{ followerCount: number; postCount: number }> {
    const select = { followerCount: true, postCount: true } as const;
    const row = await this.database.prisma.personaAudience.findUnique({ where: { personaId }, select });
    return row ?? { followerCount: 0, postCount: 0 };
  }

  async countOfCreator(creatorId: string): Promise<number> {
    const { _sum } = await this.database.prisma.personaAudience.aggregate({
      where: { persona: { creatorId, status: 'published' } },
      _sum: { followerCount: true },
    });
    return _sum.followerCount ?? 0;
  }

  /** Followers from before a moment, in the order of their ids. */
  async listFollowers(
    tx: FollowTx,
    personaId: string,
    until: Date,
    afterFanId: string | undefined,
    limit: number,
  ): Promise<string[]> {
    const rows = await tx.personaFollow.findMany({
      where: {
        personaId,
        createdAt: { lte: until },
        ...(afterFanId === undefined ? {} : { fanId: { gt: afterFanId } }),
      },
      orderBy: { fanId: 'asc' },
      take: limit,
      select: { fanId: true },
    });
    return rows.map((row) => row.fanId);
  }

  /** What a fan follows and may meet, the newest activity first: at most `LIMITS.followsMax` rows are looked at. */
  async library(
    fanId: string,
    isAdult: boolean,
    before: LibraryPosition | undefined,
    limit: number,
  ): Promise<LibraryRow[]> {
    const older =
      before === undefined
        ? Prisma.empty
        : Prisma.sql`WHERE ("activeAt", "personaId") < (${before.at}::timestamptz, ${before.id}::uuid)`;
    const rows = await this.database.prisma.$queryRaw`
      SELECT * FROM (
        SELECT f.persona_id AS "personaId", f.created_at AS "followedAt", a.last_post_at AS "lastPostAt", greatest(f.created_at, a.last_post_at) AS "activeAt"
        FROM persona_follow f JOIN persona p ON p.id = f.persona_id LEFT JOIN persona_audience a ON a.persona_id = f.persona_id
        WHERE f.fan_id = ${fanId}::uuid AND p.status = 'published' AND (${isAdult} OR NOT p.mature)
          AND NOT EXISTS (SELECT FROM persona_block b WHERE b.fan_id = f.fan_id AND b.persona_id = f.persona_id)) followed
      ${older} ORDER BY "activeAt" DESC, "personaId" DESC LIMIT ${limit}`;
    return z.array(libraryRow).parse(rows);
  }
}
