import { browserApi } from '@/lib/api/browser';
import { setBalance } from '@/lib/balance';

/** Asks for the balance after a movement; the page that stays behind its time is told by the next event all the same, so this never rejects. */
export function refreshBalance(userId: string): Promise<void> {
  return browserApi.coin.balance(userId).then(setBalance, reportError);
}
