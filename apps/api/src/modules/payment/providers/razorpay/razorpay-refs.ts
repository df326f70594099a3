import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** The first of our refs that is an id of this sort; null when there is none. */
export const refOf = (refs: readonly string[], sort: z.ZodType<string>): string | null =>
  refs.find((ref) => sort.safeParse(ref).success) ?? null;

/**
 * A key as Razorpay takes it for refunds: at least 10 letters, digits, hyphens or underscores; as receipt at most 40.
 * https://razorpay.com/docs/api/refunds/normal-refunds-idempotent
 */
export const idempotencyKey = (key: string): string =>
  /^[\w-]{10,40}$/.test(key) ? key : createHash('sha256').update(key).digest('hex').slice(0, 40);
