/** Reads of an export: which messages, and then some of them at a time. */

/** The branch that is shown, oldest first, at most the newest $2 messages of it. */
export const IDS_OF_BRANCH = `
  WITH RECURSIVE path AS (
    SELECT m.id, m.parent_id, 1 AS depth FROM message m
    WHERE m.id = (SELECT c.leaf_id FROM conversation c WHERE c.id = $1::uuid) AND m.conversation_id = $1::uuid
    UNION ALL
    SELECT m.id, m.parent_id, p.depth + 1
    FROM path p, LATERAL (SELECT x.id, x.parent_id FROM message x WHERE x.id = p.parent_id LIMIT 1) m WHERE p.depth < $2::int)
  SELECT id FROM path ORDER BY depth DESC`;

/** The whole tree in the order in which it was written. */
export const IDS_OF_TREE = `SELECT m.id FROM message m WHERE m.conversation_id = $1::uuid ORDER BY m.id LIMIT $2::int`;

/** These of the conversation's messages, in their order. */
export const MESSAGES_BY_ID = `
  SELECT m.id, m.parent_id, m.role, m.content, m.status, m.reaction, m.charged_microcoins::text, m.refunded, m.created_at
  FROM unnest($2::uuid[]) WITH ORDINALITY AS w(id, nth), LATERAL (SELECT x.* FROM message x WHERE x.id = w.id LIMIT 1) m
  WHERE m.conversation_id = $1::uuid ORDER BY w.nth`;
