'use client';

import type { CoinPack } from '@troupe/contracts/http/payment';
import { Coin } from '@/components/brand/coin';
import { cn } from '@/lib/cn';
import { coinWord, formatCoins, formatCount, formatFiat } from '@/lib/format';
import type { Currency } from './currency';
import { pricePerCoin } from './currency';
import type { Offer } from './offer';
import { firstPurchaseBonus, firstPurchaseWords } from './offer';
import './checkout.css';

interface PackListProps {
  packs: readonly CoinPack[];
  currency: Currency;
  /** What applies by itself to this purchase. */
  firstPurchase: Offer['firstPurchase'];
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

interface PackButtonProps
  extends Pick<PackListProps, 'busyId' | 'firstPurchase' | 'messagePriceMicrocoins' | 'onChoose'> {
  pack: CoinPack;
  price: CoinPack['prices'][number];
}

function PackButton({ pack, price, busyId, firstPurchase, messagePriceMicrocoins, onChoose }: PackButtonProps) {
  const extra = firstPurchaseBonus(firstPurchase, pack.coinsMicrocoins);
  const bonus = pack.bonusMicrocoins + extra;
  const total = pack.coinsMicrocoins + bonus;
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
          {bonus === 0 ? 'No bonus' : `${formatCoins(pack.coinsMicrocoins)} + ${formatCoins(bonus)} bonus`}
          {' · '}
          {formatCount(Math.floor(total / messagePriceMicrocoins))} messages
        </span>
        {extra === 0 ? null : <span className="pack-first">{firstPurchaseWords(firstPurchase)}</span>}
      </span>
      <span className="pack-price">
        <span className="rounded-full bg-amber px-4 py-2 font-mono font-semibold text-on-amber tabular-nums">
          {busy ? 'Opening…' : formatFiat(price)}
        </span>
        <span className="pt-1 text-sm text-muted">{pricePerCoin(total, price)} a coin</span>
      </span>
    </button>
  );
}
