import { ApiError } from '@troupe/api-client';
import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { JournalTicket } from '@/features/wallet/ticket/journal-ticket';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Receipt' };

export default async function JournalReceiptPage({ params }: { params: Promise<{ journalId: string }> }) {
  await requireServerSession();
  const receipt = await loadReceipt((await params).journalId);
  return (
    <div className="mx-auto grid w-full max-w-120 justify-items-center gap-6 px-4 py-4 md:py-12">
      <Link href="/wallet" className={buttonClass({ variant: 'ghost', className: '-ml-3 justify-self-start px-3' })}>
        <ArrowLeft size={20} strokeWidth={1.7} aria-hidden="true" />
        Wallet
      </Link>
      <JournalTicket receipt={receipt} heading="h1" />
    </div>
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
