import { LIMITS } from '../limits.ts';
import { fiatAmount, fiatCurrency, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { displayName, id, instant, page, pageQuery, text } from './common.ts';
import { paymentProviderName } from './payment.ts';

const minor = z.int().check(z.minimum(0));

/** ISO 3166-1 alpha-2. */
export const country = z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{2}$/, 'must be two letters'));

/** Spaces and hyphens are for people; what is kept and compared has none. */
const taxId = z.pipe(
  z.string().check(
    z.maxLength(60),
    z.overwrite((written) => written.replace(/[\s-]/g, '')),
    z.toUpperCase(),
  ),
  z.string().check(z.regex(/^[A-Z0-9]{4,32}$/, 'must be 4 to 32 letters and digits')),
);

/** Who is paid, as the tax office knows them. */
export const payoutProfileRequest = z.strictObject({
  legalName: displayName(LIMITS.legalNameCharsMax),
  country,
  taxId,
});
export type PayoutProfileRequest = z.infer<typeof payoutProfileRequest>;

/** `taxIdHint`: its end. The whole of it is kept encrypted and never shown again. */
export const payoutProfile = z.strictObject({
  legalName: z.string(),
  country: z.string(),
  taxIdHint: z.string(),
  updatedAt: instant,
});
export type PayoutProfile = z.infer<typeof payoutProfile>;
export const payoutProfileAnswer = z.strictObject({ profile: z.nullable(payoutProfile) });
export type PayoutProfileAnswer = z.infer<typeof payoutProfileAnswer>;

/** Where the money goes. `hosted`: the provider asks on a page of its own. None of it is stored by us as it is. */
export const payoutAccount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hosted') }),
  z.strictObject({
    kind: z.literal('bank'),
    accountNumber: z.string().check(z.regex(/^\d{6,20}$/, 'must be 6 to 20 digits')),
    ifsc: z.string().check(z.toUpperCase(), z.regex(/^[A-Z]{4}0[A-Z0-9]{6}$/, 'must be an IFSC')),
  }),
  z.strictObject({ kind: z.literal('upi'), vpa: z.string().check(z.regex(/^[\w.-]{2,100}@[a-zA-Z]{2,64}$/)) }),
  /** The pretend bank: `pays@sandbox` gets its money, `fails@sandbox` returns it. */
  z.strictObject({ kind: z.literal('sandbox'), handle: z.enum(['pays@sandbox', 'fails@sandbox']) }),
]);
export type PayoutAccount = z.infer<typeof payoutAccount>;

export const payoutDestinationRequest = z.strictObject({
  provider: paymentProviderName,
  currency: fiatCurrency,
  account: payoutAccount,
});
export type PayoutDestinationRequest = z.infer<typeof payoutDestinationRequest>;

export const payoutDestination = z.strictObject({
  id,
  provider: paymentProviderName,
  currency: fiatCurrency,
  /** What people recognise it by. */
  hint: z.string(),
  status: z.enum(['unverified', 'verified']),
  createdAt: instant,
});
export type PayoutDestination = z.infer<typeof payoutDestination>;
/** `onboardingUrl`: where it is completed with the provider; then it is checked. */
export const payoutDestinationAnswer = z.strictObject({
  destination: payoutDestination,
  onboardingUrl: z.nullable(z.url()),
});
export type PayoutDestinationAnswer = z.infer<typeof payoutDestinationAnswer>;
export const payoutDestinationList = z.strictObject({ destinations: z.array(payoutDestination) });
export type PayoutDestinationList = z.infer<typeof payoutDestinationList>;

/** Why nothing can be requested now. */
export const payoutObstacle = z.enum([
  'unavailable',
  'wallet_blocked',
  'receivable_open',
  'profile_missing',
  'destination_missing',
  'below_minimum',
]);
export type PayoutObstacle = z.infer<typeof payoutObstacle>;

/** What all that can be paid out now would bring, on the terms of today. */
export const payoutOffer = z.strictObject({
  provider: paymentProviderName,
  currency: fiatCurrency,
  rateMicrosPerCoin: z.int(),
  minimumMinor: minor,
  feeMinor: minor,
  /** What would leave the earnings: whole minor units; the rest stays. */
  amountMicrocoins: microcoinsNonNegative,
  /** What would arrive. */
  pays: fiatAmount,
  isEnough: z.boolean(),
});
export type PayoutOffer = z.infer<typeof payoutOffer>;

