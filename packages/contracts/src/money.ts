import * as z from './zod.ts';

/** 1 coin is 1,000,000 microcoins. People see coins; storage, code and wire count microcoins. */
export const MICROCOINS_PER_COIN = 1_000_000;

/** A signed amount in microcoins as a JSON integer; safe up to about nine thousand million coins. */
export const microcoins = z.int();

/** An amount in microcoins that can't be negative. */
export const microcoinsNonNegative = z.int().check(z.minimum(0));

export const fiatCurrency = z.enum(['USD', 'INR']);
export type FiatCurrency = z.infer<typeof fiatCurrency>;

/** Fiat is counted in minor units (cents, paise) with its currency beside it. */
export const fiatAmount = z.strictObject({ currency: fiatCurrency, amountMinor: z.int().check(z.minimum(0)) });
export type FiatAmount = z.infer<typeof fiatAmount>;

/**
 * Microcoins as people read them: no trailing zeros, no rounding, grouped thousands. `1400000` is `1.4`.
 * The unit word is the caller's, so that the text can be translated.
 */
export function formatCoins(amountMicrocoins: number | bigint, locale = 'en'): string {
  const amount = BigInt(amountMicrocoins);
  const unit = BigInt(MICROCOINS_PER_COIN);
  const magnitude = amount < 0n ? -amount : amount;
  const whole = (magnitude / unit).toLocaleString(locale);
  const fraction = (magnitude % unit).toString().padStart(6, '0').replace(/0+$/, '');
  const sign = amount < 0n ? '−' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** Coins as a number of at most six decimals → microcoins, exactly; throws a RangeError on a finer fraction. */
export function coinsToMicrocoins(coins: number): number {
  const amount = Math.round(coins * MICROCOINS_PER_COIN);
  if (!Number.isSafeInteger(amount) || Math.abs(amount / MICROCOINS_PER_COIN - coins) > 1e-9) {
    throw new RangeError(`${coins} coins is not a whole number of microcoins`);
  }
  return amount;
}
