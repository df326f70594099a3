import { ApiError } from '@troupe/api-client';
import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { PurchaseReceipt } from '@/features/wallet/purchases/purchase-receipt';
import { serverApi } from '@/lib/api/server';
import { webUrl } from '@/lib/env';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Receipt of a purchase' };

export default async function PurchasePage({ params }: { params: Promise<{ paymentId: string }> }) {
  const { user } = await requireServerSession();
  const payment = await loadPayment((await params).paymentId);
  const open = payment.status === 'created' || payment.status === 'failed' || payment.status === 'pending';
  const way = buttonClass({ variant: 'ghost', className: 'px-3' });
  return (
    <div className="mx-auto grid w-full max-w-180 content-start gap-4 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <nav aria-label="Purchases" className="receipt-way -mx-3 flex flex-wrap justify-between">
        <Link href="/wallet/purchases" className={way}>
          <ArrowLeft size={20} strokeWidth={1.7} aria-hidden="true" />
          Purchases
        </Link>
        {open || payment.provider === 'sandbox' ? (
          <Link href={`/checkout/${payment.id}?next=/wallet/purchases`} prefetch={false} className={way}>
            {payment.provider === 'sandbox' ? 'Sandbox page' : 'Checkout'}
          </Link>
        ) : null}
      </nav>
      <PurchaseReceipt payment={payment} buyer={user} house={new URL(webUrl()).host} />
    </div>
  );
}

async function loadPayment(id: string) {
  try {
    return (await (await serverApi()).payment.payment(id)).payment;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.code === 'validation_failed')) notFound();
    throw error;
  }
}
