import { LIMITS } from '../limits.ts';
import { microcoins, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { id, instant, text } from './common.ts';

/** Why an admin does it: kept for good beside what was done. */
const reason = text(LIMITS.reasonCharsMax).check(z.minLength(1));

/** Any number gets in: fractions and amounts out of range are refused with codes of their own. */
const amountMicrocoins = z.number();

export const creditBucket = z.enum(['coins', 'bonus']);
export type CreditBucket = z.infer<typeof creditBucket>;

/**
 * Sets the posted balance of a bucket. `expectedMicrocoins` is the balance that the admin saw: if it has moved since, nothing is posted
 * and the answer is `balance_changed`.
 */
export const setCreditsRequest = z.strictObject({
  userId: id,
  bucket: creditBucket,
  expectedMicrocoins: microcoinsNonNegative,
  amountMicrocoins,
  reason,
});
export type SetCreditsRequest = z.infer<typeof setCreditsRequest>;

/** Grants bonus on top of what is there. */
export const bonusCreditsRequest = z.strictObject({ userId: id, amountMicrocoins, reason });
export type BonusCreditsRequest = z.infer<typeof bonusCreditsRequest>;

/** What was posted, for good: a retry gets the same. `deltaMicrocoins` is signed, credits positive. */
export const correction = z.strictObject({
  journalId: z.string(),
  kind: z.enum(['correction', 'bonus']),
  userId: id,
  bucket: creditBucket,
  deltaMicrocoins: microcoins,
  reason: z.string(),
  adminId: id,
  createdAt: instant,
});
export type Correction = z.infer<typeof correction>;

/** In the details of `balance_changed`: what is there now. */
export const balanceChangedDetails = z.strictObject({ balanceMicrocoins: microcoinsNonNegative });
