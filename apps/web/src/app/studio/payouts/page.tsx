import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Destinations } from '@/features/studio/payouts/destinations';
import { EarningsTrack } from '@/features/studio/payouts/earnings-track';
import { PayoutList } from '@/features/studio/payouts/payout-list';
import { ProfileForm } from '@/features/studio/payouts/profile-form';
import { RequestPayout } from '@/features/studio/payouts/request-payout';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import '@/features/studio/payouts/payouts.css';

export const metadata: Metadata = { title: 'Payouts' };

export default async function PayoutsPage() {
  const { user } = await requireServerSession();
  if (!user.roles.includes('creator')) redirect('/studio');
  const { payouts } = await serverApi();
  const [overview, { profile }, { destinations }, page] = await Promise.all([
    payouts.overview(),
    payouts.profile(),
    payouts.destinations(),
    payouts.list(),
  ]);
  return (
    <div className="mx-auto grid w-full max-w-240 content-start gap-8 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <h1 className="text-2xl">Payouts</h1>
      <EarningsTrack overview={overview} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <RequestPayout overview={overview} destinations={destinations} />
        <div className="grid gap-5">
          <ProfileForm profile={profile} />
          <Destinations destinations={destinations} offers={overview.offers} hasProfile={profile !== null} />
        </div>
      </div>
      <PayoutList page={page} />
    </div>
  );
}
