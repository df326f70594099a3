'use client';

import type { Balance } from '@troupe/contracts/http/coin';
import Link from 'next/link';
import { useEffect } from 'react';
import { Coin } from '@/components/brand/coin';
import { buttonClass } from '@/components/ui/button';
import { setBalance, useBalance } from '@/lib/balance';
import { coinWord, formatCoins } from '@/lib/format';
import { useHouse } from '@/lib/house';
import { owedWords } from '@/lib/owed';

/** The page is long on a phone: its parts by the names of their headings. */
const PLACES = [
  ['spending', 'What you spent'],
  ['send-coins', 'Send coins'],
  ['spending-limits', 'Your limits'],
  ['history', 'History'],
] as const;

/** What is in the wallet, large, and what it is made of in one line. */
export function BalanceStage({ initial }: { initial: Balance }) {
  const balance = useBalance() ?? initial;
  useFreshBalance();
  const { balanceMicrocoins, coinsMicrocoins, bonusMicrocoins, heldMicrocoins } = balance;
  const total = coinsMicrocoins + bonusMicrocoins;
  return (
    <section aria-labelledby="balance" className="balance-stage">
      <h1 id="balance" className="font-sans text-base font-medium text-muted">
        Your wallet
      </h1>
      <p className="flex items-center gap-4">
        <Coin size={64} className="balance-coin" />
        <span className="font-mono text-3xl font-semibold tracking-tight tabular-nums">
          {formatCoins(balanceMicrocoins)}
        </span>
        <span className="self-end pb-1 text-lg text-muted">{coinWord(balanceMicrocoins)}</span>
      </p>
      {total === 0 ? null : (
        <div aria-hidden="true" className="flex h-1.5 w-full max-w-90 gap-0.5 overflow-clip rounded-full">
          <span className="bg-amber" style={{ width: `${(coinsMicrocoins / total) * 100}%` }} />
          <span className="bonus-bar flex-1" />
        </div>
      )}
      <p className="max-w-[60ch] text-muted">
        <strong className="font-semibold text-ink">{formatCoins(coinsMicrocoins)} bought</strong>
        {' and '}
        <strong className="font-semibold text-ink">{formatCoins(bonusMicrocoins)} bonus</strong>. Bonus coins are spent
        first and never turn into cash.
        {heldMicrocoins > 0 ? ` ${formatCoins(heldMicrocoins)} are set aside for replies that are still running.` : ''}
      </p>
      <Owing balance={balance} />
      <nav aria-label="In your wallet" className="-ml-3 flex flex-wrap">
        {PLACES.map(([id, label]) => (
          <a key={id} href={`#${id}`} className="wallet-place">
            {label}
          </a>
        ))}
        <Link href="/wallet/purchases" prefetch={false} className="wallet-place">
          Purchases and receipts
        </Link>
      </nav>
    </section>
  );
}

/** Why nothing can be spent, and what to do about it. */
function Owing({ balance }: { balance: Balance }) {
  const owed = owedWords(balance);
  if (owed === null && !balance.blocked) return null;
  return (
    <div role="status" className="wallet-owing">
      <p>
        <strong className="font-semibold">{owed ?? 'Your wallet can’t spend right now.'}</strong>{' '}
        {owed === null ? 'Write to support to sort it out.' : 'Until then nothing can be spent or sent.'}
      </p>
      {owed === null ? null : (
        <a href="#buy-coins" className={buttonClass({ variant: 'quiet' })}>
          See the packs
        </a>
      )}
    </div>
  );
}

/** A page that comes back from the browser's history shows an old amount: here of all places it is asked for again. */
function useFreshBalance(): void {
  const userId = useHouse().user?.id;
  useEffect(() => {
    if (userId === undefined) return;
    const leaving = new AbortController();
    import('@/lib/api/browser')
      .then(({ browserApi }) => browserApi.coin.balance(userId, { signal: leaving.signal }))
      .then(setBalance, (error: unknown) => {
        // The amount that the server rendered stays; leaving the page is no error.
        if (!leaving.signal.aborted) reportError(error);
      });
    return () => leaving.abort();
  }, [userId]);
}
