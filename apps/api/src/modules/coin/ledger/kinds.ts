import type { TransactionKind } from '@troupe/contracts/http/coin';

/** Why a transfer was made. Numbers are stored: never reuse one. The first four are also the legs of `ledger_charge`. */
export const KIND = {
  chargeShare: 1,
  chargeFee: 2,
  chargePromoShare: 3,
  chargePromoFee: 4,
  purchaseCash: 10,
  purchaseCoins: 11,
  purchaseBonus: 12,
  welcomeBonus: 20,
  grantedBonus: 21,
  giftOut: 30,
  tipShare: 31,
  tipFee: 32,
  tipPromoShare: 33,
  tipPromoFee: 34,
  swapEarnings: 35,
  swapPromo: 36,
  correction: 37,
  /** Coins taken back for money that went back, and returned when it came again. */
  clawback: 40,
  clawbackReturn: 41,
  /** The fiat side of both. */
  purchaseCashBack: 42,
  purchaseCashAgain: 43,
  providerFee: 44,
  /** What was owed, settled from a top-up or from matured earnings; also written by `ledger_mature`. */
  debtSettled: 45,
  /** Shares whose holding period is over; also written by `ledger_mature`. */
  earningsMatured: 50,
  promoMatured: 51,
  /** Earnings that are to be paid out: set aside, and back when they aren't. */
  payoutRequested: 60,
  payoutReleased: 61,
  /** The fiat half of one that is sent, with what is kept back for the provider's price. */
  payoutSent: 62,
  payoutFeeWithheld: 63,
  /** Its coins are gone, its money has left, and the provider took its price. */
  payoutPaidCoins: 64,
  payoutPaidCash: 65,
  payoutProviderFee: 66,
  /** The fiat half of one that came back, before it was paid or after. */
  payoutReturnedCash: 67,
  payoutFeeGivenBack: 68,
  /** The coins of one that came back after it was paid. */
  payoutReissued: 69,
} as const;

const TRANSACTION_KIND: Readonly<Record<number, TransactionKind>> = {
  [KIND.chargeShare]: 'message',
  [KIND.chargeFee]: 'message',
  [KIND.chargePromoShare]: 'message',
  [KIND.chargePromoFee]: 'message',
  [KIND.purchaseCash]: 'purchase',
  [KIND.purchaseCoins]: 'purchase',
  [KIND.purchaseBonus]: 'purchase',
  [KIND.welcomeBonus]: 'welcome_bonus',
  [KIND.grantedBonus]: 'bonus',
  [KIND.giftOut]: 'gift',
  [KIND.tipShare]: 'tip',
  [KIND.tipFee]: 'tip',
  [KIND.tipPromoShare]: 'tip',
  [KIND.tipPromoFee]: 'tip',
  [KIND.swapEarnings]: 'swap',
  [KIND.swapPromo]: 'swap',
  [KIND.clawback]: 'clawback',
  [KIND.clawbackReturn]: 'clawback_return',
  [KIND.payoutRequested]: 'payout',
  [KIND.payoutReleased]: 'payout',
  [KIND.payoutSent]: 'payout',
  [KIND.payoutPaidCoins]: 'payout',
  [KIND.payoutReissued]: 'payout',
};

/** What a journal is called in a wallet's history. */
export function transactionKindOf(kind: number, isReversal: boolean): TransactionKind {
  if (isReversal) return 'refund';
  return TRANSACTION_KIND[kind] ?? 'correction';
}
