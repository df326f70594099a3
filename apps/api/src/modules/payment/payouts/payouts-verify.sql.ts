const OPEN_OF_WALLET = `
  SELECT wallet, sum(amount_microcoins) AS amount FROM payout WHERE status IN ('requested', 'in_flight') GROUP BY wallet`;

/**
 * Holds the payouts against the books, in the columns of the ledger's own check. Every row is a fault: what is set aside in a wallet is what its
 * open payouts say, what is on its way is what was sent and hasn't ended, and each step has its journal. It reads whole tables.
 */
export const PAYOUTS_VERIFY = `
  WITH open AS (${OPEN_OF_WALLET}),
  provider (name, code) AS (VALUES ('sandbox', 16), ('stripe', 17), ('razorpay', 18)),
  currency (name, book) AS (VALUES ('USD', 2), ('INR', 3)),
  sent AS (
    SELECT c.name AS currency, p.name AS provider, ledger_balance(c.book * 32 + p.code) AS booked,
           (SELECT coalesce(sum(x.amount_minor), 0) FROM payout x WHERE x.status = 'in_flight' AND x.provider = p.name AND x.currency = c.name) AS open
    FROM provider p, currency c)
  SELECT 'in flight differs from the open payouts' AS fault, w.id::text AS subject, format('wallet %s, payouts %s', w.in_flight, coalesce(o.amount, 0)) AS detail
  FROM wallet w LEFT JOIN open o ON o.wallet = w.id WHERE w.in_flight <> coalesce(o.amount, 0)
  UNION ALL
  SELECT 'what was sent differs from the payouts on their way', provider || ' ' || currency, format('books %s, payouts %s', booked, open) FROM sent WHERE booked <> open
  UNION ALL
  SELECT 'payout and its journal differ', p.id::text, format('%s %s', j.step, j.journal)
  FROM payout p, LATERAL (VALUES
    ('request', p.request_journal, 60, p.amount_microcoins, p.wallet * 32 + 4), ('sent', p.sent_journal, 62, p.amount_minor, NULL),
    ('paid', p.paid_journal, 64, p.amount_microcoins, p.wallet * 32 + 7), ('end', p.end_journal, 61, p.amount_microcoins, p.wallet * 32 + 7)) j(step, journal, kind, amount, debit)
  WHERE j.journal IS NOT NULL AND NOT EXISTS (
    SELECT FROM ledger_transfer t WHERE t.journal = j.journal AND t.kind = j.kind AND t.amount = j.amount AND t.debit = coalesce(j.debit, t.debit))
  LIMIT 100`;
