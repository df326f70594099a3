import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { PurchaseList } from '@/features/wallet/purchases/purchase-list';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import '@/features/wallet/wallet.css';

export const metadata: Metadata = { title: 'Purchases' };

export default async function PurchasesPage() {
  await requireServerSession();
  const page = await (await serverApi()).payment.history();
  return (
    <div className="mx-auto grid w-full max-w-160 content-start gap-4 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <Link href="/wallet" className={buttonClass({ variant: 'ghost', className: '-ml-3 justify-self-start px-3' })}>
        <ArrowLeft size={20} strokeWidth={1.7} aria-hidden="true" />
        Wallet
      </Link>
      <h1 className="text-2xl">Purchases</h1>
      <PurchaseList page={page} />
    </div>
  );
}
