import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { cursorInstant } from '../../../platform/ids/cursor.ts';

type FanTx = Pick<Tx, 'creatorFan' | 'fanBlock' | '$executeRaw'>;

export const fanPosition = z.object({ at: cursorInstant, id: z.uuid() });
export type FanPosition = z.infer<typeof fanPosition>;

/** A fan in a creator's list; `at` is when they met, or were blocked. */
export interface FanRow {
  fanId: string;
  at: Date;
}

/** Whom creators have met, and whom they blocked. */
@Injectable()
export class FanRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Once; whoever made the persona is no fan of it. */
  async insertMet(tx: FanTx, personaId: string, fanId: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO creator_fan (creator_id, fan_id) SELECT creator_id, ${fanId}::uuid FROM persona WHERE id = ${personaId}::uuid AND creator_id <> ${fanId}::uuid
      ON CONFLICT DO NOTHING`;
  }

  /** Until the transaction ends, nothing else is decided between these two. */
  async lockPair(tx: FanTx, creatorId: string, fanId: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('fan:' || ${creatorId}::text || ${fanId}::text, 0))`;
  }

  async hasMet(tx: FanTx, creatorId: string, fanId: string): Promise<boolean> {
    return (await tx.creatorFan.count({ where: { creatorId, fanId } })) === 1;
  }

  async isBlocked(tx: Pick<Tx, 'fanBlock'>, creatorId: string, fanId: string): Promise<boolean> {
    return (await tx.fanBlock.count({ where: { creatorId, fanId } })) === 1;
  }

  async isBlockedNow(creatorId: string, fanId: string): Promise<boolean> {
    return this.isBlocked(this.database.prisma, creatorId, fanId);
  }

  /** Who is blocked already stays so. */
  async insertBlock(tx: FanTx, creatorId: string, fanId: string): Promise<void> {
    await tx.fanBlock.createMany({ data: [{ creatorId, fanId }], skipDuplicates: true });
  }

  async deleteBlock(tx: FanTx, creatorId: string, fanId: string): Promise<boolean> {
    return (await tx.fanBlock.deleteMany({ where: { creatorId, fanId } })).count === 1;
  }

  async listMet(creatorId: string, before: FanPosition | undefined, limit: number): Promise<FanRow[]> {
    const older =
      before === undefined
        ? {}
        : { OR: [{ metAt: { lt: before.at } }, { metAt: before.at, fanId: { lt: before.id } }] };
    const rows = await this.database.prisma.creatorFan.findMany({
      where: { creatorId, ...older },
      orderBy: [{ metAt: 'desc' }, { fanId: 'desc' }],
      take: limit,
      select: { fanId: true, metAt: true },
    });
    return rows.map(({ fanId, metAt }) => ({ fanId, at: metAt }));
  }

  async listBlocked(creatorId: string, before: FanPosition | undefined, limit: number): Promise<FanRow[]> {
    const older =
      before === undefined
        ? {}
        : { OR: [{ createdAt: { lt: before.at } }, { createdAt: before.at, fanId: { lt: before.id } }] };
    const rows = await this.database.prisma.fanBlock.findMany({
      where: { creatorId, ...older },
      orderBy: [{ createdAt: 'desc' }, { fanId: 'desc' }],
      take: limit,
      select: { fanId: true, createdAt: true },
    });
    return rows.map(({ fanId, createdAt }) => ({ fanId, at: createdAt }));
  }

  /** When they met and when they were blocked, of those who did and were. */
  async datesOf(creatorId: string, fanIds: readonly string[]) {
    const where = { creatorId, fanId: { in: [...fanIds] } };
    const [met, blocked] = await Promise.all([
      this.database.prisma.creatorFan.findMany({ where, select: { fanId: true, metAt: true } }),
      this.database.prisma.fanBlock.findMany({ where, select: { fanId: true, createdAt: true } }),
    ]);
    return {
      met: new Map(met.map((row) => [row.fanId, row.metAt])),
      blocked: new Map(blocked.map((row) => [row.fanId, row.createdAt])),
    };
  }
}
