/**
 * Holds the books against themselves, all of it recomputed from the transfers. Every row is a fault.
 * It reads whole tables: for a command and a nightly job, not for a request.
 */
export const VERIFY = `
  WITH side AS (
    SELECT credit AS account, amount, journal FROM ledger_transfer
    UNION ALL SELECT debit, -amount, journal FROM ledger_transfer),
  total AS (
    SELECT account, sum(amount) AS balance, coalesce(sum(amount) FILTER (WHERE journal <= f.upto), 0) AS folded
    FROM side, ledger_fold f GROUP BY account),
  bucket AS (
    SELECT w.id, v.code, v.stored FROM wallet w, LATERAL (VALUES
      (1, w.coins), (2, w.bonus), (4, w.earnings), (5, w.promo), (7, w.in_flight), (8, -w.receivable)) v(code, stored)),
  open_hold AS (
    SELECT h.* FROM ledger_hold h WHERE NOT EXISTS (SELECT FROM ledger_hold_end e WHERE e.hold = h.id)),
  held AS (SELECT fan, sum(coins_part) AS coins, sum(bonus_part) AS bonus FROM open_hold GROUP BY fan)
  SELECT 'wallet differs from its transfers' AS fault, b.id::text AS subject,
         format('account %s: stored %s, transfers %s', b.code, b.stored, coalesce(t.balance, 0)) AS detail
  FROM bucket b LEFT JOIN total t ON t.account = b.id * 32 + b.code WHERE b.stored <> coalesce(t.balance, 0)
  UNION ALL
  SELECT 'currency does not sum to zero', ledger_book(account)::text, sum(balance)::text FROM total GROUP BY ledger_book(account) HAVING sum(balance) <> 0
  UNION ALL
  SELECT 'transfers of a wallet that does not exist', account::text, balance::text FROM total
  WHERE account >= 32000 AND NOT EXISTS (SELECT FROM wallet w WHERE w.id = account >> 5)
  UNION ALL
  SELECT 'snapshot differs from its transfers', coalesce(s.account, t.account)::text, format('snapshot %s, transfers %s', s.balance, t.folded)
  FROM (SELECT * FROM total WHERE account < 32000 OR account & 31 IN (3, 6)) t FULL JOIN ledger_snapshot s ON s.account = t.account
  WHERE coalesce(s.balance, 0) <> coalesce(t.folded, 0)
  UNION ALL
  SELECT 'a maturing account is below zero', account::text, balance::text FROM total WHERE account >= 32000 AND account & 31 IN (3, 6) AND balance < 0
  UNION ALL
  SELECT 'held differs from the open holds', w.id::text,
         format('coins %s, holds %s; bonus %s, holds %s', w.coins_held, coalesce(h.coins, 0), w.bonus_held, coalesce(h.bonus, 0))
  FROM wallet w LEFT JOIN held h ON h.fan = w.id WHERE w.coins_held <> coalesce(h.coins, 0) OR w.bonus_held <> coalesce(h.bonus, 0)
  UNION ALL
  SELECT 'hold ended above what was held, or its journal does not say what it used', h.id::text, format('%s and %s used', e.coins_used, e.bonus_used)
  FROM ledger_hold_end e LEFT JOIN ledger_hold h ON h.id = e.hold
  WHERE h.id IS NULL OR e.coins_used > h.coins_part OR e.bonus_used > h.bonus_part
     OR coalesce((SELECT sum(t.amount) FROM ledger_transfer t WHERE t.journal = e.journal), 0) <> e.coins_used + e.bonus_used
  UNION ALL
  SELECT 'reversed more than once', reverses::text, count(DISTINCT journal)::text FROM ledger_transfer
  WHERE reverses IS NOT NULL GROUP BY reverses HAVING count(DISTINCT journal) > 1
  UNION ALL
  SELECT 'reversal is not the whole of its journal', r.reverses::text, format('%s of %s', r.amount, o.amount)
  FROM (SELECT reverses, sum(amount) AS amount FROM ledger_transfer WHERE reverses IS NOT NULL GROUP BY reverses) r
  LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM ledger_transfer t WHERE t.journal = r.reverses) o ON true
  WHERE r.amount IS DISTINCT FROM o.amount
  UNION ALL
  SELECT 'owes less than nothing', id::text, receivable::text FROM wallet WHERE receivable < 0
  UNION ALL
  SELECT 'more was taken of a share than there was', s.charge::text, format('wallet %s: %s of %s', s.wallet, s.taken, x.share)
  FROM (SELECT charge, wallet, sum(amount) AS taken FROM ledger_share_taken GROUP BY charge, wallet) s, LATERAL (
    SELECT coalesce(sum(t.amount), 0) AS share FROM ledger_transfer t WHERE t.journal = s.charge AND t.credit = s.wallet * 32 + 3) x
  WHERE s.taken > x.share
  UNION ALL
  SELECT 'shares taken or returned differ from their journal', coalesce(n.journal, t.journal)::text, format('wallet %s: noted %s, posted %s', coalesce(n.wallet, t.wallet), n.amount, t.amount)
  FROM (SELECT journal, wallet, sum(amount) AS amount FROM ledger_share_taken GROUP BY journal, wallet
        UNION ALL SELECT journal, wallet, -amount FROM ledger_share_returned) n
  FULL JOIN (SELECT journal, account >> 5 AS wallet, sum(amount) AS amount FROM (
               SELECT journal, debit AS account, amount FROM ledger_transfer WHERE kind = 40 UNION ALL SELECT journal, credit, -amount FROM ledger_transfer WHERE kind = 41) c
             WHERE account >= 32000 AND account & 31 = 3 GROUP BY journal, account >> 5) t ON t.journal = n.journal AND t.wallet = n.wallet
  WHERE n.amount IS DISTINCT FROM t.amount
  UNION ALL
  SELECT 'journal without a key', t.journal::text, '' FROM (SELECT DISTINCT journal FROM ledger_transfer) t
  WHERE NOT EXISTS (SELECT FROM ledger_key k WHERE k.journal = t.journal)
  UNION ALL
  SELECT 'seal does not continue the one before', s.number::text, format('after %s', s.after)
  FROM (SELECT x.*, lag(x.hash, 1, ''::bytea) OVER n AS hash_before, lag(x.upto, 1, 0::bigint) OVER n AS upto_before, lag(x.number, 1, 0::bigint) OVER n AS number_before
        FROM ledger_seal x WINDOW n AS (ORDER BY x.number)) s
  WHERE s.after <> s.upto_before OR s.number <> s.number_before + 1
     OR s.hash <> ledger_seal_hash(s.hash_before, s.root, s.after, s.upto, s.journals)
  UNION ALL
  SELECT 'transfers differ from their seal', s.number::text, format('journals %s to %s', s.after + 1, s.upto)
  FROM ledger_seal s LEFT JOIN LATERAL (
    SELECT count(*) AS journals, ledger_merkle(array_agg(l.leaf ORDER BY l.journal)) AS root FROM ledger_leaves(s.after, s.upto) l) x ON true
  WHERE x.journals <> s.journals OR x.root IS DISTINCT FROM s.root
  UNION ALL
  SELECT 'folded journals without a seal', f.upto::text, '' FROM ledger_fold f
  WHERE EXISTS (SELECT FROM ledger_transfer t WHERE t.journal <= f.upto AND t.journal > coalesce((SELECT max(s.upto) FROM ledger_seal s), 0))
  LIMIT 100`;
