/** The statements of a reply's life; each is one round trip. */

/** Saves the text so far, if any, and keeps the lease; no row means that the lease is lost. */
export const SAVE_PROGRESS = `
  UPDATE message SET content = $3::text, status = CASE WHEN $3::text = '' THEN status ELSE 'streaming' END, lease_until = now() + make_interval(secs => $4::float8 / 1000)
  WHERE id = $1::uuid AND lease_id = $2::uuid AND status IN ('queued', 'streaming')
  RETURNING stop_requested`;

/**
 * The one door out of a reply's life: final state and refund in one statement, by whoever holds the lease ($2). No row: somebody else holds it, or was
 * first.
 * $5 asks for the coins back; a stop ($4 = 'stopped') gets them only within the fan's daily limit $10.
 */
export const SETTLE = `
  WITH ended AS (
    UPDATE message m
    SET status = $4::message_status, content = $3::text, failure_code = $6::text, finished_at = now(), lease_id = NULL, lease_until = NULL,
        prompt_tokens = $7::int, completion_tokens = $8::int, usage_estimated = $9::bool,
        refunded = m.journal_id IS NOT NULL AND $5::bool AND ($4::message_status <> 'stopped' OR chat_may_refund_stop(m.fan_id, $10::int))
    WHERE m.id = $1::uuid AND m.status IN ('queued', 'streaming') AND m.lease_id = $2::uuid
    RETURNING m.id, m.conversation_id, m.fan_id, m.journal_id, m.charged_microcoins, m.refunded),
  back AS (
    -- OFFSET 0 keeps the planner from asking for a reversal before it knows whether there is one.
    SELECT r.outcome FROM (SELECT journal_id FROM ended WHERE refunded OFFSET 0) e, LATERAL ledger_reverse(e.journal_id) r)
  SELECT e.id, e.conversation_id, e.fan_id, e.journal_id::text, e.charged_microcoins::text, e.refunded, (SELECT outcome FROM back) AS reversal FROM ended e`;

/**
 * Takes over replies whose lease ran out, the oldest first, and answers with what is in them from then on: their old process can no longer save.
 * Passes over rows that somebody else has locked, and over those whose coins could not go back now because the wallet is locked.
 */
export const CLAIM_EXPIRED = `
  WITH orphans AS MATERIALIZED (
    SELECT m.id FROM message m
    WHERE m.status IN ('queued', 'streaming') AND m.lease_until < now() AND (m.journal_id IS NULL OR ledger_try_lock(m.fan_id))
    ORDER BY m.lease_until LIMIT $3::int FOR NO KEY UPDATE OF m SKIP LOCKED)
  UPDATE message m SET lease_id = $1::uuid, lease_until = now() + make_interval(secs => $2::float8 / 1000)
  FROM orphans o WHERE m.id = o.id
  RETURNING m.id, m.content, m.stop_requested`;

/** How a reply stands, for those who were not told. */
export const REPLY_STANDING = `
  SELECT id, conversation_id, fan_id, status, content, failure_code, charged_microcoins::text, refunded FROM message WHERE id = $1::uuid AND role = 'assistant'`;

export const REQUEST_STOP = `
  UPDATE message SET stop_requested = true
  WHERE id = $1::uuid AND fan_id = $2::uuid AND role = 'assistant' AND status IN ('queued', 'streaming') RETURNING id`;
