import { ProviderFault } from '../payment-provider.ts';
import type { DestinationStatus } from '../payout-provider.ts';
import { bankFingerprint, vpaFingerprint } from './razorpay-instrument.ts';
import type { RazorpayValidation } from './razorpay-shapes.ts';

export type DestinationKind = 'bank' | 'upi';

export interface RazorpayDestination {
  kind: DestinationKind;
  fundAccountId: string;
  validationId: string;
}

/** One text for us, `upi/fa_…/fav_…`: what a payout needs to know, and what tells whether the account was found good. */
export const destinationRef = ({ kind, fundAccountId, validationId }: RazorpayDestination): string =>
  `${kind}/${fundAccountId}/${validationId}`;

/** Throws a `ProviderFault` of kind `unknown` for a text that isn't of that form. */
export function parseDestinationRef(ref: string): RazorpayDestination {
  const [, kind, fundAccountId, validationId] =
    /^(bank|upi)\/(fa_[A-Za-z0-9]{1,40})\/(fav_[A-Za-z0-9]{1,40})$/.exec(ref) ?? [];
  if (kind === undefined || fundAccountId === undefined || validationId === undefined) {
    throw new ProviderFault('unknown', 'This is no destination at RazorpayX');
  }
  return { kind: kind === 'upi' ? 'upi' : 'bank', fundAccountId, validationId };
}

/** The bank's own word; `valid` is what newer replies say for `active`. */
const GOOD = new Set(['active', 'valid']);

export function destinationStatus(validation: RazorpayValidation, fingerprintKey: string): DestinationStatus {
  const word = (validation.results ?? validation.validation_results)?.account_status ?? '';
  const isVerified = validation.status === 'completed' && GOOD.has(word);
  const { bank_account: bank, vpa } = validation.fund_account;
  if (bank != null) {
    const fingerprint = bankFingerprint(bank.ifsc, bank.account_number, fingerprintKey);
    return { isVerified, hint: `•••• ${bank.account_number.slice(-4)}`, fingerprint };
  }
  if (vpa != null) {
    return { isVerified, hint: maskedVpa(vpa.address), fingerprint: vpaFingerprint(vpa.address, fingerprintKey) };
  }
  throw new ProviderFault('nonsense', 'RazorpayX validated neither a bank account nor a UPI address');
}

/** `asha@okbank` is shown as `as••@okbank`: a UPI address is all that one needs to ask somebody for money, and often it is a phone number. */
function maskedVpa(address: string): string {
  const [name = '', handle = ''] = address.split('@');
  return `${name.slice(0, 2)}••@${handle.slice(0, 40)}`;
}
