import { formatCoins, formatPrice } from '../../../lib/format';
import type { PricedAgain } from './notice';

interface Means {
  priceMicrocoins: number;
  balanceMicrocoins: number;
}

export function shortTitle(name: string, { priceMicrocoins, balanceMicrocoins }: Means, byTokens: boolean): string {
  return `A message to ${name} is ${formatPrice(priceMicrocoins, byTokens)}; you have ${formatCoins(balanceMicrocoins)}.`;
}

/** How far what is left goes; with a price by tokens it goes at least as far. */
export function lowTitle(name: string, { priceMicrocoins, balanceMicrocoins }: Means, byTokens: boolean): string {
  const left = `${formatPrice(balanceMicrocoins, false)} left`;
  // The fan's own threshold may be met where messages are free.
  if (priceMicrocoins === 0) return left;
  const count = Math.floor(balanceMicrocoins / priceMicrocoins);
  const messages = count === 1 ? 'one more message' : `${count} more messages`;
  return `${left}: ${byTokens ? 'at least ' : ''}${messages} to ${name}`;
}

export const PRICED_ACTIONS: Record<PricedAgain['what'], string> = {
  message: 'Send',
  edit: 'Send',
  more: 'Go on',
  take: 'Another take',
};

export function pricedTitle(what: PricedAgain['what'], name: string, price: string, byTokens: boolean): string {
  if (what === 'more') return `To let ${name} go on costs ${price}.`;
  if (what !== 'take') return `${name} now costs ${price} a message.`;
  // There are no free takes at a price by tokens, so none can be used up.
  return byTokens ? `Another take now costs ${price}.` : `No free take is left here today: another one is ${price}.`;
}
