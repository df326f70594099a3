'use client';

import type { Report, ReportsPage } from '@troupe/contracts/http/moderation';
import Link from 'next/link';
import { ShowMore } from '@/components/ui/show-more';
import { When } from '@/components/ui/when';
import { REPORT_REASONS } from '@/features/report/report-words';
import { browserApi } from '@/lib/api/browser';
import { useOlder } from '@/lib/use-older';
import { KIND_WORDS, OUTCOME_WORDS } from './admin-report-words';

/** Reports in one state, the newest first; what was said is read one by one. */
export function ReportList({ page, status }: { page: ReportsPage; status: Report['status'] }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.reports.list({ status, cursor }));
  if (items.length === 0) {
    return <p className="text-muted">{status === 'open' ? 'Nobody has reported anything.' : 'Nothing here.'}</p>;
  }
  return (
    <div className="grid gap-4">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer */}
      <section aria-label="Reports" tabIndex={0} className="admin-scroll">
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">Of</th>
              <th scope="col">Came</th>
              <th scope="col">Note</th>
              {status === 'open' ? null : <th scope="col">End</th>}
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, reason, kind, createdAt, note, resolution }) => (
              <tr key={id}>
                <th scope="row" className="min-w-20">
                  {/* Reading one leaves a trace: never ahead of time. */}
                  <Link
                    href={`/admin/reports/${id}`}
                    prefetch={false}
                    className="inline-flex min-h-11 items-center underline underline-offset-4"
                  >
                    {REPORT_REASONS[reason]}
                  </Link>
                </th>
                <td className="whitespace-nowrap">{KIND_WORDS[kind]}</td>
                <td className="whitespace-nowrap">
                  <When iso={createdAt} />
                </td>
                <td className="min-w-36 wrap-anywhere">{note}</td>
                {status === 'open' ? null : <td>{resolution?.outcome ? OUTCOME_WORDS[resolution.outcome] : ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ShowMore more={more} />
    </div>
  );
}
