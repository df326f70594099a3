import type { CreatorOverview } from '@troupe/contracts/http/analytics';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Coin } from '@/components/brand/coin';
import { coinWord, formatCoins, formatCount, formatFiat } from '@/lib/format';
import { earnedMicrocoins, payoutUsdCents } from './earnings';

/** What was earned, in coins and in what they become. */
export function Figures({ overview }: { overview: CreatorOverview }) {
  const { today, pendingMicrocoins, availableMicrocoins, promotionalMicrocoins, holdingDays } = overview;
  const rate = overview.payoutRateUsdMicrosPerCoin;
  const money = (microcoins: number) => formatFiat({ currency: 'USD', amountMinor: payoutUsdCents(microcoins, rate) });
  const earned = earnedMicrocoins(today);
  return (
    <section aria-label="Earnings" className="studio-figures">
      <div className="studio-today">
        <p className="font-medium text-muted">Earned today</p>
        <p className="flex items-center gap-4">
          <Coin size={56} />
          <span key={earned} className="studio-tick font-mono text-3xl font-semibold tracking-tight tabular-nums">
            {formatCoins(earned)}
          </span>
          <span className="self-end pb-1 text-lg text-muted">{coinWord(earned)}</span>
        </p>
        <p className="text-muted">
          from {formatCount(today.messages)} {today.messages === 1 ? 'message' : 'messages'}
        </p>
      </div>
      <dl className="studio-rows">
        <Figure term="Ready to pay out" microcoins={availableMicrocoins} aside={money(availableMicrocoins)}>
          Past its {holdingDays} days of holding.{' '}
          <Link href="/studio/payouts" prefetch={false} className="studio-link">
            Get paid
          </Link>
        </Figure>
        <Figure term="On hold" microcoins={pendingMicrocoins} aside={money(pendingMicrocoins)}>
          Payable {holdingDays} days after each message, at{' '}
          {formatFiat({ currency: 'USD', amountMinor: payoutUsdCents(100_000_000, rate) })} for 100 coins.
        </Figure>
        <Figure term="Promotional" microcoins={promotionalMicrocoins} aside="stays coins">
          Paid with bonus coins. Yours to spend on Troupe, never cash.
        </Figure>
      </dl>
    </section>
  );
}

interface FigureProps {
  term: string;
  microcoins: number;
  aside: string;
  children: ReactNode;
}

function Figure({ term, microcoins, aside, children }: FigureProps) {
  return (
    <div className="studio-row">
      <dt className="font-medium">{term}</dt>
      <dd className="flex items-baseline justify-end gap-3 font-mono tabular-nums">
        <span className="text-sm text-muted">{aside}</span>
        <span className="text-lg font-semibold">{formatCoins(microcoins)}</span>
        <span className="sr-only">{coinWord(microcoins)}</span>
      </dd>
      <dd className="col-span-2 text-sm text-muted">{children}</dd>
    </div>
  );
}
