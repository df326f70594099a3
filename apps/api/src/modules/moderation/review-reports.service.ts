import { Injectable } from '@nestjs/common';
import type { ReportDetail, ReportsPage, ReportsQuery, ResolveReportRequest } from '@troupe/contracts/http/moderation';
import { UnitOfWork } from '@troupe/database';
import { z } from 'zod';
import { writeAudit } from '../../platform/audit/audit-trail.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import * as errors from './moderation.errors.ts';
import { ReportRepository } from './report.repository.ts';

/** The admins' queue. What was said in a chat is read one report at a time, and each reading leaves a trace. */
@Injectable()
export class ReviewReportsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ReportRepository,
  ) {}

  async list(query: ReportsQuery): Promise<ReportsPage> {
    const beforeId = query.cursor === undefined ? undefined : decodeCursor(z.uuid(), query.cursor);
    const rows = await this.repository.list(query, beforeId);
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor(last.id) : null };
  }

  /** Throws `not_found`. */
  async read(adminId: string, reportId: string): Promise<ReportDetail> {
    return this.unitOfWork.run('read-report', async (tx) => {
      const found = await this.repository.find(tx, reportId);
      if (found === undefined) throw errors.reportNotFound();
      await writeAudit(tx, { actorId: adminId, action: 'report.read', subjectId: reportId, detail: {} });
      return found;
    });
  }

  /** Once: the same outcome again answers what stands, another one `report_already_resolved`. Throws `not_found`. */
  async resolve(adminId: string, reportId: string, { outcome, note }: ResolveReportRequest): Promise<ReportDetail> {
    return this.unitOfWork.run('resolve-report', async (tx) => {
      const isFirst = await this.repository.resolve(tx, reportId, { adminId, outcome, note });
      const standing = await this.repository.find(tx, reportId);
      if (standing === undefined) throw errors.reportNotFound();
      if (standing.resolution?.outcome !== outcome) throw errors.reportAlreadyResolved();
      if (isFirst) {
        const detail = { outcome, note };
        await writeAudit(tx, { actorId: adminId, action: 'report.resolved', subjectId: reportId, detail });
      }
      return standing;
    });
  }
}
