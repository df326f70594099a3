'use client';

import type { ReportDetail as Detail } from '@troupe/contracts/http/moderation';
import { Fact, Moment } from '@/components/ui/fact';
import { REPORT_REASONS } from '@/features/report/report-words';
import { KIND_WORDS, OUTCOME_WORDS } from './admin-report-words';
import { ReportActions } from './report-actions';
import { ReportedExcerpt, ReportedPostCopy } from './reported-copy';

/** One report with what it keeps of its subject, and what can be done about it. */
export function ReportDetail({ report }: { report: Detail }) {
  const { kind, note, createdAt, personaId, reporterId, resolution, excerpt, post } = report;
  return (
    <div className="grid max-w-180 gap-6">
      <dl className="admin-facts">
        <Fact term="Reason">{REPORT_REASONS[report.reason]}</Fact>
        <Fact term="Of">{KIND_WORDS[kind]}</Fact>
        <Fact term="Came">
          <Moment iso={createdAt} />
        </Fact>
        {note === '' ? null : <Fact term="They say">{note}</Fact>}
        <Fact term="Persona">
          <span className="font-mono text-sm break-all">{personaId}</span>
        </Fact>
        <Fact term="Reported by">
          <span className="font-mono text-sm break-all">{reporterId ?? 'somebody who has left'}</span>
        </Fact>
        {resolution === null ? null : (
          <Fact term="End">
            {resolution.outcome === null ? '' : `${OUTCOME_WORDS[resolution.outcome]}, `}
            <Moment iso={resolution.resolvedAt} />: {resolution.note}
          </Fact>
        )}
      </dl>
      {post === null ? null : <ReportedPostCopy post={post} />}
      {excerpt.length === 0 ? null : <ReportedExcerpt excerpt={excerpt} />}
      {resolution === null ? <ReportActions report={report} /> : null}
    </div>
  );
}
