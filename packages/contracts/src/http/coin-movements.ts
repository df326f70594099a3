import { LIMITS } from '../limits.ts';
import { microcoins, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { person, transactionKind, transactionSubject } from './coin.ts';
import { id, instant } from './common.ts';

/** Any number gets in: fractions and amounts out of range are refused with codes of their own, which the UI can explain. */
const amountMicrocoins = z.number();

/** `@Ann` and `ann` are the same person. */
const handle = z.pipe(
  z.string().check(
    z.trim(),
    z.toLowerCase(),
    z.overwrite((text) => text.replace(/^@/, '')),
  ),
  z.string().check(z.regex(/^[a-z0-9_]{3,30}$/, 'must be a handle: letters, digits and _')),
);

/** A line for the other side; shown as text, never as markup. */
const note = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(LIMITS.noteCharsMax),
  z.refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'must be one line of well-formed text'),
);

export const transferRequest = z.strictObject({ toHandle: handle, amountMicrocoins, note: z.optional(note) });
export type TransferRequest = z.infer<typeof transferRequest>;

export const tipRequest = z
  .strictObject({
    personaId: z.optional(id),
    creatorHandle: z.optional(handle),
    amountMicrocoins,
    note: z.optional(note),
  })
  .check(
    z.refine((tip) => (tip.personaId === undefined) !== (tip.creatorHandle === undefined), {
      error: 'name either a persona or a creator',
      path: ['personaId'],
    }),
  );
export type TipRequest = z.infer<typeof tipRequest>;

/** `earnings` (shares of bought coins) become coins, `promotional` ones (shares of bonus) become bonus. */
export const swapRequest = z.strictObject({ amountMicrocoins, from: z.enum(['earnings', 'promotional']) });
export type SwapRequest = z.infer<typeof swapRequest>;

/** What was moved, for good: a retry gets the same, so nothing in it changes later. Parts sum to the amount. */
export const movement = z.strictObject({
  journalId: z.string(),
  kind: z.enum(['gift', 'tip', 'swap']),
  amountMicrocoins: microcoinsNonNegative,
  coinsPartMicrocoins: microcoinsNonNegative,
  bonusPartMicrocoins: microcoinsNonNegative,
  note: z.nullable(z.string()),
  createdAt: instant,
});
export type Movement = z.infer<typeof movement>;

/** In the details of `gift_limit_reached` and `coins_too_young`: what could be sent now. */
export const giftRefusalDetails = z.strictObject({ mostMicrocoins: microcoinsNonNegative });
/** In the details of `amount_out_of_range`. */
export const amountRangeDetails = z.strictObject({
  minMicrocoins: microcoinsNonNegative,
  maxMicrocoins: microcoinsNonNegative,
});

/** What a wallet may give away now, and why not more: the rolling limit, and coins that are too young or weren't bought. */
export const giftAllowance = z.strictObject({
  mostMicrocoins: microcoinsNonNegative,
  leftInWindowMicrocoins: microcoinsNonNegative,
  oldEnoughMicrocoins: microcoinsNonNegative,
});
export type GiftAllowance = z.infer<typeof giftAllowance>;

/** Matured earnings, which may be swapped now. */
export const swapAllowance = z.strictObject({
  earningsMicrocoins: microcoinsNonNegative,
  promotionalMicrocoins: microcoinsNonNegative,
});
export type SwapAllowance = z.infer<typeof swapAllowance>;

const ownLimit = z.nullable(z.int().check(z.minimum(0), z.maximum(LIMITS.ownLimitMicrocoinsMax)));

/** Limits that people set on themselves: per UTC day, per message, and when to be told that coins run low. Null: none. */
export const spendingLimits = z.strictObject({
  dailyMicrocoins: ownLimit,
  messageMicrocoins: ownLimit,
  lowBalanceMicrocoins: ownLimit,
  /** Messages and tips of this UTC day, less what came back. */
  spentTodayMicrocoins: microcoinsNonNegative,
});
export type SpendingLimits = z.infer<typeof spendingLimits>;

/** What is left out stays as it was. */
export const spendingLimitsChange = z.strictObject({
  dailyMicrocoins: z.optional(ownLimit),
  messageMicrocoins: z.optional(ownLimit),
  lowBalanceMicrocoins: z.optional(ownLimit),
});
export type SpendingLimitsChange = z.infer<typeof spendingLimitsChange>;

/** Spending of one UTC day. Refunds are counted on the day they happen. */
export const spendingDay = z.strictObject({
  day: z.iso.date(),
  messagesMicrocoins: microcoinsNonNegative,
  tipsMicrocoins: microcoinsNonNegative,
  giftsMicrocoins: microcoinsNonNegative,
  refundsMicrocoins: microcoinsNonNegative,
});
export type SpendingDay = z.infer<typeof spendingDay>;

export const spendingQuery = z.strictObject({
  days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.spendingDaysMax)), 30),
});

/** Every day of the stretch, oldest first, today last. */
export const spending = z.strictObject({ days: z.array(spendingDay) });
export type Spending = z.infer<typeof spending>;

export const journalParam = z.strictObject({ journalId: z.string().check(z.regex(/^\d{1,18}$/, 'must be a number')) });

/**
 * What any journal did to the caller's own accounts: signed, credits positive. `earnings` are matured or maturing shares.
 * `split` is there for whoever paid a message or a tip. `reverses` is the journal that this one took back, `reversedAt` when this one was.
 */
export const journalReceipt = z.strictObject({
  journalId: z.string(),
  kind: transactionKind,
  createdAt: instant,
  coinsMicrocoins: microcoins,
  bonusMicrocoins: microcoins,
  earningsMicrocoins: microcoins,
  promotionalMicrocoins: microcoins,
  split: z.nullable(
    z.strictObject({ creatorShareMicrocoins: microcoinsNonNegative, platformShareMicrocoins: microcoinsNonNegative }),
  ),
  reverses: z.nullable(z.string()),
  reversedAt: z.nullable(instant),
  subject: z.nullable(transactionSubject),
  counterpart: z.nullable(person),
  note: z.nullable(z.string()),
});
export type JournalReceipt = z.infer<typeof journalReceipt>;
