import { Injectable } from '@nestjs/common';
import {
  type Report,
  type ReportDetail,
  type ReportedMessage,
  type ReportedPost,
  type ReportOutcome,
  type ReportReceipt,
  type ReportsQuery,
  report,
  reportedMessage,
  reportedPost,
} from '@troupe/contracts/http/moderation';
import type { Database, Prisma, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { imagesOf } from '../../platform/media/picture-shapes.ts';

type ReportTx = Pick<Tx, 'report'>;

const QUEUE_FIELDS = {
  id: true,
  reporterId: true,
  kind: true,
  subjectId: true,
  personaId: true,
  reason: true,
  note: true,
  status: true,
  outcome: true,
  resolutionNote: true,
  resolvedBy: true,
  resolvedAt: true,
  createdAt: true,
} as const;
type QueueRow = Prisma.ReportGetPayload<{ select: typeof QUEUE_FIELDS }>;
const excerptOf = z.array(reportedMessage);

/** Addresses of its pictures are told when it is read: they are the house's, not the post's. */
const keptPost = z.object({
  ...reportedPost.shape,
  pictures: z.array(z.object({ key: z.string(), alt: z.string(), widthPx: z.int(), heightPx: z.int() })),
});
export type KeptPost = z.infer<typeof keptPost>;

interface NewReport {
  id: string;
  reporterId: string;
  kind: Report['kind'];
  subjectId: string;
  personaId: string;
  reason: string;
  note: string;
  excerpt: readonly ReportedMessage[];
  post: KeptPost | undefined;
}

/** What an admin did or looked at. */
@Injectable()
export class ReportRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async lockReporter(tx: Pick<Tx, '$executeRaw'>, reporterId: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('report:' || ${reporterId}::text, 0))`;
  }

  async findOwn(
    tx: ReportTx,
    reporterId: string,
    kind: NewReport['kind'],
    subjectId: string,
  ): Promise<ReportReceipt | undefined> {
    const where = { reporterId_kind_subjectId: { reporterId, kind, subjectId } };
    const row = await tx.report.findUnique({ where, select: { id: true, createdAt: true } });
    return row === null ? undefined : toReceipt(row);
  }

  async countSince(tx: ReportTx, reporterId: string, since: Date): Promise<number> {
    return tx.report.count({ where: { reporterId, createdAt: { gt: since } } });
  }

  async insert(tx: ReportTx, { excerpt, post, ...data }: NewReport): Promise<ReportReceipt> {
    const row = await tx.report.create({
      data: { ...data, excerpt: excerptOf.parse(excerpt), ...(post !== undefined && { post: keptPost.parse(post) }) },
      select: { id: true, createdAt: true },
    });
    return toReceipt(row);
  }

  /** The newest first, below `beforeId`. */
  async list(query: ReportsQuery, beforeId: string | undefined): Promise<Report[]> {
    const rows = await this.database.prisma.report.findMany({
      where: { status: query.status, ...(beforeId === undefined ? {} : { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: query.limit + 1,
      select: QUEUE_FIELDS,
    });
    return rows.map(toReport);
  }

  async find(tx: ReportTx, reportId: string): Promise<ReportDetail | undefined> {
    const select = { ...QUEUE_FIELDS, excerpt: true, post: true } as const;
    const row = await tx.report.findUnique({ where: { id: reportId }, select });
    if (row === null) return undefined;
    const { excerpt, post, ...queued } = row;
    return { ...toReport(queued), excerpt: excerptOf.parse(excerpt), post: post === null ? null : toPost(post) };
  }

  /** False when it was not open any more: of several at once, one resolves it. */
  async resolve(
    tx: ReportTx,
    reportId: string,
    by: { adminId: string; outcome: ReportOutcome; note: string },
  ): Promise<boolean> {
    const { count } = await tx.report.updateMany({
      where: { id: reportId, status: 'open' },
      data: {
        status: 'resolved',
        outcome: by.outcome,
        resolutionNote: by.note,
        resolvedBy: by.adminId,
        resolvedAt: new Date(),
      },
    });
    return count === 1;
  }
}

function toReceipt(row: { id: string; createdAt: Date }): ReportReceipt {
  return { id: row.id, createdAt: row.createdAt.toISOString() };
}

function toReport(row: QueueRow): Report {
  const { outcome, resolutionNote, resolvedBy, resolvedAt, createdAt, ...rest } = row;
  const resolution =
    resolvedAt === null
      ? null
      : { outcome, note: resolutionNote ?? '', resolvedBy, resolvedAt: resolvedAt.toISOString() };
  // Parsed, because reasons and outcomes are text in the table.
  return report.parse({ ...rest, createdAt: createdAt.toISOString(), resolution });
}

function toPost(kept: unknown): ReportedPost {
  const post = keptPost.parse(kept);
  return { ...post, pictures: post.pictures.map((picture) => ({ ...picture, images: imagesOf(picture.key) })) };
}
