import { adminPayoutsQuery } from '@troupe/contracts/http/payout';
import type { Metadata } from 'next';
import { AdminFrame } from '@/features/admin/admin-frame';
import { PayoutQueue } from '@/features/admin/payout-queue';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'Payouts to look at' };

const TABS = [
  ['review', 'In review'],
  ['requested', 'Requested'],
  ['in_flight', 'On their way'],
  ['paid', 'Paid'],
  ['returned', 'Returned'],
  ['rejected', 'Turned down'],
  ['cancelled', 'Cancelled'],
] as const;

interface AdminPayoutsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdminPayoutsPage({ searchParams }: AdminPayoutsPageProps) {
  await requireAdmin();
  const { state: wanted } = await searchParams;
  const read = adminPayoutsQuery.safeParse({ state: wanted });
  const state = read.success ? read.data.state : 'review';
  const page = await (await serverApi()).admin.payouts.list({ state });
  const tabs = TABS.map(([value, label]) => ({
    label,
    href: `/admin/payouts?state=${value}`,
    selected: value === state,
  }));
  return (
    <AdminFrame title="Payouts" tabs={tabs}>
      <PayoutQueue key={state} page={page} state={state} />
    </AdminFrame>
  );
}
