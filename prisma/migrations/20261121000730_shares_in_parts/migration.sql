-- A share can be taken in several parts, and taken again once it was returned: else the first dispute of a fan, however small, or one that was won, would put
-- the share out of reach of all the later ones.

ALTER TABLE "ledger_share_taken" DROP CONSTRAINT "ledger_share_taken_pkey",
  ADD CONSTRAINT "ledger_share_taken_pkey" PRIMARY KEY ("charge", "wallet", "journal");

-- A creator's share that came back, when the dispute was won. It matures from `journal` on, like a share of a charge. Append-only; the money is in
-- ledger_transfer under the same journal.
CREATE TABLE "ledger_share_returned" (
  "journal" BIGINT NOT NULL,
  "fan" BIGINT NOT NULL,
  "wallet" BIGINT NOT NULL,
  "amount" BIGINT NOT NULL,
  CONSTRAINT "ledger_share_returned_pkey" PRIMARY KEY ("journal", "wallet"),
  CONSTRAINT "ledger_share_returned_amount" CHECK (amount > 0)
);
CREATE INDEX "ledger_share_returned_fan_journal_idx" ON "ledger_share_returned"("fan", "journal");
CREATE TRIGGER "ledger_share_returned_append_only" BEFORE UPDATE OR DELETE ON "ledger_share_returned" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_share_returned_no_truncate" BEFORE TRUNCATE ON "ledger_share_returned" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- What is left of the shares of what a fan paid that still mature, the newest first. Of charges only those that were not taken back and are older than
-- `settled_after`, by when nobody takes one back any more; of tips all, because nobody ever does.
CREATE OR REPLACE FUNCTION ledger_maturing_shares(fan bigint, settled_after interval, how_many int)
RETURNS TABLE (charge bigint, wallet bigint, owner_id uuid, amount bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.journal, w.id, w.owner_id, (s.amount - x.taken)::bigint
  FROM (
    SELECT t.journal, t.credit >> 5 AS wallet, t.amount FROM ledger_transfer t
    WHERE t.debit = $1 * 32 + 1 AND t.kind IN (1, 31) AND t.credit & 31 = 3 AND (t.kind = 31 OR t.created_at <= now() - settled_after)
      AND NOT EXISTS (SELECT FROM ledger_key k WHERE k.owner = 1 AND k.key = ledger_key_of('reverse', t.journal::text))
    UNION ALL
    SELECT r.journal, r.wallet, r.amount FROM ledger_share_returned r WHERE r.fan = $1) s
  JOIN wallet w ON w.id = s.wallet AND s.journal > w.matured_upto,
  LATERAL (SELECT coalesce(sum(y.amount), 0) AS taken FROM ledger_share_taken y WHERE y.charge = s.journal AND y.wallet = s.wallet) x
  WHERE s.amount > x.taken
  ORDER BY s.journal DESC LIMIT how_many;
END $$;

-- Takes a journal back: its own transfers with their sides exchanged, never recomputed. Once, and never a reversal of a reversal.
-- A creator's share that has matured meanwhile comes from earnings, and what isn't there any more is owed (receivable). What was taken of it for a dispute went
-- toward what its payer owed, so now that the payer has the coins again, the payer owes that.
-- Outcome: posted | duplicate (it was taken back before) | unknown (no such journal) | refused (it is a reversal itself) | insufficient.
CREATE OR REPLACE FUNCTION ledger_reverse(original bigint)
RETURNS TABLE (outcome text, journal bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  t record;
  debits bigint[];
  credits bigint[];
  amounts bigint[];
  kinds smallint[];
  is_late boolean;
BEGIN
  SELECT array_agg(x.credit ORDER BY x.leg) AS debits, array_agg(x.debit ORDER BY x.leg) AS credits, array_agg(x.amount ORDER BY x.leg) AS amounts,
         array_agg(x.kind ORDER BY x.leg) AS kinds, bool_or(x.reverses IS NOT NULL) AS is_reversal, min(x.created_at) AS at
  INTO t FROM ledger_transfer x WHERE x.journal = original;
  IF t.debits IS NULL THEN
    RETURN QUERY SELECT 'unknown', NULL::bigint;
    RETURN;
  ELSIF t.is_reversal THEN
    RETURN QUERY SELECT 'refused', NULL::bigint;
    RETURN;
  END IF;
  debits := t.debits; credits := t.credits; amounts := t.amounts; kinds := t.kinds;
  -- Nothing matures within a day, so a young journal needs no lock on its creator. Its payer's is needed: shares are taken under it.
  is_late := t.at < now() - interval '1 day' OR EXISTS (
    SELECT FROM unnest(t.debits) a JOIN wallet w ON w.id = a >> 5 WHERE a >= 32000 AND a & 31 IN (3, 6) AND w.matured_upto >= original);
  PERFORM 1 FROM wallet w
  WHERE w.id = ANY (ARRAY(SELECT DISTINCT a >> 5 FROM unnest(t.debits || t.credits) AS a WHERE a >= 32000 AND (is_late OR a & 31 NOT IN (3, 6))))
  ORDER BY w.id FOR NO KEY UPDATE;
  IF is_late OR EXISTS (SELECT FROM ledger_share_taken s WHERE s.charge = original) THEN
    SELECT array_agg(p.debit ORDER BY o, part), array_agg(p.credit ORDER BY o, part), array_agg(p.amount ORDER BY o, part), array_agg(p.kind ORDER BY o, part)
    INTO debits, credits, amounts, kinds
    FROM unnest(t.debits, t.credits, t.amounts, t.kinds) WITH ORDINALITY AS x(debit, credit, amount, kind, o)
    LEFT JOIN wallet w ON w.id = x.debit >> 5 AND x.debit >= 32000 AND x.debit & 31 IN (3, 6) AND w.matured_upto >= original,
    LATERAL (
      SELECT coalesce(sum(s.amount), 0)::bigint AS amount FROM ledger_share_taken s
      WHERE s.charge = original AND x.debit = s.wallet * 32 + 3) taken,
    LATERAL (
      SELECT least(CASE WHEN x.debit & 31 = 3 THEN w.earnings ELSE w.promo END, x.amount - taken.amount) AS there) h,
    LATERAL (VALUES
      (1, CASE WHEN w.id IS NULL THEN x.debit ELSE (w.id << 5) + CASE WHEN x.debit & 31 = 3 THEN 4 ELSE 5 END END,
          CASE WHEN w.id IS NULL THEN x.amount - taken.amount ELSE h.there END),
      (2, (w.id << 5) + 8, CASE WHEN w.id IS NULL THEN 0 ELSE x.amount - taken.amount - h.there END),
      (3, (x.credit >> 5 << 5) + 8, taken.amount)
    ) v(part, debit, amount),
    LATERAL (SELECT v.debit, x.credit, v.amount, x.kind) p
    WHERE v.amount > 0;
  END IF;
  RETURN QUERY SELECT * FROM ledger_post(1, ledger_key_of('reverse', original::text), original, debits, credits, amounts, kinds, original,
                                         (t.at AT TIME ZONE 'UTC')::date);
END $$;
