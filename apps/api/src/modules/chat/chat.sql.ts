/** Reads of conversations and of their trees; each is one round trip. */

const IS_PAID = 'NOT m.refunded AND coalesce(m.charged_microcoins, 0) > 0';

/**
 * What was said on the way to message $2, newest first, $3 messages at most; without $2 on the way to the end of the branch that is shown.
 * `id` says where it begins. A reply that was taken back (`isTakenBack`) never happened in the story. The first row has the memory of this way, which is looked
 * for $4 messages up: the summary nearest above its end, and the message up to which it goes.
 */
export const HISTORY_FOR_PROMPT = `
  WITH RECURSIVE summaries AS MATERIALIZED (
    SELECT s.covered_upto FROM conversation_memory s JOIN conversation c ON c.id = s.conversation_id AND c.memory_enabled WHERE s.conversation_id = $1::uuid),
  path AS (
    SELECT m.id, m.parent_id, m.role, m.content, m.status, ${IS_PAID} AS paid, 1 AS depth, m.id IN (SELECT s.covered_upto FROM summaries s) AS covered
    FROM message m WHERE m.id = coalesce($2::uuid, (SELECT c.leaf_id FROM conversation c WHERE c.id = $1::uuid)) AND m.conversation_id = $1::uuid
    UNION ALL
    -- LIMIT 1 keeps it a walk, from each to its parent: joined freely, the planner may read the whole table instead.
    SELECT m.id, m.parent_id, m.role, m.content, m.status, ${IS_PAID}, p.depth + 1, p.covered OR m.id IN (SELECT s.covered_upto FROM summaries s)
    FROM path p, LATERAL (SELECT x.* FROM message x WHERE x.id = p.parent_id LIMIT 1) m
    WHERE p.depth < $3::int OR (p.depth < $4::int AND NOT p.covered AND EXISTS (SELECT FROM summaries)))
  SELECT p.id, p.role, CASE WHEN p.status = 'failed' AND NOT p.paid THEN '' ELSE p.content END AS content, p.status = 'queued' AS under_way, s.covered_upto, s.text AS memory, s.edited
  FROM path p LEFT JOIN conversation_memory s
    ON p.depth = 1 AND s.conversation_id = $1::uuid AND s.covered_upto = (SELECT c.id FROM path c WHERE c.covered ORDER BY c.depth LIMIT 1)
  WHERE p.depth <= $3::int ORDER BY p.depth`;

export const REPLIES_BELOW = `
  SELECT m.content FROM message m WHERE m.conversation_id = $1::uuid AND m.parent_id = $2::uuid AND m.role = 'assistant' AND m.content <> ''
  ORDER BY m.id DESC LIMIT $3::int`;

/** A meeting point for all who would open a conversation of fan $1 with persona $2. */
export const LOCK_OPENING = `SELECT pg_advisory_xact_lock(hashtextextended('conversation:' || $1::uuid || ':' || $2::uuid, 0))`;

/** A conversation of fan $2 with persona $1 in which the fan has said nothing yet: every message of the fan hangs below another. */
export const UNTOUCHED_CONVERSATION = `
  SELECT c.id FROM conversation c
  WHERE c.fan_id = $2::uuid AND c.persona_id = $1::uuid AND NOT EXISTS (SELECT FROM message m WHERE m.conversation_id = c.id AND m.role = 'user')
  ORDER BY c.id DESC LIMIT 1`;

const MESSAGE_COLUMNS = `m.id, m.conversation_id, m.parent_id, m.role, CASE WHEN g.content IS NULL THEN m.content ELSE g.content END AS content,
  CASE WHEN g.content <> '' THEN 'streaming' ELSE m.status END AS status, m.failure_code, m.demo_voice, m.charged_microcoins::text, m.refunded,
  m.client_message_id, m.reaction, m.created_at`;

/**
 * The branch that is shown, newest first: $3 messages from its end, or above message $2. Each with the ids of its siblings, itself among them, the
 * newest $4 at most. A reply that is under way has the text so far.
 */
export const MESSAGES_OF_BRANCH = `
  WITH RECURSIVE path AS (
    SELECT m.id, m.parent_id, 1 AS depth FROM message m
    WHERE m.conversation_id = $1::uuid
      AND m.id = CASE WHEN $2::uuid IS NULL THEN (SELECT c.leaf_id FROM conversation c WHERE c.id = $1::uuid)
                      ELSE (SELECT b.parent_id FROM message b WHERE b.id = $2::uuid AND b.conversation_id = $1::uuid) END
    UNION ALL
    SELECT m.id, m.parent_id, p.depth + 1
    FROM path p, LATERAL (SELECT x.id, x.parent_id FROM message x WHERE x.id = p.parent_id LIMIT 1) m WHERE p.depth < $3::int)
  SELECT ${MESSAGE_COLUMNS},
    -- Two arms, because no index serves IS NOT DISTINCT FROM.
    ARRAY(SELECT t.id FROM (
      SELECT s.id FROM (
        SELECT x.id, x.role FROM message x WHERE x.conversation_id = $1::uuid AND x.parent_id = m.parent_id
        UNION ALL
        SELECT x.id, x.role FROM message x WHERE m.parent_id IS NULL AND x.conversation_id = $1::uuid AND x.parent_id IS NULL) s
      WHERE s.role = m.role ORDER BY s.id = m.id DESC, s.id DESC LIMIT $4::int) t ORDER BY t.id) AS siblings
  FROM path p, LATERAL (SELECT x.* FROM message x WHERE x.id = p.id LIMIT 1) m LEFT JOIN generation g ON g.reply_id = m.id ORDER BY p.depth`;

/** What charges were for; $2: only those of this fan, or null for all. */
export const SUBJECTS_OF_JOURNALS = `
  SELECT m.journal_id::text AS journal, m.id AS message_id, m.conversation_id, c.persona_id, m.failure_code, m.refunded,
    m.prompt_tokens, m.completion_tokens, m.usage_estimated, m.base_microcoins::text, m.input_rate_microcoins::text, m.output_rate_microcoins::text
  FROM message m JOIN conversation c ON c.id = m.conversation_id
  WHERE m.journal_id = ANY ($1::bigint[]) AND m.role = 'assistant' AND ($2::uuid IS NULL OR m.fan_id = $2::uuid)`;

export const JOURNAL_OF_MESSAGE = `
  SELECT journal_id::text AS journal FROM message WHERE id = $1::uuid AND fan_id = $2::uuid AND journal_id IS NOT NULL`;

export const MAKE_PARTITIONS = `SELECT chat_make_partitions($1::interval, $2::interval) AS made`;
