import { webhookState } from '@troupe/contracts/http/admin-payments';
import type { Metadata } from 'next';
import { AdminFrame } from '@/features/admin/admin-frame';
import { EventList } from '@/features/admin/event-list';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'Events of payments' };

const TABS = [
  ['failed', 'Failed'],
  ['waiting', 'Waiting'],
  ['applied', 'Applied'],
  ['ignored', 'Ignored'],
] as const;

interface AdminPaymentsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdminPaymentsPage({ searchParams }: AdminPaymentsPageProps) {
  await requireAdmin();
  const { state: wanted } = await searchParams;
  const read = webhookState.safeParse(wanted);
  const state = read.success ? read.data : 'failed';
  const page = await (await serverApi()).admin.events({ state });
  const tabs = TABS.map(([value, label]) => ({
    label,
    href: `/admin/payments?state=${value}`,
    selected: value === state,
  }));
  return (
    <AdminFrame title="Events of payments" tabs={tabs}>
      <EventList key={state} page={page} state={state} />
    </AdminFrame>
  );
}
