/** What discovery asks of conversations. */

/** A reply that was delivered, cost something, and of which nothing was given back. */
const PAID = `m.role = 'assistant' AND m.status IN ('done', 'stopped') AND NOT m.refunded AND m.charged_microcoins > 0`;

/** How many such replies fan $1 has of persona $2, counted up to $3; along the conversation's index. */
export const COUNT_PAID_REPLIES = `
  SELECT count(*)::int AS count FROM (
    SELECT FROM conversation c JOIN message m ON m.conversation_id = c.id
    WHERE c.fan_id = $1::uuid AND c.persona_id = $2::uuid AND ${PAID} LIMIT $3::int) AS paid`;

/** The last personas of fan $1, of their newest 300 conversations. */
export const LAST_PERSONAS = `
  SELECT persona_id AS id FROM (
    SELECT c.persona_id, c.last_message_at FROM conversation c WHERE c.fan_id = $1::uuid ORDER BY c.last_message_at DESC LIMIT 300) AS own
  GROUP BY persona_id ORDER BY max(last_message_at) DESC, persona_id LIMIT $2::int`;

/**
 * At most $4 messages after id $1, or after the first id of $2 where there is none, and before the first id of $3, along their ids: how many they are, the last one, and
 * the paid replies among them.
 */
export const REPLIES_AFTER = `
  WITH step AS MATERIALIZED (
    SELECT * FROM message x WHERE x.id > coalesce($1::uuid, chat_first_id($2::timestamptz)) AND x.id < chat_first_id($3::timestamptz) ORDER BY x.id LIMIT $4::int)
  SELECT (SELECT count(*)::int FROM step) AS count, (SELECT s.id FROM step s ORDER BY s.id DESC LIMIT 1) AS last,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('personaId', c.persona_id, 'fanId', m.fan_id, 'at', m.created_at)), '[]')
     FROM step m JOIN conversation c ON c.id = m.conversation_id WHERE ${PAID}) AS paid`;
