import type { CoinPack } from '@troupe/contracts/http/payment';

export type Currency = CoinPack['prices'][number]['currency'];

const INDIAN_ZONES = ['Asia/Kolkata', 'Asia/Calcutta'];

/** The currency to show first: rupees where the first language or the clock is Indian, dollars elsewhere. */
export function currencyFor(language: string, timeZone: string): Currency {
  return /-IN$/i.test(language) || INDIAN_ZONES.includes(timeZone) ? 'INR' : 'USD';
}

const MICRO = 1_000_000;

/** What one coin comes to when this price buys so many: `0.91¢`, `₹0.73`. Bonus coins count, since they buy the same messages. */
export function pricePerCoin(totalMicrocoins: number, price: CoinPack['prices'][number]): string {
  const minorPerCoin = price.amountMinor / (totalMicrocoins / MICRO);
  if (price.currency === 'USD') return `${minorPerCoin.toFixed(2)}¢`;
  return new Intl.NumberFormat('en', { style: 'currency', currency: price.currency }).format(minorPerCoin / 100);
}
