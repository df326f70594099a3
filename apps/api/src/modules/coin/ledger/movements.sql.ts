/** Statements of gifts, tips and swaps, and of the reads around them; each is one round trip. Amounts are microcoins. */

/** $7, $8: the holding period and the rolling window as intervals. → outcome, journal, most. */
export const GIFT = `
  SELECT outcome, journal::text, most::text
  FROM ledger_gift($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::bigint, $6::text, $7::interval, $8::interval, $9::bigint)`;

export const TIP = `
  SELECT outcome, journal::text, coins_creator::text, bonus_creator::text, low
  FROM ledger_tip($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::bigint, $6::int, $7::uuid, $8::text)`;

export const SWAP =
  'SELECT outcome, journal::text FROM ledger_swap($1::uuid, $2::uuid, $3::bigint, $4::bigint, $5::boolean)';

/** A movement as its sender made it: the same whenever it is asked for. */
export const MOVEMENT = `
  SELECT m.journal::text, m.kind, m.amount::text, m.note, m.created_at,
         coalesce((SELECT sum(t.amount) FROM ledger_transfer t
           WHERE t.journal = m.journal AND (t.debit = m.from_wallet * 32 + 2 OR t.credit = m.from_wallet * 32 + 2)), 0)::text AS bonus_part
  FROM coin_movement m JOIN wallet w ON w.id = m.from_wallet WHERE m.journal = $2::bigint AND w.owner_id = $1::uuid`;

/** What names these journals for the owner $1: the other side, the persona and the note, where there are such. */
export const MOVEMENTS_OF_JOURNALS = `
  SELECT m.journal::text, m.kind, m.persona_id, m.note, CASE WHEN m.from_wallet = m.to_wallet THEN NULL ELSE o.owner_id END AS other_id
  FROM wallet w
  JOIN coin_movement m ON m.journal = ANY ($2::bigint[]) AND w.id IN (m.from_wallet, m.to_wallet)
  JOIN wallet o ON o.id = CASE WHEN m.from_wallet = w.id THEN m.to_wallet ELSE m.from_wallet END
  WHERE w.owner_id = $1::uuid`;

/**
 * What may be given away now. $2: holding period, $3: rolling window, $4: its limit. The gift itself decides again under its locks.
 */
export const GIFT_ALLOWANCE = `
  SELECT ledger_giftable(w.id, $2::interval)::text AS old_enough,
         greatest(0, $4::bigint - coalesce((SELECT sum(m.amount) FROM coin_movement m
           WHERE m.from_wallet = w.id AND m.kind = 30 AND m.created_at > now() - $3::interval), 0))::text AS left_in_window
  FROM wallet w WHERE w.owner_id = $1::uuid`;

/** Matured earnings: payable and promotional. */
export const SWAP_ALLOWANCE = 'SELECT earnings::text, promo::text FROM wallet WHERE owner_id = $1::uuid';

const LIMIT_COLUMNS = `
  daily_limit_microcoins::text AS daily, message_limit_microcoins::text AS message, low_balance_microcoins::text AS low_balance,
  CASE WHEN spent_on = (now() AT TIME ZONE 'UTC')::date THEN spent ELSE 0 END::text AS spent_today`;

export const LIMITS_OF = `SELECT ${LIMIT_COLUMNS} FROM wallet WHERE owner_id = $1::uuid`;

/** Of each pair the flag says whether the value is to be set: null is a value, "no limit". */
export const SET_LIMITS = `
  UPDATE wallet SET
    daily_limit_microcoins = CASE WHEN $2::boolean THEN $3::bigint ELSE daily_limit_microcoins END,
    message_limit_microcoins = CASE WHEN $4::boolean THEN $5::bigint ELSE message_limit_microcoins END,
    low_balance_microcoins = CASE WHEN $6::boolean THEN $7::bigint ELSE low_balance_microcoins END
  WHERE owner_id = $1::uuid
  RETURNING ${LIMIT_COLUMNS}`;

/**
 * Bounds of journal numbers for a stretch of time, from the horizons that the fold notes: everything up to a horizon's mark had ended by
 * its moment. They only narrow what an index has to walk; the exact moments are compared as well. A minute is far longer than any
 * transaction lives, so what is numbered after the upper mark began after $to.
 */
