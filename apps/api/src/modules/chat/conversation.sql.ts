/** What a fan does with conversations beside talking; each is one round trip. */

/**
 * A fan's conversations, pinned ones first, then the one with the newest message, each with the last line of the branch that is shown.
 * $6: only these; null for all.
 */
export const LIST_CONVERSATIONS = `
  SELECT c.id, c.persona_id, c.last_message_at, c.title, c.pinned, c.archived,
    coalesce(e.role = 'assistant' AND e.finished_at > c.read_at, false) AS unread,
    coalesce(l.role, 'assistant') AS role, coalesce(l.content, '') AS content
  FROM conversation c
  LEFT JOIN LATERAL (SELECT x.* FROM message x WHERE x.id = c.leaf_id LIMIT 1) e ON true
  LEFT JOIN LATERAL (
    -- A reply that has not begun to speak shows what it answers.
    SELECT m.role, left(m.content, 200) AS content FROM (
      SELECT e.role, e.content, 1 AS nth
      UNION ALL
      SELECT a.role, a.content, 2 FROM message a WHERE a.id = e.parent_id) m
    WHERE m.content <> '' ORDER BY m.nth LIMIT 1) l ON true
  WHERE c.fan_id = $1::uuid AND c.archived = $2::bool
    AND ($3::timestamptz IS NULL OR (c.pinned, c.last_message_at, c.id) < ($4::bool, $3::timestamptz, $5::uuid))
    AND ($6::uuid[] IS NULL OR c.id = ANY ($6::uuid[]))
  ORDER BY c.pinned DESC, c.last_message_at DESC, c.id DESC LIMIT $7::int`;

/** Whom a fan talks to, at most $2 personas. */
export const PERSONAS_OF_FAN = `SELECT DISTINCT c.persona_id AS id FROM conversation c WHERE c.fan_id = $1::uuid LIMIT $2::int`;

/**
 * Conversations of fan $1 with text $3 in their title or messages, or with one of the personas $4, in any letters. It looks into the newest $5 conversations,
 * at most $6 messages of each and $7 in all: an index of every word that people say would cost each message more than a search is worth.
 */
export const SEARCH_CONVERSATIONS = `
  WITH own AS MATERIALIZED (
    SELECT c.id, c.persona_id, c.title FROM conversation c WHERE c.fan_id = $1::uuid AND c.archived = $2::bool
    ORDER BY c.last_message_at DESC LIMIT $5::int),
  said AS (
    SELECT o.id, m.content FROM own o, LATERAL (
      SELECT x.content FROM message x WHERE x.conversation_id = o.id LIMIT $6::int) m LIMIT $7::int)
  SELECT o.id FROM own o WHERE o.persona_id = ANY ($4::uuid[]) OR strpos(lower(o.title), lower($3::text)) > 0
  UNION
  SELECT s.id FROM said s WHERE strpos(lower(s.content), lower($3::text)) > 0`;

/** Changes what $3 (an object of columns) names. */
export const UPDATE_CONVERSATION = `
  UPDATE conversation c SET
    title = CASE WHEN $3::jsonb ? 'title' THEN $3::jsonb ->> 'title' ELSE c.title END,
    pinned = coalesce(($3::jsonb ->> 'pinned')::bool, c.pinned),
    archived = coalesce(($3::jsonb ->> 'archived')::bool, c.archived),
    fan_name = coalesce($3::jsonb ->> 'fanName', c.fan_name),
    fan_description = coalesce($3::jsonb ->> 'fanDescription', c.fan_description),
    author_note = coalesce($3::jsonb ->> 'authorNote', c.author_note),
    author_note_depth = coalesce(($3::jsonb ->> 'authorNoteDepth')::smallint, c.author_note_depth),
    memory_enabled = coalesce(($3::jsonb ->> 'memoryEnabled')::bool, c.memory_enabled)
  WHERE c.id = $1::uuid AND c.fan_id = $2::uuid RETURNING c.id`;

export const MARK_READ = `UPDATE conversation c SET read_at = now() WHERE c.id = $1::uuid AND c.fan_id = $2::uuid RETURNING c.id`;

/** Its messages go with it; a paid reply under way stands in the way (restrict_violation). */
export const DELETE_CONVERSATION = `DELETE FROM conversation c WHERE c.id = $1::uuid AND c.fan_id = $2::uuid RETURNING c.id`;

export const SHOW_BRANCH = `SELECT chat_show_branch($1::uuid, $2::uuid, $3::uuid, $4::int) AS shown`;

export const DELETE_BRANCH = `SELECT d.outcome, d.conversation FROM chat_delete_branch($1::uuid, $2::uuid, $3::int) d`;

export const REACT = `UPDATE message m SET reaction = $3::text WHERE m.id = $1::uuid AND m.fan_id = $2::uuid RETURNING m.conversation_id AS id`;
