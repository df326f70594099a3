'use client';

import type { Report, ReportsPage } from '@troupe/contracts/http/moderation';
import { ShowMore } from '@/components/ui/show-more';
import { When } from '@/components/ui/when';
import { REPORT_REASONS } from '@/features/report/report-words';
import { browserApi } from '@/lib/api/browser';
import { useOlder } from '@/lib/use-older';
import { AdminTable } from '../admin-table';
import { RowLink } from '../row-link';
import { KIND_WORDS, OUTCOME_WORDS } from './admin-report-words';

/** Reports in one state, the newest first; what was said is read one by one. */
export function ReportList({ page, status }: { page: ReportsPage; status: Report['status'] }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.reports.list({ status, cursor }));
  if (items.length === 0) {
    return <p className="text-muted">{status === 'open' ? 'Nobody has reported anything.' : 'Nothing here.'}</p>;
  }
  const columns = ['Reason', 'Of', 'Came', 'Note', ...(status === 'open' ? [] : ['End'])];
  return (
    <div className="grid gap-4">
      <AdminTable label="Reports" columns={columns}>
        {items.map(({ id, reason, kind, createdAt, note, resolution }) => (
          <tr key={id}>
            <th scope="row" className="min-w-20">
              <RowLink href={`/admin/reports/${id}`}>{REPORT_REASONS[reason]}</RowLink>
            </th>
            <td className="whitespace-nowrap">{KIND_WORDS[kind]}</td>
            <td className="whitespace-nowrap">
              <When iso={createdAt} />
            </td>
            <td className="min-w-36 wrap-anywhere">{note}</td>
            {status === 'open' ? null : <td>{resolution?.outcome ? OUTCOME_WORDS[resolution.outcome] : ''}</td>}
          </tr>
        ))}
      </AdminTable>
      <ShowMore more={more} />
    </div>
  );
}
