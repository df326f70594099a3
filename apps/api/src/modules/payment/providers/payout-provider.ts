import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import type { FiatCurrency } from '@troupe/contracts/money';
import type { PayoutFacts } from '../domain/payout-facts.ts';

export interface PayoutOrder {
  /** Ours: the idempotency key is made of it. */
  payoutId: string;
  destinationRef: string;
  amountMinor: number;
  currency: FiatCurrency;
}

export interface Beneficiary {
  userId: string;
  /** The same for every attempt to open one destination. */
  destinationId: string;
  email: string;
  legalName: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  currency: FiatCurrency;
  /** Where the money goes, for providers that don't ask on a page of their own. Never stored by us as it is. */
  account:
    | { kind: 'hosted' }
    | { kind: 'bank'; accountNumber: string; ifsc: string }
    | { kind: 'upi'; vpa: string }
    | { kind: 'sandbox'; handle: string };
}

export interface OpenedDestination {
  ref: string;
  /** Where the creator completes it with the provider; null when nothing is left to do. */
  onboardingUrl: string | null;
  status: DestinationStatus;
}

export interface DestinationStatus {
  isVerified: boolean;
  /** What people recognise it by: "•••• 4242", "name@bank". */
  hint: string;
  /** The same for everybody who is paid there, to find creators and payers that are one person; null when the provider tells none. */
  fingerprint: string | null;
}

/** A company that pays creators. The same habits as `PaymentProvider`: timeouts, idempotency keys, `ProviderFault`. */
export interface PayoutProvider {
  readonly name: PaymentProviderName;
  readonly currencies: readonly FiatCurrency[];
  openDestination(beneficiary: Beneficiary): Promise<OpenedDestination>;
  checkDestination(ref: string): Promise<DestinationStatus>;
  /** A fresh address of the page where the creator goes on, for providers that have one. */
  onboardingUrl?(ref: string): Promise<string>;
  send(order: PayoutOrder): Promise<PayoutFacts>;
  fetch(ref: string): Promise<PayoutFacts>;
  /** Looks for a sending whose answer never came, by our own name for it; undefined: it never got there. */
  find(order: PayoutOrder, sentAt: Date): Promise<PayoutFacts | undefined>;
}
