import type { Metadata } from 'next';
import { JournalTicket } from '@/features/wallet/ticket/journal-ticket';
import { ReceiptFrame } from '@/features/wallet/ticket/receipt-frame';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Receipt' };

export default async function JournalReceiptPage({ params }: { params: Promise<{ journalId: string }> }) {
  await requireServerSession();
  const { journalId } = await params;
  const receipt = await orNotFound((await serverApi()).coin.journalReceipt(journalId));
  return (
    <ReceiptFrame>
      <JournalTicket receipt={receipt} heading="h1" />
    </ReceiptFrame>
  );
}
