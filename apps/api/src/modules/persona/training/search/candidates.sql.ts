/** Places in passages that are looked at: the words that most passages have tell least, and are left out first. */
const POSTINGS_MAX = 4_000;

/**
 * The passages of a persona ($1) that hold the rarest of the asked buckets ($2, each with its weight, $3), the best first, at most $5. $4 is how many
 * passages the persona has: the fewer of them hold a bucket, the more it says (the inverse document frequency of BM25). $6: for adults too.
 */
export const CANDIDATES = `
  WITH asked AS (SELECT bucket, weight FROM unnest($2::int[], $3::float8[]) AS q(bucket, weight)),
  posting AS MATERIALIZED (
    SELECT p.file_id, p.bucket, p.passages, a.weight
    FROM asked a JOIN training_posting p ON p.persona_id = $1::uuid AND p.bucket = a.bucket JOIN training_file f ON f.id = p.file_id
    WHERE f.persona_id = $1::uuid AND f.state = 'ready' AND (NOT f.mature OR $6::boolean)
  ),
  counted AS (SELECT bucket, sum(cardinality(passages)) AS found FROM posting GROUP BY bucket),
  rarity AS (
    SELECT bucket, ln(1.3 + greatest($4::int - found, 0) / (found + 0.5))::float8 AS idf, found,
           sum(found) OVER (ORDER BY found, bucket) AS found_so_far
    FROM counted
  ),
  best AS (
    SELECT p.file_id, n AS number, sum(p.weight * r.idf) AS score, array_agg(p.bucket) AS buckets, array_agg(r.idf) AS rarities
    FROM posting p JOIN rarity r ON r.bucket = p.bucket CROSS JOIN unnest(p.passages) AS n
    WHERE r.found_so_far <= ${POSTINGS_MAX} OR r.found_so_far = r.found
    GROUP BY p.file_id, n ORDER BY score DESC, p.file_id, n LIMIT $5::int
  )
  SELECT b.file_id, b.number, b.buckets, b.rarities, s.sealed, f.key_id, f.wrapped_key, f.mature
  FROM best b JOIN training_passage s ON s.file_id = b.file_id AND s.number = b.number JOIN training_file f ON f.id = b.file_id
  ORDER BY b.score DESC, b.file_id, b.number`;
