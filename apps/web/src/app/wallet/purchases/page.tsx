import type { Metadata } from 'next';
import { BackLink } from '@/components/ui/back-link';
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
      <BackLink href="/wallet">Wallet</BackLink>
      <h1 className="text-2xl">Purchases</h1>
      <PurchaseList page={page} />
    </div>
  );
}
