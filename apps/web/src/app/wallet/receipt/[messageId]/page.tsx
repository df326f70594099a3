import { ApiError } from '@troupe/api-client';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReceiptFrame } from '@/features/wallet/ticket/receipt-frame';
import { TicketStub } from '@/features/wallet/ticket/ticket-stub';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Receipt' };

export default async function ReceiptPage({ params }: { params: Promise<{ messageId: string }> }) {
  await requireServerSession();
  const receipt = await loadReceipt((await params).messageId);
  return (
    <ReceiptFrame>
      <TicketStub receipt={receipt} heading="h1" />
    </ReceiptFrame>
  );
}

async function loadReceipt(messageId: string) {
  try {
    return await (await serverApi()).coin.receipt(messageId);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.code === 'validation_failed')) notFound();
    throw error;
  }
}
