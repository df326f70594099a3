import { ApiError } from '@troupe/api-client';
import { webhookEventParams } from '@troupe/contracts/http/admin-payments';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminFrame } from '@/features/admin/admin-frame';
import { EventDetail } from '@/features/admin/event-detail';
import { serverApi } from '@/lib/api/server';
import { requireAdmin } from '@/lib/session/require-admin';

export const metadata: Metadata = { title: 'Event of a payment' };

interface EventPageProps {
  params: Promise<{ provider: string; eventId: string }>;
}

export default async function EventPage({ params }: EventPageProps) {
  await requireAdmin();
  const { provider, eventId } = await params;
  const detail = await loadEvent(provider, decodeURIComponent(eventId));
  return (
    <AdminFrame title={detail.event.type} tabs={[]}>
      <EventDetail detail={detail} />
    </AdminFrame>
  );
}

async function loadEvent(provider: string, eventId: string) {
  const read = webhookEventParams.safeParse({ provider, eventId });
  if (!read.success) notFound();
  try {
    return await (await serverApi()).admin.event(read.data);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) notFound();
    throw error;
  }
}
