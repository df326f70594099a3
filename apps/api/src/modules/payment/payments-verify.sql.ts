/** What refunds and disputes say went back, of the price. */
const TOLD = `
  SELECT p.id, least(p.amount_minor, coalesce(r.minor, 0)) AS refunded, coalesce(d.minor, 0) AS disputed
  FROM payment p
  LEFT JOIN (SELECT payment_id, sum(amount_minor) AS minor FROM payment_refund WHERE status <> 'failed' GROUP BY payment_id) r ON r.payment_id = p.id
  LEFT JOIN (SELECT payment_id, sum(amount_minor) AS minor FROM payment_dispute WHERE status IN ('open', 'lost') GROUP BY payment_id) d ON d.payment_id = p.id`;

/** Each clawback with the coins that all up to it stand for, less those that all before it do: of coins and of bonus, each rounded down. */
const STEPS = `
  SELECT c.*, div(c.coins * c.upto, c.price) - div(c.coins * (c.upto - c.amount_minor), c.price)
            + div(c.bonus * c.upto, c.price) - div(c.bonus * (c.upto - c.amount_minor), c.price) AS due
  FROM (
    SELECT c.journal, c.payment_id, c.amount_minor, p.cash, p.liability, p.amount_minor AS price, p.coins_microcoins::numeric AS coins,
           p.bonus_microcoins::numeric + p.promotion_microcoins AS bonus, sum(c.amount_minor) OVER (PARTITION BY c.payment_id ORDER BY c.journal) AS upto
    FROM payment_clawback c JOIN paid p ON p.id = c.payment_id) c`;

/**
 * Holds the payments against the books, in the columns of the ledger's own check. Every row is a fault: each payment that succeeded has its journal with its
 * amounts and no other purchase has one; coins followed what went back and nothing else; what providers hold is what was paid, less what went back and their fees.
 * It reads whole tables.
 */
export const PAYMENTS_VERIFY = `
  WITH account (provider, currency, cash, liability) AS (
    SELECT p.name, c.name, c.book * 32 + p.code, c.book * 32 + 1
    FROM (VALUES ('sandbox', 8), ('stripe', 9), ('razorpay', 10)) p(name, code), (VALUES ('USD', 2), ('INR', 3)) c(name, book)),
  paid AS (
    SELECT p.*, w.id AS wallet, a.cash, a.liability
    FROM payment p LEFT JOIN wallet w ON w.owner_id = p.user_id LEFT JOIN account a ON a.provider = p.provider AND a.currency = p.currency
    WHERE p.status = 'succeeded'),
  told AS (${TOLD}),
  step AS (${STEPS}),
  due AS (
    SELECT a.*, coalesce(sum(p.amount_minor - p.taken_minor - coalesce(p.fee_minor, 0)
             - (SELECT coalesce(sum(d.fee_minor), 0) FROM payment_dispute d WHERE d.payment_id = p.id)), 0) AS minor
    FROM account a LEFT JOIN paid p ON p.cash = a.cash GROUP BY a.provider, a.currency, a.cash, a.liability)
  SELECT 'payment and its journal differ' AS fault, p.id::text AS subject,
         format('journal %s: cash %s, coins %s, bonus %s', p.journal_id, j.cash, j.coins, j.bonus) AS detail
  FROM paid p, LATERAL (
    SELECT coalesce(sum(t.amount) FILTER (WHERE t.kind = 10 AND t.debit = p.cash AND t.credit = p.liability), 0) AS cash,
           coalesce(sum(t.amount) FILTER (WHERE t.kind = 11 AND t.debit = 35 AND t.credit = p.wallet * 32 + 1), 0) AS coins,
           coalesce(sum(t.amount) FILTER (WHERE t.kind = 12 AND t.debit = 34 AND t.credit = p.wallet * 32 + 2), 0) AS bonus,
           count(*) FILTER (WHERE t.kind NOT IN (10, 11, 12, 45)) AS others
    FROM ledger_transfer t WHERE t.journal = p.journal_id) j
  WHERE j.cash <> p.amount_minor OR j.coins <> p.coins_microcoins OR j.bonus <> p.bonus_microcoins + p.promotion_microcoins OR j.others > 0
     OR NOT EXISTS (SELECT FROM ledger_key k WHERE k.owner = 1 AND k.key = ledger_key_of('payment', p.id::text) AND k.journal = p.journal_id)
  UNION ALL
  SELECT 'purchase without its payment', t.journal::text, t.amount::text FROM ledger_transfer t
  WHERE t.kind = 10 AND NOT EXISTS (SELECT FROM paid p WHERE p.journal_id = t.journal)
  UNION ALL
  SELECT 'taken differs from the clawbacks', p.id::text, format('payment %s, clawbacks %s', p.taken_minor, coalesce(c.minor, 0))
  FROM payment p LEFT JOIN (SELECT payment_id, sum(amount_minor) AS minor FROM payment_clawback GROUP BY payment_id) c ON c.payment_id = p.id
  WHERE p.taken_minor <> coalesce(c.minor, 0)
  UNION ALL
  SELECT 'taken differs from what went back', p.id::text, format('taken %s, refunded %s, disputed %s', p.taken_minor, p.refunded_minor, p.disputed_minor)
  FROM paid p WHERE p.taken_minor <> p.refunded_minor + p.disputed_minor
  UNION ALL
  SELECT 'what went back differs from what was told', p.id::text, format('refunded %s, told %s; disputed %s, told %s', p.refunded_minor, t.refunded, p.disputed_minor, t.disputed)
  FROM payment p JOIN told t ON t.id = p.id WHERE p.refunded_minor <> t.refunded OR p.disputed_minor <> least(p.amount_minor - t.refunded, t.disputed)
  UNION ALL
  SELECT 'clawback and its journal differ', s.payment_id::text, format('journal %s: fiat %s of %s, coins %s of %s', s.journal, j.fiat, s.amount_minor, j.coins, s.due)
  FROM step s, LATERAL (
    SELECT coalesce(sum(CASE t.kind WHEN 42 THEN t.amount ELSE -t.amount END) FILTER (WHERE (t.kind, t.debit, t.credit) IN ((42, s.liability, s.cash), (43, s.cash, s.liability))), 0) AS fiat,
           coalesce(sum(CASE t.kind WHEN 40 THEN t.amount ELSE -t.amount END) FILTER (WHERE t.kind IN (40, 41)), 0) AS coins
    FROM ledger_transfer t WHERE t.journal = s.journal) j
  WHERE j.fiat <> s.amount_minor OR j.coins <> s.due
  UNION ALL
  SELECT 'taking or return of coins without its clawback', t.journal::text, '' FROM (SELECT DISTINCT journal FROM ledger_transfer WHERE kind IN (40, 41, 42, 43)) t
  WHERE NOT EXISTS (SELECT FROM payment_clawback c WHERE c.journal = t.journal)
  UNION ALL
  SELECT 'what a provider holds differs from its payments', d.provider || ' ' || d.currency, format('books %s, payments %s', b.minor, d.minor)
  FROM due d, LATERAL (
    SELECT coalesce(sum(CASE WHEN t.debit = d.cash THEN t.amount ELSE -t.amount END), 0) AS minor
    FROM ledger_transfer t WHERE (t.debit = d.cash OR t.credit = d.cash) AND t.kind IN (10, 42, 43, 44)) b
  WHERE b.minor <> d.minor
  LIMIT 100`;
