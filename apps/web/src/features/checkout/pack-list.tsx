'use client';

import type { CoinPack } from '@troupe/contracts/http/payment';
import { Coin } from '@/components/brand/coin';
import { cn } from '@/lib/cn';
import { coinWord, formatCoins, formatCount, formatFiat } from '@/lib/format';
import type { Currency } from './currency';
import { pricePerCoin } from './currency';
import './checkout.css';

interface PackListProps {
  packs: readonly CoinPack[];
  currency: Currency;
  /** The pack that is being opened. */
  busyId: string | null;
  /** With a price, each pack says how many messages it is. */
  messagePriceMicrocoins: number;
  /** Side by side where there is room. */
  wide?: boolean;
  onChoose: (pack: CoinPack) => void;
}

/** The packs as they are: coins, bonus, price, and what one coin comes to. Nothing is ticked beforehand. */
export function PackList({ packs, currency, wide = false, ...row }: PackListProps) {
  return (
    <ul className={cn('grid gap-3', wide && 'packs-wide')}>
      {packs.map((pack) => {
        const price = pack.prices.find((candidate) => candidate.currency === currency) ?? pack.prices[0];
        return price === undefined ? null : (
          <li key={pack.id}>
            <PackButton pack={pack} price={price} {...row} />
          </li>
        );
      })}
    </ul>
  );
}

interface PackButtonProps extends Pick<PackListProps, 'busyId' | 'messagePriceMicrocoins' | 'onChoose'> {
  pack: CoinPack;
  price: CoinPack['prices'][number];
}

function PackButton({ pack, price, busyId, messagePriceMicrocoins, onChoose }: PackButtonProps) {
  const total = pack.coinsMicrocoins + pack.bonusMicrocoins;
  const busy = busyId === pack.id;
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busyId !== null || undefined}
      onClick={() => busyId === null && onChoose(pack)}
      className="pack"
    >
      <span className="grid gap-0.5">
        <span className="font-display font-semibold">{pack.name}</span>
        <span className="pack-coins">
          <Coin size={22} />
          {formatCoins(total)}
          <span className="sr-only"> {coinWord(total)}</span>
        </span>
        <span className="text-sm text-muted">
          {pack.bonusMicrocoins === 0
            ? 'No bonus'
            : `${formatCoins(pack.coinsMicrocoins)} + ${formatCoins(pack.bonusMicrocoins)} bonus`}
          {' · '}
          {formatCount(Math.floor(total / messagePriceMicrocoins))} messages
        </span>
      </span>
      <span className="pack-price">
        <span className="rounded-full bg-amber px-4 py-2 font-mono font-semibold text-on-amber tabular-nums">
          {busy ? 'Opening…' : formatFiat(price)}
        </span>
        <span className="pt-1 text-sm text-muted">{pricePerCoin(pack, price)} a coin</span>
      </span>
    </button>
  );
}
