-- Money that went back takes coins back: what is left of them, for a dispute the shares that still mature, and the rest is owed.

-- Who owes can't spend, give, swap or be paid out: every operation asks `blocked`, which now says that too.
ALTER TABLE "wallet" RENAME COLUMN "blocked" TO "suspended";
ALTER TABLE "wallet" ADD COLUMN "blocked" BOOLEAN NOT NULL GENERATED ALWAYS AS (suspended OR receivable > 0) STORED;

-- What was taken of a creator's share of a charge while it still matured. Append-only; the money is in ledger_transfer under `journal`.
CREATE TABLE "ledger_share_taken" (
  "charge" BIGINT NOT NULL,
  "journal" BIGINT NOT NULL,
  "wallet" BIGINT NOT NULL,
  "amount" BIGINT NOT NULL,
  CONSTRAINT "ledger_share_taken_pkey" PRIMARY KEY ("charge"),
  CONSTRAINT "ledger_share_taken_amount" CHECK (amount > 0)
);
CREATE INDEX "ledger_share_taken_wallet_charge_idx" ON "ledger_share_taken"("wallet", "charge");
CREATE TRIGGER "ledger_share_taken_append_only" BEFORE UPDATE OR DELETE ON "ledger_share_taken" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_share_taken_no_truncate" BEFORE TRUNCATE ON "ledger_share_taken" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- Moves what a creator earned in journals up to `upto` from maturing to matured, once per stretch. The caller has seen `upto` stable and old enough.
-- What was taken of them meanwhile doesn't mature, and what their owner owes is settled first. Outcome: posted | nothing.
CREATE OR REPLACE FUNCTION ledger_mature(wallet_id bigint, upto bigint)
RETURNS TABLE (outcome text, journal bigint, earnings bigint, promo bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  w wallet%ROWTYPE;
  e bigint;
  p bigint;
  posted record;
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_horizon h WHERE h.upto >= $2 AND h.at < now() - interval '1 day') THEN
    RAISE EXCEPTION 'only journals that have been stable for a day can mature' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT * INTO w FROM wallet x WHERE x.id = wallet_id FOR NO KEY UPDATE;
  IF NOT FOUND OR w.matured_upto >= upto THEN
    RETURN QUERY SELECT 'nothing', NULL::bigint, 0::bigint, 0::bigint;
    RETURN;
  END IF;
  -- A reversal bears a younger number than what it takes back, so it is found by what it reverses, from the debit side and from the old mark on.
  SELECT coalesce(sum(x.amount) FILTER (WHERE x.code = 3), 0), coalesce(sum(x.amount) FILTER (WHERE x.code = 6), 0) INTO e, p FROM (
    SELECT t.credit & 31 AS code, t.amount FROM ledger_transfer t
    WHERE t.credit IN (wallet_id * 32 + 3, wallet_id * 32 + 6) AND t.journal > w.matured_upto AND t.journal <= upto
    UNION ALL
    SELECT t.debit & 31, -t.amount FROM ledger_transfer t
    WHERE t.debit IN (wallet_id * 32 + 3, wallet_id * 32 + 6) AND t.journal > w.matured_upto AND t.reverses > w.matured_upto AND t.reverses <= upto
    UNION ALL
    SELECT 3, -s.amount FROM ledger_share_taken s WHERE s.wallet = wallet_id AND s.charge > w.matured_upto AND s.charge <= upto) x;
  UPDATE wallet x SET matured_upto = upto WHERE x.id = wallet_id;
  IF e + p = 0 THEN
    RETURN QUERY SELECT 'nothing', NULL::bigint, 0::bigint, 0::bigint;
    RETURN;
  END IF;
  SELECT r.* INTO posted FROM (
    SELECT array_agg(wallet_id * 32 + f) AS debits, array_agg(wallet_id * 32 + c) AS credits, array_agg(a) AS amounts, array_agg(k) AS kinds
    FROM (VALUES (3, 4, e, 50::smallint), (6, 5, p, 51::smallint), (4, 8, least(w.receivable, e), 45::smallint)) v(f, c, a, k) WHERE a > 0) t,
    LATERAL ledger_post(1, ledger_key_of('mature', wallet_id || ':' || upto), e + p, t.debits, t.credits, t.amounts, t.kinds) r;
  IF posted.outcome <> 'posted' THEN
    RAISE EXCEPTION 'maturing answered %', posted.outcome;
  END IF;
  RETURN QUERY SELECT 'posted', posted.journal, e, p;
END $$;

-- The shares of what a fan paid that still mature, the newest first: only those that nothing was taken of, that were not taken back, and that are older
-- than `settled_after`, by when nobody takes a charge back any more.
CREATE FUNCTION ledger_maturing_shares(fan bigint, settled_after interval, how_many int)
RETURNS TABLE (charge bigint, wallet bigint, owner_id uuid, amount bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT t.journal, w.id, w.owner_id, t.amount
  FROM ledger_transfer t JOIN wallet w ON w.id = t.credit >> 5
  WHERE t.debit = fan * 32 + 1 AND t.kind IN (1, 31) AND t.credit & 31 = 3 AND t.journal > w.matured_upto AND t.created_at <= now() - settled_after
    AND NOT EXISTS (SELECT FROM ledger_share_taken s WHERE s.charge = t.journal)
    AND NOT EXISTS (SELECT FROM ledger_key k WHERE k.owner = 1 AND k.key = ledger_key_of('reverse', t.journal::text))
  ORDER BY t.journal DESC LIMIT how_many;
END $$;
