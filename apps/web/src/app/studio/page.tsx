import { ECONOMY } from '@troupe/contracts/economy';
import type { Metadata } from 'next';
import { Invitation } from '@/features/studio/invitation';
import { StudioOverview } from '@/features/studio/studio-overview';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import '@/features/studio/studio.css';

export const metadata: Metadata = { title: 'Studio' };

export default async function StudioPage() {
  const { user } = await requireServerSession();
  if (!user.roles.includes('creator')) {
    return (
      <Invitation
        messagePriceMicrocoins={ECONOMY.messagePriceDefaultMicrocoins}
        creatorSharePercent={ECONOMY.creatorSharePercent}
        holdingDays={ECONOMY.payoutHoldingDays}
      />
    );
  }
  const { analytics, coin } = await serverApi();
  const [overview, swappable] = await Promise.all([analytics.creatorOverview(user.id), coin.swapAllowance()]);
  return (
    <div className="mx-auto grid w-full max-w-280 gap-12 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <h1 className="sr-only">Studio</h1>
      <StudioOverview userId={user.id} overview={overview} swappable={swappable} />
    </div>
  );
}
