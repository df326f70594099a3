/** What Prisma can't say about payouts; each is one round trip. */

/** The row's lock, which every change of its state takes before the wallet's. */
export const LOCK_PAYOUT = 'SELECT 1 FROM payout WHERE id = $1::uuid FOR NO KEY UPDATE';

/** Until the transaction ends, this destination can't be removed. */
export const HOLD_DESTINATION = 'SELECT 1 FROM payout_destination WHERE id = $1::uuid FOR SHARE';
/** … and here nobody requests a payout to it. */
export const LOCK_DESTINATION = 'SELECT 1 FROM payout_destination WHERE id = $1::uuid FOR NO KEY UPDATE';

/** Payouts that may be sent, the oldest first. */
export const SENDABLE = `
  SELECT id::text FROM payout WHERE status = 'requested' AND approved_at IS NOT NULL AND due_at <= now() ORDER BY due_at LIMIT $1::int`;

/**
 * Takes those in flight that are due, the longest due first, for $2 milliseconds: until then nobody else calls the provider about them.
 */
export const CLAIM_DUE = `
  UPDATE payout p SET due_at = now() + make_interval(secs => $2::float8 / 1000), attempts = p.attempts + 1
  WHERE p.id IN (
    SELECT d.id FROM payout d WHERE d.status = 'in_flight' AND d.due_at <= now() ORDER BY d.due_at LIMIT $1::int FOR UPDATE SKIP LOCKED)
  RETURNING p.id::text`;
