import { ECONOMY, PAYOUT_TERMS } from './economy.ts';
import type { PersonaPrice } from './http/creator-persona.ts';
import { LIMITS } from './limits.ts';
import { type FiatCurrency, MICROCOINS_PER_COIN } from './money.ts';

const FULL = 100n;
const PLATFORM_SHARE_PERCENT = 100 - ECONOMY.creatorSharePercent;
/** Millionths of a currency's unit in one minor unit: both currencies have hundredths. */
const MICROS_PER_MINOR = 10_000n;

/**
 * The least that may be asked, so that the platform's share pays for the model: a message at a flat price in microcoins with the longest prompt
 * and reply there are, and a rate in microcoins per 1,000 tokens.
 */
export const PRICE_FLOORS = {
  flatMicrocoins: Math.max(
    ECONOMY.messagePriceMinMicrocoins,
    throughShare((LIMITS.contextTokensMax * ECONOMY.modelCostMicrocoinsPer1000Tokens) / 1_000),
  ),
  rateMicrocoins: throughShare(ECONOMY.modelCostMicrocoinsPer1000Tokens),
} as const;

function throughShare(costMicrocoins: number): number {
  return Math.ceil((costMicrocoins * 100) / PLATFORM_SHARE_PERCENT);
}

/** What lists show of a price, in microcoins: of a message, or of a reply of full length beside its prompt. */
export function listedMicrocoins(price: PersonaPrice): number {
  return price.kind === 'flat' ? price.priceMicrocoins : price.baseMicrocoins + price.outputRateMicrocoins;
}

/** How much a persona is used; tokens are of an average message. */
export interface PersonaUse {
  messages: number;
  promptTokens: number;
  replyTokens: number;
}

export interface EarningsEstimate {
  /** What fans pay for a message, and for all of them. */
  messageMicrocoins: bigint;
  paidMicrocoins: bigint;
  /** The creator's part of all of them. */
  earnedMicrocoins: bigint;
  /** What that is worth in minor units, rounded down; only of coins that fans bought, for bonus coins can't be paid out. */
  payoutMinor: Readonly<Record<FiatCurrency, bigint>>;
}

/**
 * What a persona would earn: rounded as the ledger rounds, each message by itself, the creator's part down. Throws a RangeError on a use that is
 * negative or not whole.
 */
export function estimateEarnings(price: PersonaPrice, use: PersonaUse): EarningsEstimate {
  for (const count of [use.messages, use.promptTokens, use.replyTokens]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a use is counted in whole numbers from 0');
  }
  const messageMicrocoins = messagePrice(price, use);
  const messages = BigInt(use.messages);
  const earnedMicrocoins = ((messageMicrocoins * BigInt(ECONOMY.creatorSharePercent)) / FULL) * messages;
  const worth = (currency: FiatCurrency): bigint =>
    (earnedMicrocoins * BigInt(PAYOUT_TERMS[currency].rateMicrosPerCoin)) /
    BigInt(MICROCOINS_PER_COIN) /
    MICROS_PER_MINOR;
  return {
    messageMicrocoins,
    paidMicrocoins: messageMicrocoins * messages,
    earnedMicrocoins,
    payoutMinor: { USD: worth('USD'), INR: worth('INR') },
  };
}

function messagePrice(price: PersonaPrice, { promptTokens, replyTokens }: PersonaUse): bigint {
  if (price.kind === 'flat') return BigInt(price.priceMicrocoins);
  const thousandths =
    BigInt(price.baseMicrocoins) * 1_000n +
    BigInt(price.inputRateMicrocoins) * BigInt(promptTokens) +
    BigInt(price.outputRateMicrocoins) * BigInt(replyTokens);
  return (thousandths + 999n) / 1_000n;
}
