import type { PaymentProviderName } from './http/payment.ts';
import { coinsToMicrocoins, type FiatCurrency } from './money.ts';

/** The numbers of the coin economy that every part agrees on. Amounts in microcoins, shares in percent. */
export const ECONOMY = {
  messagePriceDefaultMicrocoins: coinsToMicrocoins(2),
  messagePriceMinMicrocoins: coinsToMicrocoins(0.5),
  messagePriceMaxMicrocoins: coinsToMicrocoins(500),
  creatorSharePercent: 70,
  /** What 1,000 tokens of the default model cost the house at most: 0.10 USD for a million, at 0.01 USD a coin. */
  modelCostMicrocoinsPer1000Tokens: coinsToMicrocoins(0.01),
  welcomeBonusMicrocoins: coinsToMicrocoins(30),
  /** "A sentence": a reply that failed with fewer visible characters delivered is refunded. */
  sentenceVisibleChars: 80,
  /** Refunds for stopping before the first token, per fan and day; beyond it the price stands. */
  stopRefundsPerDayMax: 20,
  /** Messages to one's own persona, free per day (UTC); they never touch the ledger. */
  previewMessagesPerDayMax: 50,
  /** The first alternative to a reply is free, so often a day. */
  freeAlternativesPerDayMax: 20,
  payoutHoldingDays: 7,
  payoutRateUsdMicrosPerCoin: 8_000,
  payoutRateInrMicrosPerCoin: 620_000,
  /** What a provider keeps of a small purchase at most, in percent of its price. */
  providerFeePercentMax: 15,
  /** Gifts move bought coins only, and at most this much in any stretch of `giftWindowHours`. */
  giftMinMicrocoins: coinsToMicrocoins(1),
  giftWindowMaxMicrocoins: coinsToMicrocoins(500),
  giftWindowHours: 24,
  tipMinMicrocoins: coinsToMicrocoins(1),
  tipMaxMicrocoins: coinsToMicrocoins(500),
  /** Matured earnings into one's own coins, one to one. */
  swapMinMicrocoins: coinsToMicrocoins(0.01),
  swapMaxMicrocoins: coinsToMicrocoins(1_000_000),
  /** What an admin may set a balance to, or grant, at once. */
  creditsMaxMicrocoins: coinsToMicrocoins(1_000_000),
} as const;

export interface PayoutTerms {
  /** What a payable coin is worth, in millionths of the currency's unit. */
  rateMicrosPerCoin: number;
  /** The least that the coins of one payout have to be worth. */
  minimumMinor: number;
  /** What is kept back of each payout for the provider's own price. */
  feeMinor: Readonly<Record<PaymentProviderName, number>>;
}

/** What creators are paid, by currency. A request freezes them; what changes here changes no payout that is under way. */
export const PAYOUT_TERMS: Readonly<Record<FiatCurrency, PayoutTerms>> = {
  USD: {
    rateMicrosPerCoin: ECONOMY.payoutRateUsdMicrosPerCoin,
    minimumMinor: 2_000,
    feeMinor: { stripe: 0, razorpay: 0, sandbox: 0 },
  },
  INR: {
    rateMicrosPerCoin: 620_000,
    minimumMinor: 150_000,
    feeMinor: { stripe: 0, razorpay: 0, sandbox: 0 },
  },
};

export const PAYOUT_RULES = {
  /** The rolling reserve: this part of what matured within so many days stays back, for disputes that are yet to come. */
  reservePercent: 10,
  reserveDays: 30,
  /** What can be named in one request. */
  requestMaxMicrocoins: coinsToMicrocoins(10_000_000),
  /** A person looks first when at most so many payers paid at least this part of what is new since the payout before, and it is worth looking. */
  concentratedPayersMax: 3,
  concentratedPercent: 50,
  concentratedFromMicrocoins: coinsToMicrocoins(5_000),
} as const;
