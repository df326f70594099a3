import * as z from './zod.ts';

/**
 * Every error a client can meet, by code. The UI switches on the code and never on the message.
 * `status` is the HTTP status; `log` the level at which the server records it.
 */
export const ERROR_TABLE = {
  validation_failed: { status: 400, log: 'debug' },
  malformed_json: { status: 400, log: 'debug' },
  idempotency_key_required: { status: 400, log: 'debug' },
  amount_not_whole: { status: 400, log: 'debug' },
  amount_out_of_range: { status: 400, log: 'debug' },
  /** A coin would be sold for less than a creator can be paid for it. */
  price_too_low: { status: 400, log: 'debug' },
  currency_not_taken: { status: 400, log: 'debug' },
  payout_below_minimum: { status: 400, log: 'debug' },
  recipient_is_self: { status: 400, log: 'debug' },
  unauthenticated: { status: 401, log: 'debug' },
  invalid_credentials: { status: 401, log: 'info' },
  session_revoked: { status: 401, log: 'warn' },
  insufficient_coins: { status: 402, log: 'debug' },
  spending_limit_reached: { status: 402, log: 'debug' },
  insufficient_earnings: { status: 402, log: 'debug' },
  coins_too_young: { status: 403, log: 'debug' },
  gift_limit_reached: { status: 403, log: 'debug' },
  spending_blocked: { status: 403, log: 'info' },
  /** Something is owed to the platform: nothing is paid out before it is settled. */
  receivable_open: { status: 403, log: 'info' },
  /** A payer and this creator share a card, a device or an identity. No review can approve it. */
  payout_related_payer: { status: 403, log: 'warn' },
  age_confirmation_required: { status: 403, log: 'debug' },
  underage: { status: 403, log: 'debug' },
  persona_blocked: { status: 403, log: 'debug' },
  /** Only who talked to a persona rates it; `details.repliesMissing` says how much is missing. */
  rating_not_earned: { status: 403, log: 'debug' },
  forbidden: { status: 403, log: 'info' },
  not_found: { status: 404, log: 'debug' },
  method_not_allowed: { status: 405, log: 'debug' },
  email_taken: { status: 409, log: 'info' },
  price_changed: { status: 409, log: 'debug' },
  balance_changed: { status: 409, log: 'debug' },
  balance_unchanged: { status: 409, log: 'debug' },
  idempotency_key_reused: { status: 409, log: 'info' },
  not_sealed_yet: { status: 409, log: 'debug' },
  name_taken: { status: 409, log: 'debug' },
  /** Somebody has this handle. */
  handle_taken: { status: 409, log: 'debug' },
  /** The house keeps this handle for itself. */
  handle_reserved: { status: 409, log: 'debug' },
  terms_changed: { status: 409, log: 'debug' },
  /** Only creators can do that: become one first. */
  creator_profile_required: { status: 409, log: 'debug' },
  /** Saved elsewhere since it was read: read it again. */
  changed_meanwhile: { status: 409, log: 'debug' },
  too_many_personas: { status: 409, log: 'debug' },
  payment_mismatch: { status: 409, log: 'warn' },
  promotion_not_available: { status: 409, log: 'debug' },
  /** The provider knows of it and said no: nothing was done. */
  payment_refused: { status: 422, log: 'warn' },
  reply_under_way: { status: 409, log: 'debug' },
  reply_already_ended: { status: 409, log: 'debug' },
  payout_profile_required: { status: 409, log: 'debug' },
  payout_destination_unverified: { status: 409, log: 'debug' },
  too_many_payout_destinations: { status: 409, log: 'debug' },
  /** It can't be cancelled, or its destination removed, any more or yet. */
  payout_under_way: { status: 409, log: 'debug' },
  payout_already_decided: { status: 409, log: 'debug' },
  report_already_resolved: { status: 409, log: 'debug' },
  /** Nobody could see it: publish the persona first. */
  persona_not_published: { status: 409, log: 'debug' },
  too_many_follows: { status: 409, log: 'debug' },
  /** Too many files or too many under way: delete some, or let them finish. */
  training_limit_reached: { status: 409, log: 'debug' },
  /** All that is kept for a creator together; old versions are gone already. */
  storage_full: { status: 409, log: 'debug' },
  /** This part is not the next one: `details.receivedBytes` says where to go on. */
  upload_out_of_step: { status: 409, log: 'debug' },
  /** The sender of a file said nothing for a while. */
  upload_stalled: { status: 408, log: 'debug' },
  payload_too_large: { status: 413, log: 'info' },
  unsupported_media_type: { status: 415, log: 'debug' },
  invalid_signature: { status: 400, log: 'warn' },
  /** `details` lists what is in the way, each with its field. */
  persona_not_publishable: { status: 422, log: 'debug' },
  /** `details.reason` says what is wrong with it. */
  picture_refused: { status: 422, log: 'debug' },
  /** `details.reason` says what is wrong with the card's file. */
  card_refused: { status: 422, log: 'debug' },
  content_blocked: { status: 422, log: 'info' },
  too_many_generations: { status: 429, log: 'info' },
  preview_limit_reached: { status: 429, log: 'debug' },
  rate_limited: { status: 429, log: 'info' },
  provider_failed: { status: 502, log: 'warn' },
  provider_timeout: { status: 504, log: 'warn' },
  provider_empty: { status: 502, log: 'warn' },
  /** This install can't keep tax ids: it has no key to encrypt them with. */
  payouts_unavailable: { status: 503, log: 'warn' },
  /** This install can't keep training data, or read what it keeps: the key is not there. */
  training_unavailable: { status: 503, log: 'error' },
  /** What is kept was changed by somebody else than us, or moved from its place. */
  training_data_damaged: { status: 500, log: 'error' },
  /** Nothing is known of the payment yet; the same confirmation may be sent again. */
  payment_provider_unavailable: { status: 503, log: 'warn' },
  generation_interrupted: { status: 503, log: 'warn' },
  stopped_by_fan: { status: 200, log: 'debug' },
  busy: { status: 503, log: 'warn' },
  shutting_down: { status: 503, log: 'info' },
  internal: { status: 500, log: 'error' },
} as const satisfies Record<string, { status: number; log: 'debug' | 'info' | 'warn' | 'error' }>;

export type ErrorCode = keyof typeof ERROR_TABLE;

export const errorCode = z.enum(Object.keys(ERROR_TABLE) as [ErrorCode, ...ErrorCode[]]);

/** The one error shape of every HTTP route (except `/v1` and OAuth) and, as `{ ok: false, code, message }`, of the socket. */
export const errorBody = z.strictObject({
  code: errorCode,
  message: z.string(),
  statusCode: z.int(),
  details: z.optional(z.unknown()),
  requestId: z.string(),
});
export type ErrorBody = z.infer<typeof errorBody>;
