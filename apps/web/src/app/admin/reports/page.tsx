import { reportsQuery } from '@troupe/contracts/http/moderation';
import type { Metadata } from 'next';
import { AdminFrame } from '@/features/admin/admin-frame';
import { ReportList } from '@/features/admin/reports/report-list';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'Reports' };

const TABS = [
  ['open', 'Open'],
  ['resolved', 'Ended'],
] as const;

interface AdminReportsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdminReportsPage({ searchParams }: AdminReportsPageProps) {
  await requireAdmin();
  const { status: wanted } = await searchParams;
  const read = reportsQuery.safeParse({ status: wanted });
  const status = read.success ? read.data.status : 'open';
  const page = await (await serverApi()).reports.list({ status });
  const tabs = TABS.map(([value, label]) => ({
    label,
    href: `/admin/reports?status=${value}`,
    selected: value === status,
  }));
  return (
    <AdminFrame title="Reports" tabs={tabs}>
      <ReportList key={status} page={page} status={status} />
    </AdminFrame>
  );
}
