import type { Metadata } from 'next';
import { ReceiptFrame } from '@/features/wallet/ticket/receipt-frame';
import { TicketStub } from '@/features/wallet/ticket/ticket-stub';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Receipt' };

export default async function ReceiptPage({ params }: { params: Promise<{ messageId: string }> }) {
  await requireServerSession();
  const { messageId } = await params;
  const receipt = await orNotFound((await serverApi()).coin.receipt(messageId));
  return (
    <ReceiptFrame>
      <TicketStub receipt={receipt} heading="h1" />
    </ReceiptFrame>
  );
}
