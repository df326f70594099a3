import { Injectable } from '@nestjs/common';
import { type PersonaContent, type PersonaVersionBrief, personaContent } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database, Prisma, Tx } from '@troupe/database';
import { InjectDatabase } from '../../../platform/database/database.module.ts';

const BRIEF_FIELDS = { number: true, cause: true, note: true, authorId: true, createdAt: true } as const;
type BriefRow = Prisma.PersonaVersionGetPayload<{ select: typeof BRIEF_FIELDS }>;

export interface NewVersion {
  personaId: string;
  cause: PersonaVersionBrief['cause'];
  content: PersonaContent;
  authorId: string;
  note: string;
  createdAt: Date;
}

/** What published personas were, version by version. */
@Injectable()
export class VersionRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** The caller holds the persona's lock, so that numbers follow one another. The oldest go when there are too many. */
  async insert(tx: Pick<Tx, 'personaVersion'>, version: NewVersion): Promise<void> {
    const { personaId } = version;
    const last = await tx.personaVersion.aggregate({ where: { personaId }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    await tx.personaVersion.create({ data: { ...version, number }, select: { number: true } });
    await tx.personaVersion.deleteMany({ where: { personaId, number: { lte: number - LIMITS.personaVersionsMax } } });
  }

  async isAny(tx: Pick<Tx, 'personaVersion'>, personaId: string): Promise<boolean> {
    return (await tx.personaVersion.findFirst({ where: { personaId }, select: { number: true } })) !== null;
  }

  async findNewestContent(tx: Pick<Tx, 'personaVersion'>, personaId: string): Promise<PersonaContent | undefined> {
    const row = await tx.personaVersion.findFirst({
      where: { personaId },
      orderBy: { number: 'desc' },
      select: { content: true },
    });
    return row === null ? undefined : personaContent.parse(row.content);
  }

  /** The newest first, below `beforeNumber`. */
  async list(personaId: string, beforeNumber: number | undefined, limit: number): Promise<PersonaVersionBrief[]> {
    const rows = await this.database.prisma.personaVersion.findMany({
      where: { personaId, ...(beforeNumber === undefined ? {} : { number: { lt: beforeNumber } }) },
      orderBy: { number: 'desc' },
      take: limit,
      select: BRIEF_FIELDS,
    });
    return rows.map(toBrief);
  }

  /** A version and, if it is kept, the one before it; the newer first. */
  async findWithPrevious(
    personaId: string,
    number: number,
  ): Promise<(PersonaVersionBrief & { content: PersonaContent })[]> {
    const rows = await this.database.prisma.personaVersion.findMany({
      where: { personaId, number: { lte: number } },
      orderBy: { number: 'desc' },
      take: 2,
      select: { ...BRIEF_FIELDS, content: true },
    });
    return rows.map(({ content, ...row }) => ({ ...toBrief(row), content: personaContent.parse(content) }));
  }
}

const toBrief = (row: BriefRow): PersonaVersionBrief => ({ ...row, createdAt: row.createdAt.toISOString() });
