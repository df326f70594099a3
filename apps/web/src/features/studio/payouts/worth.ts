import type { PayoutOffer } from '@troupe/contracts/http/payout';
import { formatFiat } from '../../../lib/format';
import { parseCoins } from '../../../lib/parse-coins';

type Terms = Pick<PayoutOffer, 'rateMicrosPerCoin' | 'feeMinor' | 'minimumMinor' | 'currency'>;

/** Microcoins times millionths of a unit per coin, in hundredths of that unit. */
const PER_MINOR = 10n ** 10n;

/** What microcoins are worth on these terms, in whole minor units and rounded down as the payout does it; before the fee. */
export function worthMinor(amountMicrocoins: number, { rateMicrosPerCoin }: Pick<Terms, 'rateMicrosPerCoin'>): number {
  return Number((BigInt(amountMicrocoins) * BigInt(rateMicrosPerCoin)) / PER_MINOR);
}

/** What was typed, and what of it arrives; or what is wrong with it. */
export function readAmount(
  typed: string,
  payableMicrocoins: number,
  terms: Terms,
): { amountMicrocoins: number; paysMinor: number } | { problem: string } {
  const amountMicrocoins = parseCoins(typed);
  if (amountMicrocoins === null) return { problem: 'How many coins? For instance 2500.' };
  if (amountMicrocoins > payableMicrocoins) return { problem: 'That is more than can be paid out now.' };
  const worth = worthMinor(amountMicrocoins, terms);
  if (worth < terms.minimumMinor) {
    const money = (amountMinor: number) => formatFiat({ currency: terms.currency, amountMinor });
    return { problem: `The smallest payout is ${money(terms.minimumMinor)}; this is ${money(worth)}.` };
  }
  return { amountMicrocoins, paysMinor: worth - terms.feeMinor };
}
