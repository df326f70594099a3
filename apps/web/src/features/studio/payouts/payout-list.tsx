'use client';

import type { Payout, PayoutsPage } from '@troupe/contracts/http/payout';
import Link from 'next/link';
import { ShowMore } from '@/components/ui/show-more';
import { StatusChip } from '@/components/ui/status-chip';
import { When } from '@/components/ui/when';
import { browserApi } from '@/lib/api/browser';
import { coinWord, formatCoins, formatFiat } from '@/lib/format';
import { useOlder } from '@/lib/use-older';
import { payoutWords } from './payout-words';
import { useTransit } from './use-transit';

/** Every payout, newest first, with its state and the reason for it. */
export function PayoutList({ page }: { page: PayoutsPage }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.payouts.list({ cursor }));
  useTransit(items);
  return (
    <section aria-labelledby="payouts" className="grid gap-3">
      <h2 id="payouts" className="text-xl">
        Your payouts
      </h2>
      {items.length === 0 ? (
        <p className="rounded-card border border-dashed border-line-strong p-6 text-muted">
          None yet. Each one is kept here, with what became of it.
        </p>
      ) : (
        <ul>
          {items.map((payout) => (
            <Row key={payout.id} payout={payout} />
          ))}
        </ul>
      )}
      <ShowMore more={more} />
    </section>
  );
}

function Row({ payout }: { payout: Payout }) {
  const { label, tone, sentence } = payoutWords(payout);
  return (
    <li className="border-t border-line">
      <Link href={`/studio/payouts/${payout.id}`} prefetch={false} className="payout-row">
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-mono font-semibold tabular-nums">{formatFiat(payout.pays)}</span>
            <StatusChip label={label} tone={tone} />
          </span>
          <span className="text-sm text-muted">{sentence}</span>
        </span>
        <span className="grid shrink-0 justify-items-end text-sm text-muted">
          <When iso={payout.createdAt} />
          <span>
            {formatCoins(payout.amountMicrocoins)} {coinWord(payout.amountMicrocoins)}
          </span>
        </span>
      </Link>
    </li>
  );
}
