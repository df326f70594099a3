'use client';

import type { PayoutOverview } from '@troupe/contracts/http/payout';
import type { ReactNode } from 'react';
import { useHydrated } from '@/lib/clock';
import { coinWord, formatCoins } from '@/lib/format';

/** A share's way from the first day to a bank account, and how much is where. */
export function EarningsTrack({ overview }: { overview: PayoutOverview }) {
  const { pendingMicrocoins, availableMicrocoins, payableMicrocoins, inFlightMicrocoins, reserveMicrocoins } = overview;
  const { nextMaturesAt, holdingDays, reservePercent, reserveDays } = overview;
  return (
    <ol className="payout-track" aria-label="Your earnings, by state">
      <Step name="Maturing" microcoins={pendingMicrocoins}>
        {nextMaturesAt === null ? (
          `Each share matures ${holdingDays} days after its message.`
        ) : (
          <>
            The next ones mature on <Day iso={nextMaturesAt} />.
          </>
        )}
      </Step>
      <Step name="Matured" microcoins={availableMicrocoins}>
        {reserveMicrocoins === 0
          ? 'Nothing of it is held back.'
          : `${formatCoins(reserveMicrocoins)} stay as a reserve: ${reservePercent} % of the last ${reserveDays} days, for payments that may yet be taken back.`}
      </Step>
      <Step name="Can be paid out" microcoins={payableMicrocoins} lit>
        Matured, less the reserve.
      </Step>
      <Step name="On its way" microcoins={inFlightMicrocoins}>
        Requested and not yet arrived.
      </Step>
    </ol>
  );
}

interface StepProps {
  name: string;
  microcoins: number;
  lit?: boolean;
  children: ReactNode;
}

function Step({ name, microcoins, lit = false, children }: StepProps) {
  return (
    <li className={lit ? 'payout-step payout-step-lit' : 'payout-step'}>
      <p className="font-medium">{name}</p>
      <p className="font-mono text-xl font-semibold tabular-nums">
        {formatCoins(microcoins)}
        <span className="sr-only"> {coinWord(microcoins)}</span>
      </p>
      <p className="text-sm text-muted">{children}</p>
    </li>
  );
}

function Day({ iso }: { iso: string }) {
  useHydrated();
  return (
    <time dateTime={iso} suppressHydrationWarning>
      {new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}
    </time>
  );
}
