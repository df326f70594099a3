import { microcoins, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { instant } from './common.ts';

/** Earnings of one calendar day (UTC); refunds are subtracted on the day they happen, so a day can be negative. */
export const earningsDay = z.strictObject({
  day: z.iso.date(),
  payableMicrocoins: microcoins,
  promotionalMicrocoins: microcoins,
  messages: z.int(),
});
export type EarningsDay = z.infer<typeof earningsDay>;

export const earningsEntry = z.strictObject({
  journalId: z.string(),
  kind: z.enum(['message', 'refund', 'tip']),
  title: z.string(),
  personaSlug: z.nullable(z.string()),
  payableMicrocoins: microcoins,
  promotionalMicrocoins: microcoins,
  createdAt: instant,
});
export type EarningsEntry = z.infer<typeof earningsEntry>;

/**
 * The creator's first page. Payable earnings come from bought coins and can be paid out after the holding period;
 * promotional ones come from bonus coins and never become cash.
 */
export const creatorOverview = z.strictObject({
  pendingMicrocoins: microcoins,
  availableMicrocoins: microcoinsNonNegative,
  promotionalMicrocoins: microcoins,
  today: earningsDay,
  days: z.array(earningsDay),
  recent: z.array(earningsEntry),
  /** Millionths of a US dollar paid out per payable coin. */
  payoutRateUsdMicrosPerCoin: z.int(),
  holdingDays: z.int(),
});
export type CreatorOverview = z.infer<typeof creatorOverview>;
