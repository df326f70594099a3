import type { FiatCurrency } from '@troupe/contracts/money';
import { AppError } from '../../platform/errors/app-error.ts';
import type { ProviderFault } from './providers/payment-provider.ts';

export const paymentMismatch = (): AppError =>
  new AppError('payment_mismatch', 'The amount is not the one that was agreed');

export const badSignature = (): AppError => new AppError('invalid_signature', 'The signature does not fit this body');

export const currencyNotTaken = (currency: FiatCurrency): AppError =>
  new AppError('currency_not_taken', `This payment provider doesn’t take ${currency} here`);

export const noSuchPromotion = (): AppError =>
  new AppError('promotion_not_available', 'This code is not valid now, or you have used it already');

/** What a fault at a provider is to whoever asked us. The provider's own words stay in the log. */
export function providerFailed(fault: ProviderFault): AppError {
  const options = { cause: fault };
  switch (fault.kind) {
    case 'refused':
      return new AppError('payment_refused', 'The payment provider did not accept this', undefined, options);
    default:
      return new AppError(
        'payment_provider_unavailable',
        'The payment provider can’t be reached right now: please try again',
        undefined,
        options,
      );
  }
}
