import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** An object of Stripe's: everything that the published example has, with the fields that the server itself turns named. */
export interface StripeObject {
  id: string;
  object: string;
  [field: string]: unknown;
}
export interface Customer extends StripeObject {
  email: string | null;
  metadata: Record<string, string>;
}
export interface Intent extends StripeObject {
  status: string;
  amount: number;
  amount_received: number;
  currency: string;
  customer: string | null;
  latest_charge: string | null;
  last_payment_error: { type: string; code: string; decline_code?: string } | null;
  metadata: Record<string, string>;
}
export interface Charge extends StripeObject {
  status: string;
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  currency: string;
  captured: boolean;
  refunded: boolean;
  disputed: boolean;
  payment_intent: string | null;
  balance_transaction: string | null;
  failure_code: string | null;
}
export interface Session extends StripeObject {
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid' | 'no_payment_required';
  amount_total: number;
  currency: string;
  customer: string | null;
  payment_intent: string | null;
}
export interface Refund extends StripeObject {
  status: string;
  amount: number;
  charge: string;
  payment_intent: string | null;
}
export interface Dispute extends StripeObject {
  status: string;
  amount: number;
  currency: string;
  charge: string;
  payment_intent: string | null;
  balance_transactions: StripeObject[];
}
export interface Account extends StripeObject {
  payouts_enabled: boolean;
  capabilities: Record<string, string>;
  external_accounts: { data: StripeObject[] };
}
export interface Transfer extends StripeObject {
  amount: number;
  amount_reversed: number;
  reversed: boolean;
  destination: string;
  created: number;
}

const text = readFileSync(new URL('../fixtures/stripe.json', import.meta.url), 'utf8');

/**
 * A copy of the example that Stripe publishes for a kind of object. The caller says what type it has: the examples are Stripe's, and so are the types of
 * the SDK that tests name here.
 */
export function stripeFixture<Kind>(kind: string): Kind {
  const fixtures = JSON.parse(text) as Record<string, unknown>;
  if (!(kind in fixtures)) throw new Error(`There is no example of a ${kind}`);
  return fixtures[kind] as Kind;
}

/** A new object of a kind: Stripe's example, without the branches that examples fill in at random, and with these fields. */
export function build<Kind extends StripeObject>(kind: string, prefix: string, fields: Partial<Kind>): Kind {
  const base = stripeFixture<Kind>(kind);
  const own = { created: Math.floor(Date.now() / 1000), ...('metadata' in base ? { metadata: {} } : {}) };
  return { ...base, ...own, ...UNSET[kind], id: newId(prefix), ...fields };
}

export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

const UNSET: Record<string, Record<string, unknown>> = {
  payment_intent: {
    canceled_at: null,
    last_payment_error: null,
    next_action: null,
    processing: null,
    shipping: null,
    transfer_data: null,
  },
  // The list of refunds is there only for those who ask to expand it.
  charge: { refunds: undefined, shipping: null, source: null, transfer_data: null },
  'checkout.session': {
    after_expiration: null,
    consent: null,
    consent_collection: null,
    currency_conversion: null,
    invoice_creation: null,
    shipping_address_collection: null,
    shipping_cost: null,
  },
  customer: { discount: null, shipping: null },
};
