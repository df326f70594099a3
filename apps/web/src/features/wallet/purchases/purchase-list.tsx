'use client';

import type { Payment, PaymentsPage } from '@troupe/contracts/http/payment';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { ShowMore } from '@/components/ui/show-more';
import { StatusChip } from '@/components/ui/status-chip';
import { When } from '@/components/ui/when';
import { paymentWords } from '@/features/checkout/payment-words';
import { coinWord, formatCoins, formatFiat } from '@/lib/format';
import { useOlder } from '@/lib/use-older';

/** Every payment of one's own, newest first. */
export function PurchaseList({ page }: { page: PaymentsPage }) {
  const { items, more } = useOlder(page, async (cursor) => {
    const { browserApi } = await import('@/lib/api/browser');
    return browserApi.payment.history({ cursor });
  });
  if (items.length === 0) return <NothingYet />;
  return (
    <div className="grid gap-4">
      <ul>
        {items.map((payment) => (
          <Purchase key={payment.id} payment={payment} />
        ))}
      </ul>
      <ShowMore more={more} />
    </div>
  );
}

function Purchase({ payment }: { payment: Payment }) {
  const { coinsMicrocoins, bonusMicrocoins, promotion } = payment;
  const { label, tone } = paymentWords(payment);
  return (
    <li className="history-entry">
      <Link href={`/wallet/purchases/${payment.id}`} prefetch={false} className="history-row history-link">
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{payment.packName} pack</span>
            <StatusChip label={label} tone={tone} />
          </span>
          <span className="text-sm text-muted">
            {formatCoins(coinsMicrocoins)} {coinWord(coinsMicrocoins)}
            {bonusMicrocoins === 0 ? null : ` + ${formatCoins(bonusMicrocoins)} bonus`}
            {promotion === null ? null : `, with “${promotion}”`}
          </span>
        </span>
        <span className="grid shrink-0 justify-items-end">
          <span className="font-mono font-semibold tabular-nums">{formatFiat(payment.price)}</span>
          <span className="text-sm text-muted">
            <When iso={payment.createdAt} />
          </span>
        </span>
      </Link>
    </li>
  );
}

function NothingYet() {
  return (
    <div className="grid justify-items-start gap-3 rounded-card border border-dashed border-line-strong p-6">
      <p className="max-w-[46ch] text-muted">You have bought nothing yet. A pack’s receipt is kept here for good.</p>
      <Link href="/wallet#buy-coins" className={buttonClass({ variant: 'quiet' })}>
        See the packs
      </Link>
    </div>
  );
}
