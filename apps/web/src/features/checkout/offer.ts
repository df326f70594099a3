import type { CoinPack, PaymentProviderName, PaymentProviders } from '@troupe/contracts/http/payment';
import { coinWord, formatCoins } from '../../lib/format';
import type { Currency } from './currency';

/** What is sold here, by whom it can be paid, and what the next purchase gets on top. */
export interface Offer extends PaymentProviders {
  packs: readonly CoinPack[];
}

type FirstPurchase = Offer['firstPurchase'];

/** The currencies that somebody here takes, dollars first. */
export function currenciesOf(providers: Offer['providers']): Currency[] {
  return (['USD', 'INR'] as const).filter((currency) => providersFor(providers, currency).length > 0);
}

/** Who takes this currency, in the house's order. */
export function providersFor(providers: Offer['providers'], currency: Currency): PaymentProviderName[] {
  return providers.filter((provider) => provider.currencies.includes(currency)).map(({ name }) => name);
}

/** The bonus that a first purchase adds to these bought coins, rounded down as the ledger does it. */
export function firstPurchaseBonus(promotion: FirstPurchase, coinsMicrocoins: number): number {
  if (promotion === null) return 0;
  return promotion.bonusMicrocoins + Math.floor((coinsMicrocoins * promotion.bonusPercent) / 100);
}

/** `+ 20 % on your first purchase`; null when nothing is added. */
export function firstPurchaseWords(promotion: FirstPurchase): string | null {
  if (promotion === null) return null;
  const { bonusPercent, bonusMicrocoins } = promotion;
  const coins = `${formatCoins(bonusMicrocoins)} ${coinWord(bonusMicrocoins)}`;
  const parts = [...(bonusPercent > 0 ? [`+ ${bonusPercent} %`] : []), ...(bonusMicrocoins > 0 ? [`+ ${coins}`] : [])];
  return parts.length === 0 ? null : `${parts.join(' and ')} on your first purchase`;
}

/** How people know each provider. */
export const PROVIDER_WORDS: Record<PaymentProviderName, { label: string; through: string }> = {
  stripe: { label: 'Card or wallet', through: 'with Stripe' },
  razorpay: { label: 'UPI, card or bank', through: 'with Razorpay' },
  sandbox: { label: 'Rehearsal', through: 'no money moves' },
};
