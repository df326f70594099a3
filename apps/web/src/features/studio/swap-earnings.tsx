'use client';

import type { SwapAllowance } from '@troupe/contracts/http/coin-movements';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmSheet } from '@/features/wallet/confirm-sheet';
import { refreshBalance } from '@/features/wallet/refresh-balance';
import { useOnce } from '@/features/wallet/use-once';
import { browserApi } from '@/lib/api/browser';
import { describeError, errorCodeOf } from '@/lib/errors';
import { coinWord, formatCoins } from '@/lib/format';
import { toast } from '@/lib/toast';
import { CoinsField } from './coins-field';
import type { SwapFrom } from './swap-draft';
import { readSwap } from './swap-draft';

const CHOICES: readonly { from: SwapFrom; label: string; into: string }[] = [
  { from: 'earnings', label: 'Payable earnings', into: 'coins' },
  { from: 'promotional', label: 'Promotional earnings', into: 'bonus coins' },
];
const words = (microcoins: number) => `${formatCoins(microcoins)} ${coinWord(microcoins)}`;

/** Earnings as coins of one's own, one to one: what is ready, how much of it, and once more before it is done. */
export function SwapEarnings({ userId, allowance }: { userId: string; allowance: SwapAllowance }) {
  const router = useRouter();
  const once = useOnce();
  const ready: Record<SwapFrom, number> = {
    earnings: allowance.earningsMicrocoins,
    promotional: allowance.promotionalMicrocoins,
  };
  const [from, setFrom] = useState<SwapFrom>('earnings');
  const [coins, setCoins] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [swapping, setSwapping] = useState<{ amountMicrocoins: number; open: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = CHOICES.find((choice) => choice.from === from) ?? { label: '', into: 'coins' };

  const review = (event: FormEvent) => {
    event.preventDefault();
    const read = readSwap(coins, ready[from]);
    if ('problem' in read) return setProblem(read.problem);
    setProblem(null);
    setFailure(null);
    setSwapping({ amountMicrocoins: read.amountMicrocoins, open: true });
  };
  const swap = async () => {
    if (swapping === null) return;
    const { amountMicrocoins } = swapping;
    setBusy(true);
    try {
      await browserApi.coin.swap(
        { from, amountMicrocoins },
        { idempotencyKey: once.keyFor(`${from} ${amountMicrocoins}`) },
      );
      once.done();
      setSwapping({ amountMicrocoins, open: false });
      setCoins('');
      toast({ title: `${words(amountMicrocoins)} are in your wallet`, tone: 'success' });
      refreshBalance(userId);
      router.refresh();
    } catch (error) {
      const { title, hint } = describeError(error);
      setFailure(`${title}. ${hint}`);
      if (errorCodeOf(error) === 'insufficient_earnings') router.refresh();
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="swap" className="grid max-w-160 gap-4">
      <h2 id="swap" className="text-xl">
        Spend what you earned
      </h2>
      <p className="text-muted">Matured earnings become coins in your own wallet, one to one and at once.</p>
      <form onSubmit={review} noValidate className="grid gap-4">
        <fieldset className="grid gap-3 sm:grid-cols-2">
          <legend className="sr-only">From</legend>
          {CHOICES.map((choice) => (
            <label key={choice.from} className="choice">
              <input
                type="radio"
                name="from"
                value={choice.from}
                checked={choice.from === from}
                onChange={() => {
                  setFrom(choice.from);
                  setProblem(null);
                }}
                className="size-5 accent-amber"
              />
              <span className="grid">
                <span className="font-medium">{choice.label}</span>
                <span className="text-sm text-muted">
                  {formatCoins(ready[choice.from])} ready, into {choice.into}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="flex flex-wrap items-start gap-3">
          <CoinsField value={coins} onChange={setCoins} error={problem} />
          <div className="flex gap-3 sm:pt-7">
            <Button
              variant="ghost"
              disabled={ready[from] === 0}
              onClick={() => setCoins(formatCoins(ready[from]))}
              className="h-12"
            >
              All of it
            </Button>
            <Button type="submit" variant="quiet" className="h-12">
              Look it over
            </Button>
          </div>
        </div>
      </form>
      <ConfirmSheet
        open={swapping?.open ?? false}
        title="Swap these earnings?"
        action={swapping === null ? 'Swap' : `Swap ${words(swapping.amountMicrocoins)}`}
        busy={busy}
        problem={failure}
        onConfirm={swap}
        onClose={() => setSwapping(swapping && { ...swapping, open: false })}
      >
        {swapping === null ? null : (
          <p>
            {words(swapping.amountMicrocoins)} of {chosen.label.toLowerCase()} become as many {chosen.into} of yours.
            {from === 'earnings' ? ' They can’t be paid out any more, and not be swapped back.' : ''}
          </p>
        )}
      </ConfirmSheet>
    </section>
  );
}
