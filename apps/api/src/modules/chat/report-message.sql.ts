/** A message of fan $2 with what led to it, $3 at most, itself first. Also what failed is told, and of a reply under way what there is. */
export const REPORTED_MESSAGE = `
  WITH RECURSIVE path AS (
    SELECT m.id, m.parent_id, 1 AS depth FROM message m WHERE m.id = $1::uuid AND m.fan_id = $2::uuid
    UNION ALL
    -- LIMIT 1 keeps it a walk, from each to its parent.
    SELECT m.id, m.parent_id, p.depth + 1
    FROM path p, LATERAL (SELECT x.id, x.parent_id FROM message x WHERE x.id = p.parent_id LIMIT 1) m WHERE p.depth < $3::int)
  SELECT m.id, m.role, coalesce(g.content, m.content) AS content, m.created_at, c.persona_id
  FROM path p, LATERAL (SELECT x.* FROM message x WHERE x.id = p.id LIMIT 1) m
    JOIN conversation c ON c.id = m.conversation_id LEFT JOIN generation g ON g.reply_id = m.id
  ORDER BY p.depth`;
