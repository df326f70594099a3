import { ECONOMY } from '@troupe/contracts/economy';
import Link from 'next/link';

/** The last place on the wall is free: an invitation to cast somebody. */
export function OpenCall() {
  return (
    <div>
      <Link href="/studio" className="open-call">
        <span className="font-display text-base font-semibold md:text-lg">Your character here</span>
        <span className="mt-1 text-sm text-muted">
          Write one, and keep {ECONOMY.creatorSharePercent}&nbsp;% of every message.
        </span>
      </Link>
    </div>
  );
}
