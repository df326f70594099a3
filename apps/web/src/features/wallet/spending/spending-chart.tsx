'use client';

import type { SpendingDay } from '@troupe/contracts/http/coin-movements';
import dynamic from 'next/dynamic';
import { coinWord, formatCoins } from '@/lib/format';
import { isQuiet, spentMicrocoins } from './spending';
import { SpendingTable } from './spending-table';
import '@/components/charts/charts.css';

const StackedBars = dynamic(() => import('@/components/charts/stacked-bars').then((module) => module.StackedBars), {
  ssr: false,
  loading: () => <div className="chart-space" />,
});
const MICRO = 1_000_000;

/** Where the coins went, day by day; the figures stand in a table below. */
export function SpendingChart({ days }: { days: readonly SpendingDay[] }) {
  const spent = spentMicrocoins(days);
  return (
    <section aria-labelledby="spending" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="spending" className="text-xl">
          What you spent
        </h2>
        <p className="text-muted">
          <strong className="font-mono font-semibold text-ink tabular-nums">{formatCoins(spent)}</strong>{' '}
          {coinWord(spent)} in thirty days, refunds taken off
        </p>
      </div>
      {isQuiet(days) ? (
        <p className="rounded-card border border-dashed border-line-strong p-6 text-muted">
          Nothing spent in the last thirty days. What you spend draws itself here.
        </p>
      ) : (
        <>
          <StackedBars
            label="Coins spent on each of the last thirty days; the table below has the figures"
            days={days.map((day) => ({
              day: day.day,
              lower: day.messagesMicrocoins / MICRO,
              upper: (day.tipsMicrocoins + day.giftsMicrocoins) / MICRO,
            }))}
            lowerName="Messages"
            upperName="Tips and gifts"
          />
          <SpendingTable days={days} />
        </>
      )}
    </section>
  );
}
