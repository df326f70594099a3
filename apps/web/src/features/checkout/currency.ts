'use client';

import type { CoinPack } from '@troupe/contracts/http/payment';
import { useState } from 'react';
import { useHydrated } from '@/lib/clock';

export type Currency = CoinPack['prices'][number]['currency'];

/** The currency that packs are shown in: rupees for a browser from India, dollars elsewhere, until somebody chooses. */
export function useCurrency(): [Currency, (currency: Currency) => void] {
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState<Currency | null>(null);
  const local = hydrated && /-IN$/i.test(navigator.language) ? 'INR' : 'USD';
  return [chosen ?? local, setChosen];
}

const MICRO = 1_000_000;

/** What one coin of a pack costs: `0.91¢`, `₹0.73`. Bonus coins count, since they buy the same messages. */
export function pricePerCoin(
  pack: Pick<CoinPack, 'coinsMicrocoins' | 'bonusMicrocoins'>,
  price: CoinPack['prices'][number],
) {
  const coins = (pack.coinsMicrocoins + pack.bonusMicrocoins) / MICRO;
  const minorPerCoin = price.amountMinor / coins;
  if (price.currency === 'USD') return `${minorPerCoin.toFixed(2)}¢`;
  return new Intl.NumberFormat('en', { style: 'currency', currency: price.currency }).format(minorPerCoin / 100);
}
