'use client';

import type { AdminPayout, AdminPayoutsPage, PayoutReviewReason } from '@troupe/contracts/http/payout';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ShowMore } from '@/components/ui/show-more';
import { StatusChip } from '@/components/ui/status-chip';
import { When } from '@/components/ui/when';
import { payoutWords } from '@/features/studio/payouts/payout-words';
import { browserApi } from '@/lib/api/browser';
import { formatCoins, formatFiat } from '@/lib/format';
import { useOlder } from '@/lib/use-older';
import { ReasonForm } from './reason-form';
import { useAct } from './use-act';

const REVIEW_WORDS: Record<PayoutReviewReason, string> = {
  first_payout: 'First payout',
  concentrated_payers: 'Few people paid most of it',
  receivable_open: 'Something is owed to the house',
  wallet_suspended: 'The wallet is suspended',
  related_payer: 'A payer is related to the creator',
};

/** Payouts in one state; those that wait for a look can be approved or turned down. */
export function PayoutQueue({ page, state }: { page: AdminPayoutsPage; state: string }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.admin.payouts.list({ state, cursor }));
  if (items.length === 0) return <p className="text-muted">Nothing here.</p>;
  return (
    <div className="grid gap-4">
      <ul className="grid gap-3">
        {items.map((item) => (
          <Item key={item.payout.id} item={item} />
        ))}
      </ul>
      <ShowMore more={more} />
    </div>
  );
}

function Item({ item }: { item: AdminPayout }) {
  const { payout, legalName, country, reviewReasons, providerRef, attempts, isStalled } = item;
  const { busy, act } = useAct();
  const [rejecting, setRejecting] = useState(false);
  const { label, tone } = payoutWords(payout);
  const name = `${formatFiat(payout.pays)} to ${legalName}`;
  return (
    <li className="grid gap-3 border-b border-line pb-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="font-medium">
          {name}, {country}
        </p>
        <StatusChip label={isStalled ? 'Stalled' : label} tone={isStalled ? 'bad' : tone} />
        <p className="text-sm text-muted">
          {formatCoins(payout.amountMicrocoins)} coins, {payout.provider} {payout.destinationHint},{' '}
          <When iso={payout.createdAt} />
        </p>
      </div>
      <p className="text-sm">
        {reviewReasons.map((reason) => REVIEW_WORDS[reason]).join(' · ')}
        {payout.failureCode === null ? '' : ` Failed: ${payout.failureCode}.`}
        {payout.rejectionReason === null ? '' : ` Turned down: ${payout.rejectionReason}`}
        {providerRef === null ? '' : ` Provider: ${providerRef}, ${attempts} attempts.`}
      </p>
      {!payout.inReview ? null : rejecting ? (
        <ReasonForm
          action="Turn it down"
          hint="The creator reads this."
          busy={busy === 'reject'}
          onSend={(reason) =>
            void act('reject', `${name} turned down`, () => browserApi.admin.payouts.reject(payout.id, { reason }))
          }
          onBack={() => setRejecting(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            busy={busy === 'approve'}
            aria-label={`Approve ${name}`}
            onClick={() => act('approve', `${name} approved`, () => browserApi.admin.payouts.approve(payout.id))}
          >
            Approve
          </Button>
          <Button variant="quiet" aria-label={`Turn down ${name}`} onClick={() => setRejecting(true)}>
            Turn down
          </Button>
        </div>
      )}
    </li>
  );
}