/** Shares from the first day to a bank account. `payable` is `available` less `reserve`. */
export const payoutOverview = z.strictObject({
  pendingMicrocoins: microcoinsNonNegative,
  /** When the oldest pending share matures. */
  nextMaturesAt: z.nullable(instant),
  holdingDays: z.int(),
  availableMicrocoins: microcoinsNonNegative,
  reserveMicrocoins: microcoinsNonNegative,
  reservePercent: z.int(),
  reserveDays: z.int(),
  payableMicrocoins: microcoinsNonNegative,
  inFlightMicrocoins: microcoinsNonNegative,
  offers: z.array(payoutOffer),
  obstacles: z.array(payoutObstacle),
  /** A person would look at it before it is sent. */
  willBeReviewed: z.boolean(),
});
export type PayoutOverview = z.infer<typeof payoutOverview>;

/** Any number gets in: fractions and amounts out of range are refused with codes of their own. */
export const payoutRequest = z
  .strictObject({
    amountMicrocoins: z.optional(z.number()),
    all: z.optional(z.literal(true)),
    destinationId: id,
  })
  .check(
    z.refine((request) => (request.amountMicrocoins === undefined) !== (request.all === undefined), {
      error: 'name either an amount or all',
      path: ['amountMicrocoins'],
    }),
  );
export type PayoutRequest = z.infer<typeof payoutRequest>;

export const payoutStatus = z.enum(['requested', 'in_flight', 'paid', 'returned', 'cancelled', 'rejected']);
export type PayoutStatus = z.infer<typeof payoutStatus>;

/** Terms are those of the request, for good. */
export const payout = z.strictObject({
  id,
  status: payoutStatus,
  /** A person has to look at it first. */
  inReview: z.boolean(),
  amountMicrocoins: microcoinsNonNegative,
  rateMicrosPerCoin: z.int(),
  /** What arrives, after the fee. */
  pays: fiatAmount,
  feeMinor: minor,
  provider: paymentProviderName,
  destinationId: id,
  destinationHint: z.string(),
  /** Why it came back: the provider's code. */
  failureCode: z.nullable(z.string()),
  rejectionReason: z.nullable(z.string()),
  /** Its journal in the ledger, which has a receipt. */
  journalId: z.string(),
  createdAt: instant,
  sentAt: z.nullable(instant),
  paidAt: z.nullable(instant),
  /** When it was cancelled, rejected or returned. */
  endedAt: z.nullable(instant),
});
export type Payout = z.infer<typeof payout>;

export const payoutEvent = z.strictObject({
  /** `stalled` was said by earlier releases only: they did not look for what they had sent. */
  kind: z.enum(['requested', 'approved', 'sent', 'paid', 'returned', 'cancelled', 'rejected', 'held_back', 'stalled']),
  by: z.enum(['creator', 'admin', 'platform']),
  at: instant,
});
export type PayoutEvent = z.infer<typeof payoutEvent>;

export const payoutDetail = z.strictObject({ payout, events: z.array(payoutEvent) });
export type PayoutDetail = z.infer<typeof payoutDetail>;
export const payoutsQuery = pageQuery;
export const payoutsPage = page(payout);
export type PayoutsPage = z.infer<typeof payoutsPage>;

/** In the details of `payout_below_minimum`: what the coins were worth, and should be. */
export const payoutMinimumDetails = z.strictObject({ currency: fiatCurrency, worthMinor: minor, minimumMinor: minor });

/** The last three came up after it was approved: it waits until they are settled, and a related payer can't be. */
export const payoutReviewReason = z.enum([
  'first_payout',
  'concentrated_payers',
  'wallet_suspended',
  'receivable_open',
  'related_payer',
]);
export type PayoutReviewReason = z.infer<typeof payoutReviewReason>;

/** `review`: what waits for an admin. */
export const adminPayoutsQuery = z.strictObject({
  ...pageQuery.shape,
  state: z._default(z.enum(['review', ...payoutStatus.options]), 'review'),
});
export type AdminPayoutsQuery = z.infer<typeof adminPayoutsQuery>;

export const adminPayout = z.strictObject({
  payout,
  userId: id,
  legalName: z.string(),
  country: z.string(),
  reviewReasons: z.array(payoutReviewReason),
  providerRef: z.nullable(z.string()),
  attempts: z.int(),
  /** Nobody knows whether it was sent, and it is too late to ask in the same way again: the provider's dashboard knows. */
  isStalled: z.boolean(),
});
export type AdminPayout = z.infer<typeof adminPayout>;
export const adminPayoutsPage = page(adminPayout);
export type AdminPayoutsPage = z.infer<typeof adminPayoutsPage>;

export const rejectPayoutRequest = z.strictObject({ reason: text(LIMITS.reasonCharsMax).check(z.minLength(1)) });
export type RejectPayoutRequest = z.infer<typeof rejectPayoutRequest>;
