import { ECONOMY } from '@troupe/contracts/economy';
import type { SwapRequest } from '@troupe/contracts/http/coin-movements';
import { coinWord, formatCoins } from '../../lib/format';
import { parseCoins } from '../../lib/parse-coins';

export type SwapFrom = SwapRequest['from'];

/** The amount that was typed, or what is wrong with it, given what is ready. */
export function readSwap(coins: string, readyMicrocoins: number): { amountMicrocoins: number } | { problem: string } {
  const amountMicrocoins = parseCoins(coins);
  if (amountMicrocoins === null) return { problem: 'How many coins? For instance 20, or 2.5.' };
  const { swapMinMicrocoins: min, swapMaxMicrocoins: max } = ECONOMY;
  if (amountMicrocoins > readyMicrocoins) {
    if (readyMicrocoins === 0) return { problem: 'Nothing of these has matured yet.' };
    return { problem: `${formatCoins(readyMicrocoins)} ${coinWord(readyMicrocoins)} are ready.` };
  }
  if (amountMicrocoins < min || amountMicrocoins > max) {
    return { problem: `Between ${formatCoins(min)} and ${formatCoins(max)} coins.` };
  }
  return { amountMicrocoins };
}
