/**
 * Accounts are numbers: `wallet × 32 + code`. Wallets of people start at 1000; below are the platform's books, one per currency.
 * The migrations of the ledger use the same numbers in SQL; `test/ledger/ledger.db.spec.ts` holds the two against each other.
 */
const CODES_PER_WALLET = 32n;

export const FIRST_USER_WALLET = 1000n;

/** Books of the platform. */
export const BOOK = { COIN: 1n, USD: 2n, INR: 3n } as const;

/**
 * Accounts of a person, all in coins. All but the two that mature are checked: their balances are columns of the wallet's row and
 * are debited only under its lock.
 */
export const USER_ACCOUNT = {
  /** Coins that were bought. */
  coins: 1n,
  bonus: 2n,
  /** The creator's share of bought coins, until the holding period is over. Lock-free. */
  earningsPending: 3n,
  earnings: 4n,
  /** The creator's matured share of bonus coins: never paid out, may become their own bonus. */
  earningsPromo: 5n,
  /** The same until it matures. Lock-free. */
  earningsPromoPending: 6n,
  payoutInFlight: 7n,
  /** What its owner owes the platform; its balance is negative. */
  receivable: 8n,
} as const;

/** Accounts of the platform in coins. */
export const COIN_ACCOUNT = {
  revenue: 1n,
  promotions: 2n,
  issued: 3n,
  /** The other side of balances that an admin sets right. */
  adjustments: 4n,
} as const;

/** Accounts of the platform in a fiat currency. */
export const FIAT_ACCOUNT = {
  coinLiability: 1n,
  /** What providers keep for their work. */
  providerFees: 2n,
  /** What each provider holds for us. */
  cashSandbox: 8n,
  cashStripe: 9n,
  cashRazorpay: 10n,
  /** Payouts that a provider has taken on and not finished. */
  payoutsSandbox: 16n,
  payoutsStripe: 17n,
  payoutsRazorpay: 18n,
} as const;

export const userAccount = (walletId: bigint, account: keyof typeof USER_ACCOUNT): bigint =>
  walletId * CODES_PER_WALLET + USER_ACCOUNT[account];

export const coinAccount = (account: keyof typeof COIN_ACCOUNT): bigint =>
  BOOK.COIN * CODES_PER_WALLET + COIN_ACCOUNT[account];

export const fiatAccount = (currency: 'USD' | 'INR', account: keyof typeof FIAT_ACCOUNT): bigint =>
  BOOK[currency] * CODES_PER_WALLET + FIAT_ACCOUNT[account];
