/** What a payout reads of the ledger; each statement is one round trip. Amounts are microcoins. */

/** Takes the wallet's lock in the caller's transaction: what is read after it is current. */
export const LOCK_WALLET = 'SELECT 1 FROM wallet WHERE owner_id = $1::uuid FOR NO KEY UPDATE';

/**
 * What a creator has on its way to a payout. $2: how long what matured counts for the reserve. What matures is posted at most once an hour,
 * so the sum reads few rows.
 */
export const PAYOUT_STANDING = `
  SELECT w.id::text, w.earnings::text, w.in_flight::text, w.receivable::text, w.suspended, w.matured_upto::text,
         greatest(ledger_balance(w.id * 32 + 3), 0)::text AS pending,
         (SELECT coalesce(sum(t.amount), 0) FROM ledger_transfer t
           WHERE t.credit = w.id * 32 + 4 AND t.kind = 50 AND t.created_at > now() - $2::interval
             AND t.journal > coalesce((SELECT h.upto FROM ledger_horizon h WHERE h.at <= now() - $2::interval ORDER BY h.at DESC LIMIT 1), 0))::text AS recently_matured,
         (SELECT t.created_at FROM ledger_transfer t
           WHERE t.credit = w.id * 32 + 3 AND t.journal > w.matured_upto ORDER BY t.journal LIMIT 1) AS oldest_pending_at
  FROM wallet w WHERE w.owner_id = $1::uuid`;

/**
 * How the matured shares of bought coins after journal $2 come from their payers: the whole, and the part of the $3 who paid most. Of the newest
 * $4 shares: whoever has more of them does not live from a few.
 */
export const PAYERS = `
  WITH share AS (
    SELECT t.debit, t.amount FROM wallet w, LATERAL (
      SELECT s.debit, s.amount FROM ledger_transfer s
      WHERE s.credit = w.id * 32 + 3 AND s.journal > $2::bigint AND s.journal <= w.matured_upto AND s.kind IN (1, 31) AND s.reverses IS NULL
      ORDER BY s.journal DESC LIMIT $4::int) t
    WHERE w.owner_id = $1::uuid),
  payer AS (SELECT sum(amount) AS paid FROM share GROUP BY debit)
  SELECT coalesce(sum(paid), 0)::text AS total,
         (SELECT coalesce(sum(x.paid), 0) FROM (SELECT paid FROM payer ORDER BY paid DESC LIMIT $3::int) x)::text AS largest
  FROM payer`;

/**
 * Those of the users $2 who paid this creator for something after journal $3, whether it has matured or not. The LIMIT has each of them looked up by the
 * index of what they paid: joined at once, the transfers of everybody would be read.
 */
export const PAID_BY = `
  SELECT p.owner_id FROM wallet c JOIN wallet p ON p.owner_id = ANY ($2::uuid[]) AND p.id <> c.id, LATERAL (
    SELECT FROM ledger_transfer t
    WHERE t.debit = p.id * 32 + 1 AND t.credit = c.id * 32 + 3 AND t.journal > $3::bigint AND t.reverses IS NULL LIMIT 1) paid
  WHERE c.owner_id = $1::uuid ORDER BY p.id`;
