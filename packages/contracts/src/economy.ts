import { coinsToMicrocoins } from './money.ts';

/** The numbers of the coin economy that every part agrees on. Amounts in microcoins, shares in percent. */
export const ECONOMY = {
  messagePriceDefaultMicrocoins: coinsToMicrocoins(2),
  messagePriceMinMicrocoins: coinsToMicrocoins(0.5),
  messagePriceMaxMicrocoins: coinsToMicrocoins(500),
  creatorSharePercent: 70,
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
