import type { Metadata } from 'next';
import Link from 'next/link';
import { BackLink } from '@/components/ui/back-link';
import { buttonClass } from '@/components/ui/button';
import { PurchaseReceipt } from '@/features/wallet/purchases/purchase-receipt';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { webUrl } from '@/lib/env';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Receipt of a purchase' };

export default async function PurchasePage({ params }: { params: Promise<{ paymentId: string }> }) {
  const { user } = await requireServerSession();
  const { paymentId } = await params;
  const { payment } = await orNotFound((await serverApi()).payment.payment(paymentId));
  const open = payment.status === 'created' || payment.status === 'failed' || payment.status === 'pending';
  return (
    <div className="mx-auto grid w-full max-w-180 content-start gap-4 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <nav aria-label="Purchases" className="receipt-way flex flex-wrap justify-between">
        <BackLink href="/wallet/purchases">Purchases</BackLink>
        {open || payment.provider === 'sandbox' ? (
          <Link
            href={`/checkout/${payment.id}?next=/wallet/purchases`}
            prefetch={false}
            className={buttonClass({ variant: 'ghost', className: '-mr-3 px-3' })}
          >
            {payment.provider === 'sandbox' ? 'Sandbox page' : 'Checkout'}
          </Link>
        ) : null}
      </nav>
      <PurchaseReceipt payment={payment} buyer={user} house={new URL(webUrl()).host} />
    </div>
  );
}
