/** What entries of lorebooks did in conversations; each is one round trip. */

/**
 * The way that leads to message $2 of conversation $1: how many messages it has, and with which of them began to be sticky or to cool down,
 * the end being depth 1. It is followed for $3 messages, and for $4 where something began in this conversation at
 * all. A reply that was taken back began nothing.
 */
export const LORE_PATH = `
  WITH RECURSIVE begun AS MATERIALIZED (
    SELECT e.reply_id, e.entry_ids FROM lore_effect e WHERE e.conversation_id = $1::uuid ORDER BY e.reply_id DESC LIMIT $5::int),
  path AS (
    SELECT m.id, m.parent_id, m.status, m.refunded, m.charged_microcoins, 1 AS depth
    FROM message m WHERE m.id = $2::uuid AND m.conversation_id = $1::uuid
    UNION ALL
    SELECT m.id, m.parent_id, m.status, m.refunded, m.charged_microcoins, p.depth + 1
    FROM path p, LATERAL (SELECT x.* FROM message x WHERE x.id = p.parent_id LIMIT 1) m
    WHERE p.depth < CASE WHEN EXISTS (SELECT FROM begun) THEN greatest($3::int, $4::int) ELSE $3::int END)
  SELECT (SELECT count(*) FROM path)::int AS messages, b.reply_id, b.entry_ids, b.depth
  FROM (VALUES (1)) one LEFT JOIN (
    SELECT e.reply_id, e.entry_ids, p.depth FROM begun e JOIN path p ON p.id = e.reply_id
    WHERE p.status <> 'failed' OR (NOT p.refunded AND coalesce(p.charged_microcoins, 0) > 0)) b ON true`;

/** Said again it is the same. The newest $4 replies of a conversation are remembered. */
export const BEGIN_LORE = `
  WITH forgotten AS (
    DELETE FROM lore_effect e WHERE e.conversation_id = $1::uuid AND e.reply_id IN (
      SELECT o.reply_id FROM lore_effect o WHERE o.conversation_id = $1::uuid ORDER BY o.reply_id DESC OFFSET $4::int - 1))
  INSERT INTO lore_effect (conversation_id, reply_id, entry_ids)
  SELECT c.id, $2::uuid, $3::text[] FROM conversation c WHERE c.id = $1::uuid
  ON CONFLICT (conversation_id, reply_id) DO NOTHING
  RETURNING reply_id AS id`;
