/** Corrects a wallet's bucket under its lock. $4: 1 coins, 2 bonus; $5: the expected balance, or null to add $6. → outcome, journal, balance. */
export const CORRECT = `
  SELECT outcome, journal::text, balance::text
  FROM ledger_correct($1::uuid, $2::uuid, $3::bigint, $4::smallint, $5::bigint, $6::bigint, $7::smallint, $8::uuid, $9)`;

export const CORRECTION = `
  SELECT c.journal::text, c.kind, w.owner_id, c.bucket, c.delta::text, c.reason, c.admin_id, c.created_at
  FROM coin_correction c JOIN wallet w ON w.id = c.wallet WHERE c.journal = $1::bigint`;
