import type { Balance } from '@troupe/contracts/http/coin';
import { coinWord, formatCoins } from './format';

/** What is owed and how it is settled, in a sentence that a fan understands; null when nothing is. */
export function owedWords({ owedMicrocoins }: Pick<Balance, 'owedMicrocoins'>): string | null {
  if (owedMicrocoins === 0) return null;
  const verb = coinWord(owedMicrocoins) === 'coin' ? 'is' : 'are';
  return `${formatCoins(owedMicrocoins)} ${coinWord(owedMicrocoins)} ${verb} owed because a payment was taken back; your next purchase settles it.`;
}
