'use client';

import type { CreatorOverview } from '@troupe/contracts/http/analytics';
import type { SwapAllowance } from '@troupe/contracts/http/coin-movements';
import dynamic from 'next/dynamic';
import { LiveSocketProvider } from '@/lib/live-socket';
import { EarningsTable } from './earnings-table';
import { Figures } from './figures';
import { RecentEarnings } from './recent-earnings';
import { SwapEarnings } from './swap-earnings';
import { useLiveOverview } from './use-live-overview';
import '@/components/charts/charts.css';

const StackedBars = dynamic(() => import('@/components/charts/stacked-bars').then((module) => module.StackedBars), {
  ssr: false,
  loading: () => <div className="chart-space" />,
});

interface StudioOverviewProps {
  userId: string;
  overview: CreatorOverview;
  swappable: SwapAllowance;
}

/** The creator's first page: figures, then thirty days, then what comes in right now. */
export function StudioOverview(props: StudioOverviewProps) {
  return (
    <LiveSocketProvider>
      <LiveOverview {...props} />
    </LiveSocketProvider>
  );
}

function LiveOverview({ userId, overview: initial, swappable }: StudioOverviewProps) {
  const overview = useLiveOverview(userId, initial);
  return (
    <>
      <Figures overview={overview} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-12">
          <section aria-labelledby="thirty-days" className="grid content-start gap-4">
            <h2 id="thirty-days" className="text-xl">
              Thirty days
            </h2>
            <StackedBars
              label="Coins earned on each of the last thirty days; the table below has the figures"
              days={overview.days.map(({ day, payableMicrocoins, promotionalMicrocoins }) => ({
                day,
                lower: payableMicrocoins / 1_000_000,
                upper: promotionalMicrocoins / 1_000_000,
              }))}
              lowerName="Payable"
              upperName="Promotional"
            />
            <EarningsTable days={overview.days} />
          </section>
          <SwapEarnings userId={userId} allowance={swappable} />
        </div>
        <RecentEarnings entries={overview.recent} />
      </div>
    </>
  );
}
