/*
 * Formatting without zod: these run in pages whose weight is counted. The rule for coins is the contracts' own
 * (`formatCoins` in money.ts).
 */

const MICRO = 1_000_000;

/** Microcoins as people read them, without the unit: `1400000` is `1.4`, `-2000000` is `−2`. Never rounded. */
export function formatCoins(amountMicrocoins: number, locale = 'en'): string {
  const magnitude = Math.abs(amountMicrocoins);
  const whole = Math.trunc(magnitude / MICRO).toLocaleString(locale);
  const fraction = (magnitude % MICRO).toString().padStart(6, '0').replace(/0+$/, '');
  const sign = amountMicrocoins < 0 ? '−' : '';
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** The word beside an amount: `coin` for exactly one. */
export function coinWord(amountMicrocoins: number): 'coin' | 'coins' {
  return Math.abs(amountMicrocoins) === MICRO ? 'coin' : 'coins';
}

/** A price in words: `2 coins`, and `up to 2 coins` where it depends on what is said. */
export function formatPrice(priceMicrocoins: number, atMost: boolean): string {
  return `${atMost ? 'up to ' : ''}${formatCoins(priceMicrocoins)} ${coinWord(priceMicrocoins)}`;
}

/** As `formatPrice`, for what may cost nothing. */
export function priceWords(priceMicrocoins: number, atMost: boolean): string {
  return priceMicrocoins === 0 ? 'free' : formatPrice(priceMicrocoins, atMost);
}

/** A count on a card: `1,204` up to ten thousand, then `12K`. */
export function formatCount(count: number, locale = 'en'): string {
  const notation = count < 10_000 ? 'standard' : 'compact';
  return new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 1 }).format(count);
}

/** Minor units of a currency as people write it: `499` USD is `$4.99`. */
export function formatFiat(price: { currency: string; amountMinor: number }, locale = 'en'): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: price.currency }).format(price.amountMinor / 100);
}
