import type { Metadata } from 'next';
import { AdminFrame } from '@/features/admin/admin-frame';
import { Packs, Promotions } from '@/features/admin/sales/sales';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'Packs and promotions' };

export default async function AdminSalesPage() {
  await requireAdmin();
  const { admin } = await serverApi();
  const [{ packs }, { promotions }] = await Promise.all([admin.packs(), admin.promotions()]);
  return (
    <AdminFrame title="Packs and promotions" tabs={[]}>
      <Packs packs={packs} />
      <Promotions promotions={promotions} />
    </AdminFrame>
  );
}
