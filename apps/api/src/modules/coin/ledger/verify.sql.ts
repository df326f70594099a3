/**
 * Holds the books against themselves. Every row is a fault:
 * a wallet bucket that differs from its transfers, a currency that doesn't sum to zero, a journal reversed twice or not whole.
 */
export const VERIFY = `
  WITH side AS (
    SELECT credit AS account, amount FROM ledger_transfer
    UNION ALL SELECT debit, -amount FROM ledger_transfer),
  total AS (SELECT account, sum(amount) AS balance FROM side GROUP BY account)
  SELECT 'wallet differs from its transfers' AS fault, w.id::text AS subject,
         format('coins %s, transfers %s; bonus %s, transfers %s', w.coins, coalesce(c.balance, 0), w.bonus, coalesce(b.balance, 0)) AS detail
  FROM wallet w LEFT JOIN total c ON c.account = w.id * 32 + 1 LEFT JOIN total b ON b.account = w.id * 32 + 2
  WHERE w.coins <> coalesce(c.balance, 0) OR w.bonus <> coalesce(b.balance, 0)
  UNION ALL
  SELECT 'currency does not sum to zero', ledger_book(account)::text, sum(balance)::text FROM total GROUP BY ledger_book(account) HAVING sum(balance) <> 0
  UNION ALL
  SELECT 'transfers of a wallet that does not exist', account::text, balance::text FROM total
  WHERE account >= 32000 AND NOT EXISTS (SELECT FROM wallet w WHERE w.id = account >> 5)
  UNION ALL
  SELECT 'reversed more than once', reverses::text, count(DISTINCT journal)::text FROM ledger_transfer
  WHERE reverses IS NOT NULL GROUP BY reverses HAVING count(DISTINCT journal) > 1
  UNION ALL
  SELECT 'reversal is not the whole of its journal', r.reverses::text, format('%s of %s', r.amount, o.amount)
  FROM (SELECT reverses, sum(amount) AS amount FROM ledger_transfer WHERE reverses IS NOT NULL GROUP BY reverses) r
  LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM ledger_transfer t WHERE t.journal = r.reverses) o ON true
  WHERE r.amount IS DISTINCT FROM o.amount
  UNION ALL
  SELECT 'journal without a key', t.journal::text, '' FROM (SELECT DISTINCT journal FROM ledger_transfer) t
  WHERE NOT EXISTS (SELECT FROM ledger_key k WHERE k.journal = t.journal)
  LIMIT 100`;
