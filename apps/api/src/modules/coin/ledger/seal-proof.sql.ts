/** A journal's transfers, if one of them touches the wallet of $1. */
export const LEGS_OF_JOURNAL = `
  SELECT t.leg, t.kind, t.debit::text, t.credit::text, t.amount::text, coalesce(t.reverses, 0)::text AS reverses,
         (extract(epoch FROM t.created_at) * 1000)::bigint::text AS created_at_ms
  FROM ledger_transfer t
  WHERE t.journal = $2::bigint
    AND EXISTS (
      SELECT FROM wallet w, ledger_transfer mine
      WHERE w.owner_id = $1::uuid AND mine.journal = $2::bigint
        AND ((mine.debit >= 32000 AND mine.debit >> 5 = w.id) OR (mine.credit >= 32000 AND mine.credit >> 5 = w.id)))
  ORDER BY t.leg`;

/** The seal that covers a journal, with the hash of the one before. */
export const SEAL_OF_JOURNAL = `
  SELECT s.number::text, s.after::text, s.upto::text, s.journals, encode(s.root, 'hex') AS root, encode(s.hash, 'hex') AS hash,
         coalesce((SELECT encode(p.hash, 'hex') FROM ledger_seal p WHERE p.number = s.number - 1), '') AS previous_hash
  FROM ledger_seal s WHERE s.upto >= $1::bigint ORDER BY s.upto LIMIT 1`;

export const LEAVES = `SELECT journal::text, leaf FROM ledger_leaves($1::bigint, $2::bigint) ORDER BY journal`;
