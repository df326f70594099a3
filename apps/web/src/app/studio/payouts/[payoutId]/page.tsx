import type { Metadata } from 'next';
import { BackLink } from '@/components/ui/back-link';
import { PayoutDetail } from '@/features/studio/payouts/payout-detail';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import '@/features/studio/payouts/payouts.css';

export const metadata: Metadata = { title: 'Payout' };

export default async function PayoutPage({ params }: { params: Promise<{ payoutId: string }> }) {
  await requireServerSession();
  const { payoutId } = await params;
  const detail = await orNotFound((await serverApi()).payouts.get(payoutId));
  return (
    <div className="mx-auto grid w-full max-w-160 content-start gap-4 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <BackLink href="/studio/payouts">Payouts</BackLink>
      <PayoutDetail detail={detail} />
    </div>
  );
}
