/** The statements of a reply's life; each is one round trip. */

/** Saves the text so far, if any, and keeps the lease; no row means that the lease is lost. */
export const SAVE_PROGRESS = `
  UPDATE generation SET content = $3::text, lease_until = now() + make_interval(secs => $4::float8 / 1000)
  WHERE reply_id = $1::uuid AND lease_id = $2::uuid
  RETURNING stop_requested`;

/** The one door out of a reply's life: final state, refund or settlement in one call, by whoever holds the lease ($2). No row: somebody else holds it, or was first. */
export const SETTLE = `
  SELECT s.id, s.conversation_id, s.fan_id, s.parent_id, s.journal_id::text, s.charged_microcoins::text, s.refunded, s.ledger
  FROM chat_settle($1::uuid, $2::uuid, $4::message_status, $3::text, $5::bool, $6::text, $7::int, $8::int, $9::bool, $10::int, $11::bool) s`;

/** The ends of many replies that move no coins. */
export const FINISH = `
  SELECT f.id, f.conversation_id, f.fan_id, f.parent_id, f.journal_id::text, f.charged_microcoins::text, false AS refunded, NULL::text AS ledger
  FROM chat_finish($1::uuid[], $2::uuid[], $3::message_status[], $4::text[], $5::text[], $6::int[], $7::int[], $8::bool[]) f`;

/**
 * Takes over replies whose lease ran out, the oldest first, and answers with what is in them from then on: their old process can no longer save.
 * Passes over rows that somebody else has locked, and over those whose coins could not go back now because the wallet is locked.
 */
export const CLAIM_EXPIRED = `
  WITH orphans AS MATERIALIZED (
    SELECT g.reply_id FROM generation g WHERE g.lease_until < now() AND ledger_try_lock(g.fan_id)
    ORDER BY g.lease_until LIMIT $3::int FOR NO KEY UPDATE OF g SKIP LOCKED)
  UPDATE generation g SET lease_id = $1::uuid, lease_until = now() + make_interval(secs => $2::float8 / 1000)
  FROM orphans o WHERE g.reply_id = o.reply_id
  RETURNING g.reply_id AS id, g.content, g.stop_requested`;

/** How a reply stands, for those who were not told. */
export const REPLY_STANDING = `
  SELECT m.id, m.conversation_id, m.fan_id, m.parent_id, m.status, coalesce(g.content, m.content) AS content, m.failure_code, m.charged_microcoins::text,
    m.refunded, coalesce(m.prompt_tokens, 0) + coalesce(m.completion_tokens, 0) AS tokens
  FROM message m LEFT JOIN generation g ON g.reply_id = m.id WHERE m.id = $1::uuid AND m.role = 'assistant'`;

export const REQUEST_STOP = `
  UPDATE generation SET stop_requested = true WHERE reply_id = $1::uuid AND fan_id = $2::uuid RETURNING reply_id AS id`;
