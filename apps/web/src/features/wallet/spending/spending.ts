import type { SpendingDay } from '@troupe/contracts/http/coin-movements';

/** Everything that left for messages, tips and gifts, less what came back. */
export function spentMicrocoins(days: readonly SpendingDay[]): number {
  return days.reduce(
    (sum, day) => sum + day.messagesMicrocoins + day.tipsMicrocoins + day.giftsMicrocoins - day.refundsMicrocoins,
    0,
  );
}

/** True when nothing left and nothing came back: then there is nothing to draw. */
export function isQuiet(days: readonly SpendingDay[]): boolean {
  return days.every(
    (day) => day.messagesMicrocoins + day.tipsMicrocoins + day.giftsMicrocoins + day.refundsMicrocoins === 0,
  );
}