const after = (from: string): string =>
  `coalesce((SELECT h.upto FROM ledger_horizon h WHERE h.at <= ${from} ORDER BY h.at DESC LIMIT 1), 0)`;
const upto = (to: string): string =>
  `coalesce((SELECT h.upto FROM ledger_horizon h WHERE h.at >= ${to} + interval '1 minute' ORDER BY h.at LIMIT 1), 9223372036854775807)`;

/** One bounded walk down an index of transfers: at most four legs of a journal are on one account and side. */
const walk = (side: 'debit' | 'credit', code: 1 | 2): string => `
      (SELECT journal, ${side === 'debit' ? '-amount' : 'amount'} AS delta, kind, reverses, created_at FROM ledger_transfer
        WHERE ${side} = w.id * 32 + ${code} AND ${side === 'debit' ? '$3' : '$4'}::boolean
          AND journal > w.after AND journal <= w.upto AND created_at >= $7::timestamptz AND created_at < $8::timestamptz
          AND ($5::smallint[] IS NULL OR kind = ANY ($5)) AND ($6::boolean IS NULL OR (reverses IS NOT NULL) = $6)
          -- A payout is in the walks below; looking for one here would read everything and find nothing.
          AND ($5::smallint[] IS NULL OR NOT 60 = ANY ($5))
        ORDER BY journal DESC LIMIT 4 * $9::int)`;

/** The same of what earnings gave to a payout (60) and what came back (61): that account's few entries are all of payouts. */
const walkPayouts = (side: 'debit' | 'credit'): string => `
      (SELECT journal, ${side === 'debit' ? 'amount' : '-amount'} AS delta, kind, reverses, created_at FROM ledger_transfer
        WHERE ${side} = w.id * 32 + 7 AND kind = ${side === 'debit' ? 61 : 60} AND ${side === 'debit' ? '$4' : '$3'}::boolean
          AND journal > w.after AND journal <= w.upto AND created_at >= $7::timestamptz AND created_at < $8::timestamptz
          AND ($5::smallint[] IS NULL OR kind = ANY ($5)) AND ($6::boolean IS NULL OR (reverses IS NOT NULL) = $6)
        ORDER BY journal DESC LIMIT 4 * $9::int)`;

/**
 * One page of a wallet's journals that pass a filter, newest first. $2: journals below this one; $3, $4: debits, credits;
 * $5: kinds or null for any; $6: reversals only, none, or null for both; [$7, $8): when; $9: how many.
 */
export const FILTERED_HISTORY = `
  WITH w AS (
    SELECT id, ${after('$7::timestamptz')} AS after, least($2::bigint - 1, ${upto('$8::timestamptz')}) AS upto FROM wallet WHERE owner_id = $1::uuid),
  leg AS (SELECT s.* FROM w, LATERAL (${[
    walk('debit', 1),
    walk('debit', 2),
    walk('credit', 1),
    walk('credit', 2),
    walkPayouts('debit'),
    walkPayouts('credit'),
  ].join(`
      UNION ALL`)}) s)
  SELECT journal::text, sum(delta)::text AS delta, min(kind) AS kind, min(reverses)::text AS reverses, min(created_at) AS created_at
  FROM leg GROUP BY journal ORDER BY leg.journal DESC LIMIT $9::int`;

/**
 * The same for gifts, tips or swaps, which have rows of their own. $3, $4: what went out, what came in; a swap comes in, and a tip
 * received isn't in the wallet's spendable coins. $5: kinds.
 */
