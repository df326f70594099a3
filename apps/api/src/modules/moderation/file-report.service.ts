import { Injectable } from '@nestjs/common';
import type { ReportedMessage, ReportReceipt, ReportRequest } from '@troupe/contracts/http/moderation';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import { newId } from '../../platform/ids/ids.ts';
import { tooManyReports } from './moderation.errors.ts';
import { type KeptPost, ReportRepository } from './report.repository.ts';

const DAY_MS = 86_400_000;

interface Subject {
  kind: 'message' | 'persona' | 'post';
  id: string;
  personaId?: string;
  excerpt?: readonly ReportedMessage[];
  post?: KeptPost;
}

@Injectable()
export class FileReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ReportRepository,
  ) {}

  /** One report per reporter and subject. Throws `rate_limited` for one too many a day. */
  async file(reporterId: string, subject: Subject, { reason, note }: ReportRequest): Promise<ReportReceipt> {
    const { kind, id: subjectId } = subject;
    const report = {
      id: newId(),
      reporterId,
      kind,
      subjectId,
      personaId: subject.personaId ?? subjectId,
      reason,
      note: note ?? '',
      excerpt: subject.excerpt ?? [],
      post: subject.post,
    };
    return this.unitOfWork.run('file-report', async (tx) => {
      // Until the transaction ends, nobody else counts or files for this reporter.
      await this.repository.lockReporter(tx, reporterId);
      const earlier = await this.repository.findOwn(tx, reporterId, kind, subjectId);
      if (earlier !== undefined) return earlier;
      const today = await this.repository.countSince(tx, reporterId, new Date(Date.now() - DAY_MS));
      if (today >= LIMITS.reportsPerDayMax) throw tooManyReports();
      return this.repository.insert(tx, report);
    });
  }
}
