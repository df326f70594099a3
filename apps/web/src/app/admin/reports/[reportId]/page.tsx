import type { Metadata } from 'next';
import { AdminFrame } from '@/features/admin/admin-frame';
import { ReportDetail } from '@/features/admin/reports/report-detail';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'A report' };

interface ReportPageProps {
  params: Promise<{ reportId: string }>;
}

export default async function ReportPage({ params }: ReportPageProps) {
  await requireAdmin();
  const { reportId } = await params;
  const report = await orNotFound((await serverApi()).reports.get(reportId));
  return (
    <AdminFrame title="A report" tabs={[]}>
      <ReportDetail report={report} />
    </AdminFrame>
  );
}
