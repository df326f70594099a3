import type { PayoutTerms } from '@troupe/contracts/economy';
import type { PaymentProviderName } from '@troupe/contracts/http/payment';

/** Millionths of a unit in one minor unit, times microcoins in a coin. */
const SCALE = 10_000n * 1_000_000n;

/** What some earnings bring on some terms. Microcoins, and minor units of the terms' currency. */
export interface Quote {
  /** What leaves the earnings: the least that is worth those minor units. The rest stays. */
  amountMicrocoins: bigint;
  /** What it is worth, rounded down. */
  worthMinor: bigint;
  feeMinor: bigint;
  /** What arrives. */
  amountMinor: bigint;
  rateMicrosPerCoin: bigint;
  /** It is worth at least the minimum, and something arrives. */
  isEnough: boolean;
}

/** Fiat is rounded down to whole minor units; of the coins only what is worth them is taken, rounded up to a microcoin. */
export function quote(microcoins: bigint, terms: PayoutTerms, provider: PaymentProviderName): Quote {
  const rateMicrosPerCoin = BigInt(terms.rateMicrosPerCoin);
  const worthMinor = microcoins > 0n ? (microcoins * rateMicrosPerCoin) / SCALE : 0n;
  const feeMinor = BigInt(terms.feeMinor[provider]);
  const amountMinor = worthMinor > feeMinor ? worthMinor - feeMinor : 0n;
  return {
    amountMicrocoins: (worthMinor * SCALE + rateMicrosPerCoin - 1n) / rateMicrosPerCoin,
    worthMinor,
    feeMinor,
    amountMinor,
    rateMicrosPerCoin,
    isEnough: worthMinor >= BigInt(terms.minimumMinor) && amountMinor > 0n,
  };
}
