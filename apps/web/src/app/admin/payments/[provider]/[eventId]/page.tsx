import { webhookEventParams } from '@troupe/contracts/http/admin-payments';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminFrame } from '@/features/admin/admin-frame';
import { EventDetail } from '@/features/admin/event-detail';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'Event of a payment' };

interface EventPageProps {
  params: Promise<{ provider: string; eventId: string }>;
}

export default async function EventPage({ params }: EventPageProps) {
  await requireAdmin();
  const { provider, eventId } = await params;
  const read = webhookEventParams.safeParse({ provider, eventId: decodeURIComponent(eventId) });
  if (!read.success) notFound();
  const detail = await orNotFound((await serverApi()).admin.event(read.data));
  return (
    <AdminFrame title={detail.event.type} tabs={[]}>
      <EventDetail detail={detail} />
    </AdminFrame>
  );
}
