import { redirect } from 'next/navigation';
import { requireAdmin } from '@/lib/session/require-admin';

export default async function AdminPage(): Promise<never> {
  await requireAdmin();
  redirect('/admin/payments');
}
