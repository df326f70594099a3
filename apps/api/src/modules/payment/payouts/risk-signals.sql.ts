/** Others who were seen with something that $1 was seen with. The hashes tell apart what can't be the same thing. */
export const SHARING = `
  SELECT DISTINCT o.user_id FROM risk_signal s JOIN risk_signal o ON o.value_hash = s.value_hash AND o.user_id <> s.user_id
  WHERE s.user_id = $1::uuid ORDER BY o.user_id LIMIT $2::int`;
