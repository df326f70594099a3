/** Holds, maturing and the fold; each statement is one round trip. Amounts are microcoins. */

/** fan, key, request hash, creator, amount, share in percent, milliseconds until the backstop. */
export const HOLD = `
  SELECT outcome, hold::text, coins_part::text, bonus_part::text, coins::text, bonus::text, coins_held::text, bonus_held::text
  FROM ledger_hold($1::uuid, $2::uuid, $3::bigint, $4::uuid, $5::bigint, $6::int, make_interval(secs => $7::float8 / 1000))`;

/** hold, actual. */
export const SETTLE_HOLD = `
  SELECT outcome, journal::text, coins_used::text, bonus_used::text FROM ledger_settle($1::bigint, $2::bigint)`;

export const RELEASE_HOLD = `SELECT outcome FROM ledger_release($1::bigint, 'released')`;

/** Puts the backstop of an open hold off; no row for one that ended. hold, milliseconds from now. */
export const RENEW_HOLD = `
  UPDATE ledger_hold SET expires_at = now() + make_interval(secs => $2::float8 / 1000)
  WHERE id = $1::bigint AND expires_at <> 'infinity' RETURNING id::text`;

/** Open holds whose backstop has passed, oldest first. */
export const EXPIRED_HOLDS = `SELECT id::text FROM ledger_hold WHERE expires_at < now() ORDER BY expires_at LIMIT $1::int`;

export const EXPIRE_HOLD = `SELECT outcome FROM ledger_release($1::bigint, 'expired')`;

export const REVERSE = 'SELECT outcome, journal::text FROM ledger_reverse($1::bigint)';

/** account, moment. */
export const BALANCE_AT = `
  SELECT ledger_balance_at($1::bigint, $2::timestamptz)::text AS balance,
         $2::timestamptz > coalesce((SELECT max(at) FROM ledger_horizon), '-infinity') AS provisional`;

/** One fold at a time among all processes; false: somebody else is at it. Held by the session. */
export const LOCK_FOLD = `SELECT pg_try_advisory_lock(hashtextextended('ledger_fold', 0)) AS locked`;
export const UNLOCK_FOLD = `SELECT pg_advisory_unlock(hashtextextended('ledger_fold', 0))`;

/** W: no journal of a transaction that is yet to begin can be below it. */
export const LAST_JOURNAL = `SELECT last_value::text AS journal, is_called FROM ledger_journal_seq`;

/** X: a fresh transaction id, in a statement of its own after W was read. */
export const FRESH_XID = `SELECT pg_current_xact_id()::text AS xid`;

/** True once every transaction that was running at X has ended; what took a number up to W is then visible, or will never be. */
export const HAVE_ENDED = `SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 AS ended`;

export const FOLD_UPTO = `SELECT ledger_fold_upto($1::bigint)::text AS upto`;

/** How far the fold is behind. */
export const FOLD_LAG = `
  SELECT (s.last_value - f.upto)::text AS journals, extract(epoch FROM now() - (SELECT max(at) FROM ledger_horizon))::float8 AS seconds
  FROM ledger_journal_seq s, ledger_fold f`;

/** The newest journal that had been stable before $1; none yet: 0. */
export const STABLE_BEFORE = `
  SELECT coalesce((SELECT upto FROM ledger_horizon WHERE at <= $1::timestamptz ORDER BY at DESC LIMIT 1), 0)::text AS upto`;

/** Creators with something that may mature up to $1, by wallet number above $2. */
export const MATURING = `
  SELECT w.id::text FROM ledger_snapshot s JOIN wallet w ON w.id = s.account >> 5
  WHERE s.account >= 32000 AND s.account & 31 IN (3, 6) AND s.balance > 0 AND w.matured_upto < $1::bigint AND w.id > $2::bigint
  GROUP BY w.id ORDER BY w.id LIMIT $3::int`;

export const MATURE =
  'SELECT outcome, journal::text, earnings::text, promo::text FROM ledger_mature($1::bigint, $2::bigint)';

export const MAKE_PARTITIONS = 'SELECT ledger_make_partitions($1::int) AS made';

export const OWN_PID = 'SELECT pg_backend_pid() AS pid';
export const CANCEL = 'SELECT pg_cancel_backend($1::int)';
