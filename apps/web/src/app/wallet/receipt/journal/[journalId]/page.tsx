import { ApiError } from '@troupe/api-client';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JournalTicket } from '@/features/wallet/ticket/journal-ticket';
import { ReceiptFrame } from '@/features/wallet/ticket/receipt-frame';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Receipt' };

export default async function JournalReceiptPage({ params }: { params: Promise<{ journalId: string }> }) {
  await requireServerSession();
  const receipt = await loadReceipt((await params).journalId);
  return (
    <ReceiptFrame>
      <JournalTicket receipt={receipt} heading="h1" />
    </ReceiptFrame>
  );
}

async function loadReceipt(journalId: string) {
  try {
    return await (await serverApi()).coin.journalReceipt(journalId);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.code === 'validation_failed')) notFound();
    throw error;
  }
}
