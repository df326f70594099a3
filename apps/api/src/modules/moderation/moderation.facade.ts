import { Injectable } from '@nestjs/common';
import type { ReportedMessage, ReportReceipt, ReportRequest } from '@troupe/contracts/http/moderation';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { type Check, type CheckContext, checkInput, checkOutput, judgeWriting } from './domain/check-text.ts';
import { GrowingCheck } from './domain/growing-check.ts';
import { FileReportService } from './file-report.service.ts';
import { contentBlocked } from './moderation.errors.ts';
import type { KeptPost } from './report.repository.ts';

/** What is reported, as its owner read it. A message comes with what led to it, oldest first, itself the last; a post as it is now. */
export type ReportSubject =
  | { kind: 'message'; id: string; personaId: string; excerpt: readonly ReportedMessage[] }
  | { kind: 'post'; id: string; personaId: string; post: KeptPost }
  | { kind: 'persona'; id: string };

@Injectable()
export class ModerationFacade {
  private readonly blocked;

  constructor(
    private readonly reports: FileReportService,
    metrics: Metrics,
  ) {
    this.blocked = metrics.counter('moderation_blocked_total', 'Texts that a rule blocked', ['side', 'rule'] as const);
  }

  /** Judges what a fan is about to send, in memory. `care` says what to show beside it; a text that asks for care is never blocked for that. */
  checkInput(text: string, context: CheckContext): Check {
    return this.count('input', checkInput(text, context));
  }

  /** For what a fan sets once and a prompt tells again and again: throws `content_blocked` for what may never be written, whoever it is told to. */
  requireAllowed(...texts: readonly (string | undefined)[]): void {
    // Together, because together is how a prompt tells them.
    const text = texts.filter((one) => one !== undefined).join('\n');
    if (this.checkInput(text, { mature: true, minor: false }).kind === 'blocked') throw contentBlocked();
  }

  /** Judges what a creator wrote for a persona, in memory; `mature` is what only a persona for adults may say. */
  judgeWriting(text: string): 'allowed' | 'mature' | 'blocked' {
    return judgeWriting(text);
  }

  /** Judges what a persona has said, in memory. */
  checkOutput(text: string, context: CheckContext): Check {
    return this.count('output', checkOutput(text, context));
  }

  /** Judges what a persona is saying, as it grows; what it blocks is counted by the check at the end. */
  watchOutput(context: CheckContext): GrowingCheck {
    return new GrowingCheck(context);
  }

  /**
   * Keeps a report, once per reporter and subject: a repetition is answered like the first. Opens a transaction. The caller has made sure that the
   * subject is there for the reporter. Throws `rate_limited` above so many a day.
   */
  async report(reporterId: string, subject: ReportSubject, request: ReportRequest): Promise<ReportReceipt> {
    return this.reports.file(reporterId, subject, request);
  }

  private count(side: 'input' | 'output', check: Check): Check {
    if (check.kind === 'blocked') this.blocked.inc({ side, rule: check.rule });
    return check;
  }
}
