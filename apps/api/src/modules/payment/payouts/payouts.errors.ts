import { LIMITS } from '@troupe/contracts/limits';
import type { FiatCurrency } from '@troupe/contracts/money';
import { AppError, notFound } from '../../../platform/errors/app-error.ts';
import type { ProviderFault } from '../providers/payment-provider.ts';
import type { Quote } from './domain/quote.ts';

export const payoutNotFound = (): AppError => notFound('This payout');
export const destinationNotFound = (): AppError => notFound('This destination');
export const providerNotFound = (): AppError => notFound('This way to be paid');

export const payoutsUnavailable = (): AppError =>
  new AppError('payouts_unavailable', 'Nobody can be paid out here at the moment');
export const profileRequired = (): AppError =>
  new AppError('payout_profile_required', 'We have to know first who is paid');
export const destinationUnverified = (): AppError =>
  new AppError('payout_destination_unverified', 'This destination has not been confirmed yet');
export const tooManyDestinations = (): AppError =>
  new AppError(
    'too_many_payout_destinations',
    `At most ${LIMITS.payoutDestinationsMax} destinations: remove one first`,
  );
export const payoutUnderWay = (): AppError => new AppError('payout_under_way', 'This payout is under way');
export const payoutAlreadyDecided = (): AppError =>
  new AppError('payout_already_decided', 'This payout is not waiting for a decision any more');
export const relatedPayer = (): AppError =>
  new AppError(
    'payout_related_payer',
    'These earnings can’t be paid out: write to us, and we will look at it together',
  );
export const receivableOpen = (): AppError =>
  new AppError('receivable_open', 'Something is owed to us: nothing can be paid out before it is settled');
export const walletBlocked = (): AppError =>
  new AppError('spending_blocked', 'This wallet can’t pay anything out right now');
export const notEnoughPayable = (payable: bigint): AppError =>
  new AppError('insufficient_earnings', 'There are not that many earnings that can be paid out', {
    payableMicrocoins: Number(payable),
  });
export const keyReused = (): AppError =>
  new AppError('idempotency_key_reused', 'This key was used for another request before');

export const belowMinimum = (offer: Quote, currency: FiatCurrency, minimumMinor: number): AppError =>
  new AppError('payout_below_minimum', 'These coins are worth less than what is paid out at once', {
    currency,
    worthMinor: Number(offer.worthMinor),
    minimumMinor,
  });

/** What somebody who waits for an answer hears when the provider fails. */
export function providerRefusal(cause: ProviderFault): AppError {
  if (cause.kind === 'refused') {
    const details = [{ path: 'account', problem: cause.code ?? 'refused by the bank' }];
    return new AppError('validation_failed', 'This account was not accepted', details, { cause });
  }
  return new AppError(
    'payment_provider_unavailable',
    'The payment provider can’t be reached right now: please try again',
    undefined,
    { cause },
  );
}
