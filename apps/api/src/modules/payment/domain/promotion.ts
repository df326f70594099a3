export interface PromotionTerms {
  firstPurchase: boolean;
  bonusPercent: number;
  bonusMicrocoins: bigint;
  usesMax: number | null;
  usesPerUserMax: number;
}

export interface PromotionUses {
  all: number;
  own: number;
  /** Purchases that the user has made. */
  purchases: number;
}

/** Whether another purchase of this user may have it. */
export function isToBeHad(terms: PromotionTerms, uses: PromotionUses): boolean {
  if (terms.firstPurchase && uses.purchases > 0) return false;
  return uses.own < terms.usesPerUserMax && (terms.usesMax === null || uses.all < terms.usesMax);
}

/** The bonus that it adds to bought coins, rounded down to a microcoin. */
export const bonusOf = (terms: PromotionTerms, coinsMicrocoins: bigint): bigint =>
  terms.bonusMicrocoins + (coinsMicrocoins * BigInt(terms.bonusPercent)) / 100n;
