import { ApiError } from '@troupe/api-client';
import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { PayoutDetail } from '@/features/studio/payouts/payout-detail';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import '@/features/studio/payouts/payouts.css';

export const metadata: Metadata = { title: 'Payout' };

export default async function PayoutPage({ params }: { params: Promise<{ payoutId: string }> }) {
  await requireServerSession();
  const detail = await loadPayout((await params).payoutId);
  const way = buttonClass({ variant: 'ghost', className: '-ml-3 justify-self-start px-3' });
  return (
    <div className="mx-auto grid w-full max-w-160 content-start gap-4 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <Link href="/studio/payouts" className={way}>
        <ArrowLeft size={20} strokeWidth={1.7} aria-hidden="true" />
        Payouts
      </Link>
      <PayoutDetail detail={detail} />
    </div>
  );
}

async function loadPayout(id: string) {
  try {
    return await (await serverApi()).payouts.get(id);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.code === 'validation_failed')) notFound();
    throw error;
  }
}
