/** Every statement that the ledger sends; each is one round trip. Amounts are microcoins, or minor units in fiat accounts. */

/** Locks the wallets touched, posts one journal or nothing. → outcome, journal. */
export const POST = `
  SELECT outcome, journal::text FROM ledger_post($1::bigint, $2::uuid, $3::bigint, $4::bigint[], $5::bigint[], $6::bigint[], $7::smallint[])`;

export const OPEN_WALLET = 'INSERT INTO wallet (owner_id) VALUES ($1::uuid) ON CONFLICT (owner_id) DO NOTHING';

export const WALLET_ID = 'SELECT id::text AS id FROM wallet WHERE owner_id = $1::uuid';

export const BALANCE = `
  SELECT coins::text, bonus::text, coins_held::text, bonus_held::text, receivable::text, blocked FROM wallet WHERE owner_id = $1::uuid`;

/**
 * One page of a wallet's journals, newest first, with the posted balance after the newest of them, all of one snapshot.
 * $2: journals below this one (null: from the top); $3: how many journals.
 * Each of the scans is bounded: a journal has at most four legs on one account and side, so the newest $3 journals are
 * within the newest 4 × $3 legs of every scan. `payout`: what went from the earnings to a payout, or came back; no part of the posted balance.
 */
export const HISTORY = `
  WITH w AS (SELECT id, coins + bonus AS posted FROM wallet WHERE owner_id = $1::uuid),
  leg AS (
    SELECT s.* FROM w, LATERAL (
      (SELECT journal, -amount AS delta, 0::bigint AS payout, kind, reverses, created_at FROM ledger_transfer
        WHERE debit = w.id * 32 + 1 AND ($2::bigint IS NULL OR journal < $2) ORDER BY journal DESC LIMIT 4 * $3::int)
      UNION ALL
      (SELECT journal, -amount, 0, kind, reverses, created_at FROM ledger_transfer
        WHERE debit = w.id * 32 + 2 AND ($2::bigint IS NULL OR journal < $2) ORDER BY journal DESC LIMIT 4 * $3::int)
      UNION ALL
      (SELECT journal, amount, 0, kind, reverses, created_at FROM ledger_transfer
        WHERE credit = w.id * 32 + 1 AND ($2::bigint IS NULL OR journal < $2) ORDER BY journal DESC LIMIT 4 * $3::int)
      UNION ALL
      (SELECT journal, amount, 0, kind, reverses, created_at FROM ledger_transfer
        WHERE credit = w.id * 32 + 2 AND ($2::bigint IS NULL OR journal < $2) ORDER BY journal DESC LIMIT 4 * $3::int)
      UNION ALL
      (SELECT journal, 0, -amount, kind, reverses, created_at FROM ledger_transfer
        WHERE credit = w.id * 32 + 7 AND kind = 60 AND ($2::bigint IS NULL OR journal < $2) ORDER BY journal DESC LIMIT 4 * $3::int)
      UNION ALL
      (SELECT journal, 0, amount, kind, reverses, created_at FROM ledger_transfer
        WHERE debit = w.id * 32 + 7 AND kind = 61 AND ($2::bigint IS NULL OR journal < $2) ORDER BY journal DESC LIMIT 4 * $3::int)
    ) s)
  SELECT journal::text, sum(delta)::text AS delta, sum(payout)::text AS payout, min(kind) AS kind, min(reverses)::text AS reverses,
         min(created_at) AS created_at, (SELECT posted FROM w)::text AS posted
  FROM leg GROUP BY journal ORDER BY leg.journal DESC LIMIT $3::int`;

/** The journal that a key of this owner posted, if any. */
export const JOURNAL_OF_KEY = `
  SELECT k.journal::text, k.request_hash::text FROM wallet w JOIN ledger_key k ON k.owner = w.id WHERE w.owner_id = $1::uuid AND k.key = $2::uuid`;

/** The creator's shares of a charge: payable and promotional. */
export const CREATOR_SHARES = `
  SELECT coalesce(sum(amount) FILTER (WHERE kind = 1), 0)::text AS payable, coalesce(sum(amount) FILTER (WHERE kind = 3), 0)::text AS promotional
  FROM ledger_transfer WHERE journal = $1::bigint`;

