import { invalid } from './refusal.ts';

/** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts; an account that settles in another currency has that one's minimum, converted. */
const MINIMUM_MINOR: Record<string, number> = { usd: 50, inr: 50 };
const MAXIMUM_MINOR = 99_999_999;

export function checkAmount(amountMinor: number, currency: string, param: string): void {
  const least = MINIMUM_MINOR[currency];
  if (least === undefined) throw invalid(`Invalid currency: ${currency}`, 'currency');
  if (amountMinor < least) throw invalid(`Amount must be at least ${least}`, param, 'amount_too_small');
  if (amountMinor > MAXIMUM_MINOR)
    throw invalid(`Amount must be no more than ${MAXIMUM_MINOR}`, param, 'amount_too_large');
}

/** An Indian account must send one with each payment; we don't know whose account it is, so rupees always have it. */
export function checkDescription(currency: string, description: string | undefined): void {
  if (currency === 'inr' && (description ?? '') === '') {
    throw invalid('As per Indian regulations, export transactions require a description.', 'description');
  }
}
