import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { cursorInstant } from '../../platform/ids/cursor.ts';
import { CARD_FIELDS, type CardRow } from './persona.repository.ts';

export const publishedPosition = z.object({ at: cursorInstant, id: z.uuid() });
export type PublishedPosition = z.infer<typeof publishedPosition>;

/** What everybody sees of one creator's personas. */
@Injectable()
export class CreatorPageRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Published ones, the newest first. */
  async list(
    creatorId: string,
    withMature: boolean,
    before: PublishedPosition | undefined,
    limit: number,
  ): Promise<CardRow[]> {
    const older =
      before === undefined
        ? {}
        : { OR: [{ publishedAt: { lt: before.at } }, { publishedAt: before.at, id: { lt: before.id } }] };
    return this.database.prisma.persona.findMany({
      where: { creatorId, status: 'published', ...(withMature ? {} : { mature: false }), ...older },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: CARD_FIELDS,
    });
  }

  async count(creatorId: string, withMature: boolean): Promise<number> {
    return this.database.prisma.persona.count({
      where: { creatorId, status: 'published', ...(withMature ? {} : { mature: false }) },
    });
  }

  /** Which of these fans have not hidden this persona. */
  async withoutHiding(personaId: string, fanIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.prisma.personaBlock.findMany({
      where: { personaId, fanId: { in: [...fanIds] } },
      select: { fanId: true },
    });
    const hiding = new Set(rows.map((row) => row.fanId));
    return fanIds.filter((fanId) => !hiding.has(fanId));
  }
}
