import { ECONOMY } from '@troupe/contracts/economy';
import { type FiatCurrency, MICROCOINS_PER_COIN } from '@troupe/contracts/money';

const RATE_MICROS_PER_COIN: Readonly<Record<FiatCurrency, number>> = {
  USD: ECONOMY.payoutRateUsdMicrosPerCoin,
  INR: ECONOMY.payoutRateInrMicrosPerCoin,
};
/** Millionths of a dollar or rupee in a cent or paisa. */
const MICROS_PER_MINOR = 10_000n;

/**
 * Whether a bought coin brings at least what a creator can be paid of it: else buying coins and tipping a friend would make money. Bonus counts for nothing here,
 * because it never becomes cash. The price is taken after the highest fee of a provider.
 */
export function isPriceSound(coinsMicrocoins: bigint, amountMinor: number, currency: FiatCurrency): boolean {
  const netMicros = BigInt(amountMinor) * MICROS_PER_MINOR * BigInt(100 - ECONOMY.providerFeePercentMax);
  const paidOutMicros =
    (coinsMicrocoins * BigInt(ECONOMY.creatorSharePercent * RATE_MICROS_PER_COIN[currency])) /
    BigInt(MICROCOINS_PER_COIN);
  return paidOutMicros <= netMicros;
}