export const FILTERED_MOVEMENTS = `
  WITH w AS (SELECT id FROM wallet WHERE owner_id = $1::uuid),
  found AS (
    SELECT s.* FROM w, UNNEST($5::smallint[]) AS wanted(kind), LATERAL (
      (SELECT m.journal, CASE WHEN m.to_wallet = w.id THEN m.amount ELSE -m.amount END AS delta, m.kind, m.created_at FROM coin_movement m
        WHERE m.from_wallet = w.id AND m.kind = wanted.kind AND CASE WHEN m.to_wallet = w.id THEN $4::boolean ELSE $3::boolean END
          AND m.journal < $2::bigint AND m.created_at >= $6::timestamptz AND m.created_at < $7::timestamptz
        ORDER BY m.journal DESC LIMIT $8::int)
      UNION ALL
      (SELECT m.journal, m.amount, m.kind, m.created_at FROM coin_movement m
        WHERE m.to_wallet = w.id AND m.kind = wanted.kind AND m.kind = 30 AND $4::boolean
          AND m.journal < $2::bigint AND m.created_at >= $6::timestamptz AND m.created_at < $7::timestamptz
        ORDER BY m.journal DESC LIMIT $8::int)
    ) s)
  SELECT journal::text, delta::text, kind, NULL AS reverses, created_at FROM found ORDER BY found.journal DESC LIMIT $8::int`;

/** Spending by UTC day since $2: messages and tips, gifts, and what came back. */
export const SPENDING_BY_DAY = `
  WITH w AS (SELECT id, ${after('$2::timestamptz')} AS after FROM wallet WHERE owner_id = $1::uuid),
  leg AS (
    SELECT s.* FROM w, LATERAL (
      SELECT created_at, amount, kind, false AS back FROM ledger_transfer
      WHERE debit IN (w.id * 32 + 1, w.id * 32 + 2) AND journal > w.after AND reverses IS NULL AND (kind BETWEEN 1 AND 4 OR kind BETWEEN 30 AND 34)
      UNION ALL
      SELECT created_at, amount, kind, true FROM ledger_transfer
      WHERE credit IN (w.id * 32 + 1, w.id * 32 + 2) AND journal > w.after AND reverses IS NOT NULL
    ) s WHERE s.created_at >= $2::timestamptz)
  SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
         coalesce(sum(amount) FILTER (WHERE NOT back AND kind <= 4), 0)::text AS messages,
         coalesce(sum(amount) FILTER (WHERE NOT back AND kind BETWEEN 31 AND 34), 0)::text AS tips,
         coalesce(sum(amount) FILTER (WHERE NOT back AND kind = 30), 0)::text AS gifts,
         coalesce(sum(amount) FILTER (WHERE back), 0)::text AS refunds
  FROM leg GROUP BY 1 ORDER BY 1`;

/** What a journal did to the accounts of $1, and whether it was taken back; no row if it didn't touch them. */
export const JOURNAL_RECEIPT = `
  WITH w AS (SELECT id FROM wallet WHERE owner_id = $1::uuid),
  leg AS (
    SELECT t.*, t.debit >> 5 = w.id AND t.debit & 31 IN (1, 2) AS paid,
           CASE WHEN t.credit >> 5 = w.id THEN t.credit & 31 END AS into_code, CASE WHEN t.debit >> 5 = w.id THEN t.debit & 31 END AS from_code
    FROM w JOIN ledger_transfer t ON t.journal = $2::bigint AND w.id IN (t.debit >> 5, t.credit >> 5))
  SELECT min(kind) AS kind, min(reverses)::text AS reverses, min(created_at) AS created_at,
         ${[1, 2]
           .map((code) => `(${netOf([code])})::text AS ${code === 1 ? 'coins' : 'bonus'}`)
           .join(', ')}, (${netOf([3, 4])})::text AS earnings, (${netOf([5, 6])})::text AS promotional,
         coalesce(sum(amount) FILTER (WHERE paid AND kind IN (1, 3, 31, 33)), 0)::text AS creator_share,
         coalesce(sum(amount) FILTER (WHERE paid AND kind IN (2, 4, 32, 34)), 0)::text AS platform_share,
         (SELECT min(r.created_at) FROM ledger_key k JOIN ledger_transfer r ON r.journal = k.journal
           WHERE k.owner = 1 AND k.key = ledger_key_of('reverse', $2::bigint::text)) AS reversed_at
  FROM leg HAVING count(*) > 0`;

/** Credits less debits of the caller's accounts with these codes, within JOURNAL_RECEIPT. */
function netOf(codes: readonly number[]): string {
  const list = codes.join(', ');
  return `coalesce(sum(amount) FILTER (WHERE into_code IN (${list})), 0) - coalesce(sum(amount) FILTER (WHERE from_code IN (${list})), 0)`;
}
