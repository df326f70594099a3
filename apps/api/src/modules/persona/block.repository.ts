import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { cursorInstant } from '../../platform/ids/cursor.ts';
import { BRIEF_FIELDS, type BriefRow } from './persona.repository.ts';

export const blockPosition = z.object({ at: cursorInstant, id: z.uuid() });
export type BlockPosition = z.infer<typeof blockPosition>;

/** What fans have blocked. */
@Injectable()
export class BlockRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Blocking what is blocked already changes nothing. */
  async insert(fanId: string, personaId: string): Promise<void> {
    await this.database.prisma.personaBlock.createMany({ data: [{ fanId, personaId }], skipDuplicates: true });
  }

  async delete(fanId: string, personaId: string): Promise<void> {
    await this.database.prisma.personaBlock.deleteMany({ where: { fanId, personaId } });
  }

  /** The newest first. */
  async list(
    fanId: string,
    before: BlockPosition | undefined,
    limit: number,
  ): Promise<{ createdAt: Date; persona: BriefRow }[]> {
    const older =
      before === undefined
        ? {}
        : { OR: [{ createdAt: { lt: before.at } }, { createdAt: before.at, personaId: { lt: before.id } }] };
    return this.database.prisma.personaBlock.findMany({
      where: { fanId, ...older },
      orderBy: [{ createdAt: 'desc' }, { personaId: 'desc' }],
      take: limit,
      select: { createdAt: true, persona: { select: BRIEF_FIELDS } },
    });
  }
}