/** The transfers of a charge and of its reversal, if it has one, as the payer of $1 may see them. */
export const CHARGE_OF_JOURNAL = `
  SELECT t.kind, t.amount::text, t.created_at,
         (SELECT min(r.created_at) FROM ledger_key k JOIN ledger_transfer r ON r.journal = k.journal
           WHERE k.owner = 1 AND k.key = ledger_key_of('reverse', $2::bigint::text)) AS refunded_at
  FROM ledger_transfer t JOIN wallet w ON w.owner_id = $1::uuid
  WHERE t.journal = $2::bigint AND t.debit IN (w.id * 32 + 1, w.id * 32 + 2)
  ORDER BY t.leg`;

/**
 * The newest $2 journals in which a creator earned, newest first: payable from bought coins, promotional from bonus coins;
 * reversals negative. What merely matures is no earning.
 */
export const EARNINGS_RECENT = `
  WITH w AS (SELECT id FROM wallet WHERE owner_id = $1::uuid),
  leg AS (
    SELECT s.* FROM w, LATERAL (
      (SELECT journal, amount AS payable, 0::bigint AS promo, reverses, created_at FROM ledger_transfer
        WHERE credit = w.id * 32 + 3 ORDER BY journal DESC LIMIT 4 * $2::int)
      UNION ALL
      (SELECT journal, -amount, 0, reverses, created_at FROM ledger_transfer
        WHERE debit = w.id * 32 + 3 AND reverses IS NOT NULL ORDER BY journal DESC LIMIT 4 * $2::int)
      UNION ALL
      (SELECT journal, 0, amount, reverses, created_at FROM ledger_transfer
        WHERE credit = w.id * 32 + 6 ORDER BY journal DESC LIMIT 4 * $2::int)
      UNION ALL
      (SELECT journal, 0, -amount, reverses, created_at FROM ledger_transfer
        WHERE debit = w.id * 32 + 6 AND reverses IS NOT NULL ORDER BY journal DESC LIMIT 4 * $2::int)
    ) s)
  SELECT journal::text, sum(payable)::text AS payable, sum(promo)::text AS promo, min(reverses)::text AS reverses, min(created_at) AS created_at
  FROM leg GROUP BY journal ORDER BY leg.journal DESC LIMIT $2::int`;

/** A creator's earnings by UTC day since $2, refunds subtracted on their own day. The horizon spares it all that is older. */
export const EARNINGS_BY_DAY = `
  WITH w AS (SELECT id FROM wallet WHERE owner_id = $1::uuid),
  mark AS (SELECT coalesce((SELECT upto FROM ledger_horizon WHERE at <= $2::timestamptz ORDER BY at DESC LIMIT 1), 0) AS upto),
  leg AS (
    SELECT s.* FROM w, mark, LATERAL (
      SELECT journal, created_at, amount AS payable, 0::bigint AS promo, reverses, kind FROM ledger_transfer
        WHERE credit = w.id * 32 + 3 AND journal > mark.upto
      UNION ALL SELECT journal, created_at, -amount, 0, reverses, kind FROM ledger_transfer
        WHERE debit = w.id * 32 + 3 AND reverses IS NOT NULL AND journal > mark.upto
      UNION ALL SELECT journal, created_at, 0, amount, reverses, kind FROM ledger_transfer
        WHERE credit = w.id * 32 + 6 AND journal > mark.upto
      UNION ALL SELECT journal, created_at, 0, -amount, reverses, kind FROM ledger_transfer
        WHERE debit = w.id * 32 + 6 AND reverses IS NOT NULL AND journal > mark.upto
    ) s WHERE s.created_at >= $2::timestamptz)
  SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sum(payable)::text AS payable, sum(promo)::text AS promo,
         (count(DISTINCT journal) FILTER (WHERE reverses IS NULL AND kind BETWEEN 1 AND 4)
          - count(DISTINCT journal) FILTER (WHERE reverses IS NOT NULL AND kind BETWEEN 1 AND 4))::int AS messages
  FROM leg GROUP BY 1 ORDER BY 1`;

/** Balances (credits − debits) of a creator's earning accounts. */
export const EARNINGS_BALANCE = `
  SELECT code, ledger_balance(w.id * 32 + code)::text AS balance
  FROM wallet w, (VALUES (3), (4), (5), (6)) AS a(code) WHERE w.owner_id = $1::uuid`;
