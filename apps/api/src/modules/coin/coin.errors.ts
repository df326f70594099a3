import type { ErrorCode } from '@troupe/contracts/errors';
import { AppError } from '../../platform/errors/app-error.ts';
import type { AmountRange } from './domain/amounts.ts';

export const amountNotWhole = (): AppError =>
  new AppError('amount_not_whole', 'Microcoins are whole numbers: there is nothing smaller');

export const amountOutOfRange = (range: AmountRange): AppError =>
  new AppError('amount_out_of_range', 'This amount is too small or too large', range);

export const recipientIsSelf = (): AppError => new AppError('recipient_is_self', 'These coins would go to yourself');

/** `most`: what could be sent instead, now. */
export const coinsTooYoung = (most: bigint): AppError =>
  new AppError('coins_too_young', 'Only bought coins older than the holding period can be sent', {
    mostMicrocoins: Number(most),
  });

export const giftLimitReached = (most: bigint): AppError =>
  new AppError('gift_limit_reached', 'This is more than can be sent within a day', { mostMicrocoins: Number(most) });

const REFUSALS = {
  reused: ['idempotency_key_reused', 'This key was used for another request before'],
  blocked: ['spending_blocked', 'This wallet can’t spend right now'],
  insufficient: ['insufficient_coins', 'There are not enough coins'],
  limited: ['spending_limit_reached', 'This would pass the limit that was set for a day'],
} as const satisfies Record<string, readonly [ErrorCode, string]>;

/** Refusals of the ledger that mean the same wherever they come from. */
export function refused(outcome: keyof typeof REFUSALS): AppError {
  const [code, message] = REFUSALS[outcome];
  return new AppError(code, message);
}

/** `balance`: what is there instead of what was expected. */
export const balanceChanged = (balance: bigint): AppError =>
  new AppError('balance_changed', 'This balance has moved since you looked', { balanceMicrocoins: Number(balance) });

export const balanceUnchanged = (): AppError =>
  new AppError('balance_unchanged', 'This is what the balance is already');

export const insufficientEarnings = (): AppError =>
  new AppError('insufficient_earnings', 'There are not enough matured earnings');
