import type { Metadata } from 'next';
import { AdminFrame } from '@/features/admin/admin-frame';
import { StageOrder } from '@/features/admin/featured/stage-order';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'Who stands on the stage' };

export default async function AdminFeaturedPage() {
  await requireAdmin();
  const { items } = await (await serverApi()).admin.featured();
  return (
    <AdminFrame title="Stage" tabs={[]}>
      <StageOrder key={items.map((persona) => persona.id).join()} onStage={items} />
    </AdminFrame>
  );
}
