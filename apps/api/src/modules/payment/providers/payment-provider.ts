import type { IncomingHttpHeaders } from 'node:http';
import type { CheckoutForm, CheckoutHandover, PaymentProviderName } from '@troupe/contracts/http/payment';
import type { FiatCurrency } from '@troupe/contracts/money';
import type { PaymentFacts, RefundFact } from '../domain/payment-facts.ts';
import type { PayoutFacts } from '../domain/payout-facts.ts';

/** What is to be paid, frozen when the checkout was opened. */
export interface PaymentOrder {
  /** Ours: goes along as metadata, and the idempotency keys of what is created for it are made of it. */
  paymentId: string;
  userId: string;
  email: string;
  /** The provider's own id of this buyer, once it has one. */
  customerRef: string | null;
  amountMinor: number;
  currency: FiatCurrency;
  /** What the buyer reads beside the amount. */
  description: string;
  /** A page of the provider's own, or a sheet inside ours. */
  form: CheckoutForm;
}

export interface OpenedCheckout {
  /** The provider's id of what was opened (PaymentIntent, Checkout Session, order). */
  providerRef: string;
  customerRef: string | null;
  handover: CheckoutHandover;
}

/** An event after its signature was found good. `refs` are all ids of the provider that it names this payment or payout by. */
export type ProviderEvent = { id: string; type: string } & (
  | { about: 'payment'; paymentId: string | null; refs: string[]; facts: PaymentFacts }
  | { about: 'payout'; payoutId: string | null; refs: string[]; facts: PayoutFacts }
  /** One that nothing follows from. */
  | { about: 'nothing' }
);

export interface KnownPayment {
  refs: string[];
  facts: PaymentFacts;
}

/** What a provider's sheet in the page says after an attempt to pay. */
export interface SheetCallback {
  orderId: string;
  paymentId: string;
  signature: string;
}

/**
 * A company that takes fans' money. It knows nothing of coins or of the database, and repeats nothing by itself that creates something without the same
 * idempotency key. Every call has a timeout; `ProviderFault` is all that its calls throw.
 */
export interface PaymentProvider {
  readonly name: PaymentProviderName;
  readonly currencies: readonly FiatCurrency[];
  open(order: PaymentOrder): Promise<OpenedCheckout>;
  /** Whether one of the active secrets signed exactly this body, within the tolerance where the provider's signature has a time. */
  isSigned(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): boolean;
  /** Whether the provider itself made what its sheet handed the page; only of a provider whose sheet hands over something signed. */
  isCallbackSigned?(callback: SheetCallback): boolean;
  /** What a body says. Throws a `ProviderFault` of kind `nonsense` for one that is no event of this provider. Unknown fields and types are fine. */
  read(rawBody: Buffer, headers: IncomingHttpHeaders): ProviderEvent;
  /** What the provider knows of a payment now, refunds and disputes included. `refs` are those we know. */
  fetch(refs: readonly string[]): Promise<KnownPayment>;
  /** Gives money back. `key` is the same for every attempt at one refund. */
  refund(refs: readonly string[], amountMinor: number, key: string): Promise<RefundFact>;
  /** The provider's id of what stands in its dashboard, made so that nobody can pay it any more. */
  cancel(refs: readonly string[]): Promise<KnownPayment>;
}

/** Why a call to a provider brought nothing. The message is for the log: it has no key, no header and no personal data in it. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';

  constructor(
    /**
     * `unavailable`: nobody knows whether it was done, the same call may be made again; `refused`: it was not done and never will be;
     * `misconfigured`: our keys or our account are not in order; `nonsense`: what came was not understood; `unknown`: there is no such thing there.
     */
    readonly kind: 'unavailable' | 'refused' | 'misconfigured' | 'nonsense' | 'unknown',
    message: string,
    /** The provider's own code, for people who look it up. */
    readonly code: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
