/** What is remembered of conversations; each is one round trip. */

/** The way from the end of the branch that is shown of conversation $1 up to its beginning, $3 messages at most. */
const WAY_UP = `
  path AS (
    SELECT m.id, m.parent_id, 1 AS depth FROM conversation c, LATERAL (SELECT x.id, x.parent_id FROM message x WHERE x.id = c.leaf_id LIMIT 1) m
    WHERE c.id = $1::uuid AND c.fan_id = $2::uuid
    UNION ALL
    SELECT m.id, m.parent_id, p.depth + 1
    FROM path p, LATERAL (SELECT x.id, x.parent_id FROM message x WHERE x.id = p.parent_id LIMIT 1) m WHERE p.depth < $3::int),
  nearest AS (
    SELECT s.*, p.depth FROM path p JOIN conversation_memory s ON s.conversation_id = $1::uuid AND s.covered_upto = p.id ORDER BY p.depth LIMIT 1)`;

/** The memory of the branch that is shown. No row: no such conversation of this fan. */
export const READ_MEMORY = `
  WITH RECURSIVE ${WAY_UP}
  SELECT c.memory_enabled AS enabled, n.text, n.edited, n.created_at,
    coalesce((SELECT max(p.depth) FROM path p) - n.depth + 1, 0)::int AS covered
  FROM conversation c LEFT JOIN nearest n ON true WHERE c.id = $1::uuid AND c.fan_id = $2::uuid`;

/** Summaries of a conversation beyond the newest $N, this one ($upto) not counted. */
const forgetOldest = (kept: string, upto: string) => `
  DELETE FROM conversation_memory s WHERE s.conversation_id = $1::uuid AND s.covered_upto <> ${upto} AND s.covered_upto IN (
    SELECT o.covered_upto FROM conversation_memory o WHERE o.conversation_id = $1::uuid AND o.covered_upto <> ${upto}
    ORDER BY o.created_at DESC OFFSET ${kept})`;

/** The fan's words ($4) in place of what is remembered of the branch that is shown, or for its beginning when nothing is; $5 others are kept. */
export const WRITE_MEMORY = `
  WITH RECURSIVE ${WAY_UP},
  place AS (SELECT coalesce((SELECT n.covered_upto FROM nearest n), (SELECT p.id FROM path p ORDER BY p.depth DESC LIMIT 1)) AS upto),
  forgotten AS (${forgetOldest('$5::int', '(SELECT upto FROM place)')})
  INSERT INTO conversation_memory (conversation_id, covered_upto, text, edited)
  SELECT $1::uuid, upto, $4::text, true FROM place WHERE upto IS NOT NULL
  ON CONFLICT (conversation_id, covered_upto) DO UPDATE SET text = EXCLUDED.text, edited = true, created_at = now()
  RETURNING covered_upto AS id`;

/** Lets one at a time bring a memory up to date, for $2 milliseconds. No row: somebody does, or the fan wants none. */
export const CLAIM_MEMORY = `
  UPDATE conversation c SET memory_lease_until = now() + make_interval(secs => $2::float8 / 1000)
  WHERE c.id = $1::uuid AND c.memory_enabled AND (c.memory_lease_until IS NULL OR c.memory_lease_until < now())
  RETURNING c.fan_id`;

/**
 * Adds the summary up to message $2, made from the one up to message $7 with text $8, if any, unless the fan has written since: in that one's place, or, without one,
 * anywhere since reply $5 was asked for, give or take a moment, because that was when nothing was found. $6 others are kept. The claim ends.
 */
export const ADD_SUMMARY = `
  WITH free AS (UPDATE conversation c SET memory_lease_until = NULL WHERE c.id = $1::uuid RETURNING c.id),
  asked AS (SELECT coalesce((SELECT m.created_at - interval '1 second' FROM message m WHERE m.id = $5::uuid), '-infinity') AS at),
  forgotten AS (${forgetOldest('$6::int', '$2::uuid')})
  INSERT INTO conversation_memory (conversation_id, covered_upto, text, edited)
  SELECT f.id, $2::uuid, $3::text, $4::bool FROM free f, asked a
  WHERE CASE WHEN $7::uuid IS NULL
    THEN NOT EXISTS (SELECT FROM conversation_memory e WHERE e.conversation_id = $1::uuid AND e.edited AND e.created_at > a.at)
    ELSE EXISTS (SELECT FROM conversation_memory e WHERE e.conversation_id = $1::uuid AND e.covered_upto = $7::uuid AND e.text = $8::text) END
  ON CONFLICT (conversation_id, covered_upto) DO NOTHING
  RETURNING covered_upto AS id`;

export const FREE_MEMORY = `UPDATE conversation c SET memory_lease_until = NULL WHERE c.id = $1::uuid RETURNING c.id`;
