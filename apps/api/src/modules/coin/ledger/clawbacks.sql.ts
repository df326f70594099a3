/** What the taking back and returning of coins reads and writes. Amounts in microcoins. */

/** Locks the wallets of these users, in the order of every operation. */
export const LOCK = 'SELECT 1 AS locked FROM ledger_lock($1::uuid[])';

/** What a locked wallet has that nothing holds, and what its owner owes. */
export const PURSE = `
  SELECT id::text, (coins - coins_held)::text AS coins, (bonus - bonus_held)::text AS bonus, receivable::text
  FROM wallet WHERE owner_id = $1::uuid`;

/** $1 wallet, $2 how old a charge has to be in milliseconds, $3 how many. */
export const MATURING_SHARES = `
  SELECT charge::text, wallet::text, owner_id, amount::text
  FROM ledger_maturing_shares($1::bigint, $2::bigint * interval '1 millisecond', $3::int)`;

export const NOTE_TAKEN = `
  INSERT INTO ledger_share_taken (charge, journal, wallet, amount)
  SELECT t.charge, $1::bigint, t.wallet, t.amount FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS t(charge, wallet, amount)`;

/** The coin legs of some journals, oldest first. */
export const LEGS = `
  SELECT debit::text, credit::text, amount::text, kind FROM ledger_transfer
  WHERE journal = ANY ($1::bigint[]) AND kind = ANY ($2::smallint[]) ORDER BY journal, leg`;

/** $2 the buyer's wallet. Answers whose shares came back. */
export const NOTE_RETURNED = `
  WITH noted AS (
    INSERT INTO ledger_share_returned (journal, fan, wallet, amount)
    SELECT $1::bigint, $2::bigint, t.wallet, sum(t.amount) FROM unnest($3::bigint[], $4::bigint[]) AS t(wallet, amount) GROUP BY t.wallet
    RETURNING wallet)
  SELECT w.owner_id FROM noted JOIN wallet w ON w.id = noted.wallet`;
