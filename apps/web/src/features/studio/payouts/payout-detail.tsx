'use client';

import type { PayoutDetail as Detail } from '@troupe/contracts/http/payout';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Fact, Moment } from '@/components/ui/fact';
import { StatusChip } from '@/components/ui/status-chip';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { coinWord, formatCoins, formatFiat } from '@/lib/format';
import { toast } from '@/lib/toast';
import { PROVIDER_NAMES } from './destinations';
import { EVENT_WORDS, payoutWords } from './payout-words';
import { useTransit } from './use-transit';
import { worthMinor } from './worth';

/** One payout: its terms, its way so far, and the way back while there is one. */
export function PayoutDetail({ detail: { payout, events } }: { detail: Detail }) {
  useTransit([payout]);
  const { label, tone, sentence } = payoutWords(payout);
  const money = (amountMinor: number) => formatFiat({ currency: payout.pays.currency, amountMinor });
  return (
    <article aria-labelledby="payout" className="grid gap-6">
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 id="payout" className="text-2xl">
            Payout of {formatFiat(payout.pays)}
          </h1>
          <StatusChip label={label} tone={tone} />
        </div>
        <p role="status" className="text-muted">
          {sentence}
        </p>
      </header>
      <dl className="payout-facts">
        <Fact term="Coins">
          {formatCoins(payout.amountMicrocoins)} {coinWord(payout.amountMicrocoins)}
        </Fact>
        <Fact term="Rate">100 coins are {money(worthMinor(100_000_000, payout))}</Fact>
        <Fact term="Fee">{payout.feeMinor === 0 ? 'None' : money(payout.feeMinor)}</Fact>
        <Fact term="Arrives">{formatFiat(payout.pays)}</Fact>
        <Fact term="To">
          {payout.destinationHint}, {PROVIDER_NAMES[payout.provider]}
        </Fact>
        <Fact term="Number">
          <span className="font-mono text-sm break-all">{payout.id}</span>
        </Fact>
      </dl>
      <section aria-labelledby="way" className="grid gap-3">
        <h2 id="way" className="text-lg">
          Its way
        </h2>
        <ol className="payout-events">
          {events.map(({ kind, at }) => (
            <li key={`${kind} ${at}`}>
              <p className="font-medium">{EVENT_WORDS[kind]}</p>
              <p className="text-sm text-muted">
                <Moment iso={at} />
              </p>
            </li>
          ))}
        </ol>
      </section>
      {payout.status === 'requested' ? <CancelPayout payoutId={payout.id} /> : null}
    </article>
  );
}

function CancelPayout({ payoutId }: { payoutId: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    try {
      await browserApi.payouts.cancel(payoutId);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
      router.refresh();
    }
  };
  return (
    <Button variant="quiet" busy={busy} onClick={cancel} className="justify-self-start">
      Cancel this payout
    </Button>
  );
}
