import { LIMITS } from '../limits.ts';
import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { id, instant, page, pageQuery, storable, text } from './common.ts';
import { payment, paymentProviderName } from './payment.ts';

/** Why an admin does it: kept for good beside what was done. */
const reason = text(LIMITS.reasonCharsMax).check(z.minLength(1));

export const webhookState = z.enum(['applied', 'ignored', 'waiting', 'failed']);
export type WebhookState = z.infer<typeof webhookState>;

/** An event of a provider, as it came. */
export const webhookEvent = z.strictObject({
  provider: paymentProviderName,
  eventId: z.string(),
  type: z.string(),
  state: webhookState,
  paymentId: z.nullable(id),
  receivedAt: instant,
  appliedAt: z.nullable(instant),
  errorCode: z.nullable(z.string()),
  tries: z.int(),
  /** When it is tried again by itself; null when it is for people to look at. */
  retryAt: z.nullable(instant),
});
export type WebhookEvent = z.infer<typeof webhookEvent>;

export const webhookEventsQuery = z.extend(pageQuery, { state: z._default(webhookState, 'failed') });
export type WebhookEventsQuery = z.output<typeof webhookEventsQuery>;
export const webhookEventsPage = page(webhookEvent);
export type WebhookEventsPage = z.infer<typeof webhookEventsPage>;

export const webhookEventParams = z.strictObject({
  provider: paymentProviderName,
  eventId: z.string().check(z.minLength(1), z.maxLength(200), storable()),
});
export type WebhookEventParams = z.infer<typeof webhookEventParams>;

/** The same with what the provider posted, word for word. */
export const webhookEventDetail = z.strictObject({ event: webhookEvent, body: z.nullable(z.string()) });
export type WebhookEventDetail = z.infer<typeof webhookEventDetail>;

/** Gives money back at the provider; without an amount, all that is left of the price. */
export const refundRequest = z.strictObject({ amountMinor: z.optional(z.int().check(z.minimum(1))), reason });
export type RefundRequest = z.infer<typeof refundRequest>;
export const refundAnswer = z.strictObject({ payment });
export type RefundAnswer = z.infer<typeof refundAnswer>;

const bonusPercent = z.int().check(z.minimum(0), z.maximum(200));

export const adminPack = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  coinsMicrocoins: microcoinsNonNegative,
  bonusMicrocoins: microcoinsNonNegative,
  usdMinor: z.int(),
  inrMinor: z.int(),
  stripePriceId: z.nullable(z.string()),
  highlighted: z.boolean(),
  active: z.boolean(),
  position: z.int(),
});
export type AdminPack = z.infer<typeof adminPack>;

/** Everything of a pack. Payments that are open keep what was agreed. */
export const packRequest = z.strictObject({
  name: text(60).check(z.minLength(1)),
  description: text(200),
  coinsMicrocoins: z.int().check(z.minimum(1_000_000), z.maximum(1_000_000_000_000)),
  bonusMicrocoins: z.int().check(z.minimum(0), z.maximum(1_000_000_000_000)),
  usdMinor: z.int().check(z.minimum(50), z.maximum(100_000_00)),
  inrMinor: z.int().check(z.minimum(100), z.maximum(10_000_000_00)),
  stripePriceId: z.nullable(z.string().check(z.regex(/^price_[A-Za-z0-9]{1,100}$/))),
  highlighted: z.boolean(),
  active: z.boolean(),
  position: z.int().check(z.minimum(0), z.maximum(1_000)),
});
export type PackRequest = z.infer<typeof packRequest>;
export const adminPackList = z.strictObject({ packs: z.array(adminPack) });
export type AdminPackList = z.infer<typeof adminPackList>;
export const adminPackAnswer = z.strictObject({ pack: adminPack });
export type AdminPackAnswer = z.infer<typeof adminPackAnswer>;

/** Adds bonus to a purchase. Without a code it applies by itself, to the first one. */
export const promotionRequest = z.strictObject({
  name: text(60).check(z.minLength(1)),
  code: z.nullable(z.string().check(z.regex(/^[A-Z0-9]{3,32}$/))),
  firstPurchase: z.boolean(),
  bonusPercent,
  bonusMicrocoins: z.int().check(z.minimum(0), z.maximum(1_000_000_000_000)),
  startsAt: instant,
  endsAt: z.nullable(instant),
  usesMax: z.nullable(z.int().check(z.minimum(1))),
  usesPerUserMax: z.int().check(z.minimum(1), z.maximum(1_000)),
  active: z.boolean(),
});
export type PromotionRequest = z.infer<typeof promotionRequest>;
export const promotion = z.extend(promotionRequest, { id, uses: z.int() });
export type Promotion = z.infer<typeof promotion>;
export const promotionList = z.strictObject({ promotions: z.array(promotion) });
export type PromotionList = z.infer<typeof promotionList>;
export const promotionAnswer = z.strictObject({ promotion });
export type PromotionAnswer = z.infer<typeof promotionAnswer>;
