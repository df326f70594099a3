-- Balances that an admin sets right and bonus that an admin grants, each with who did it and why.

-- What a transfer can't say about a correction. Append-only; the money is in ledger_transfer under the same journal.
CREATE TABLE "coin_correction" (
  "journal" BIGINT NOT NULL,
  "wallet" BIGINT NOT NULL,
  "admin_id" UUID NOT NULL,
  "kind" SMALLINT NOT NULL,
  "delta" BIGINT NOT NULL,
  "bucket" SMALLINT NOT NULL,
  "reason" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "coin_correction_pkey" PRIMARY KEY ("journal"),
  CONSTRAINT "coin_correction_delta" CHECK (delta <> 0),
  CONSTRAINT "coin_correction_kind" CHECK (kind = 37 OR (kind = 21 AND bucket = 2 AND delta > 0)),
  CONSTRAINT "coin_correction_bucket" CHECK (bucket IN (1, 2)),
  CONSTRAINT "coin_correction_reason" CHECK (char_length(reason) BETWEEN 1 AND 500)
);
CREATE INDEX "coin_correction_wallet_journal_idx" ON "coin_correction"("wallet", "journal");
CREATE INDEX "coin_correction_admin_id_journal_idx" ON "coin_correction"("admin_id", "journal");
CREATE TRIGGER "coin_correction_append_only" BEFORE UPDATE OR DELETE ON "coin_correction" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "coin_correction_no_truncate" BEFORE TRUNCATE ON "coin_correction" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- Posts what is missing between the posted balance of a bucket (1 coins, 2 bonus) and `target`, as it is under the wallet's lock. Without an `expected`
-- balance, `target` is what is added. Coins come from and go to the platform's adjustments, bonus its promotions.
-- Outcome: posted | duplicate | reused | unknown (no such wallet) | changed (the balance is not the expected one, but `balance`)
-- | unchanged (nothing to post) | insufficient (less than what is held would be left).
CREATE FUNCTION ledger_correct(
  of_owner uuid, op_key uuid, op_hash bigint, of_bucket smallint, expected bigint, target bigint, transfer_kind smallint, by_admin uuid, why text)
RETURNS TABLE (outcome text, journal bigint, balance bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  w wallet%ROWTYPE;
  old record;
  done record;
  there bigint;
  missing bigint;
  own bigint;
  other bigint;
BEGIN
  IF of_bucket NOT IN (1, 2) OR target IS NULL THEN
    RAISE EXCEPTION 'a correction names a bucket and an amount' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT * INTO w FROM wallet x WHERE x.owner_id = of_owner FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'unknown', NULL::bigint, NULL::bigint;
    RETURN;
  END IF;
  there := CASE of_bucket WHEN 1 THEN w.coins ELSE w.bonus END;
  -- Before the balance: a retry finds what its first try made of it.
  SELECT k.journal, k.request_hash INTO old FROM ledger_key k WHERE k.owner = 1 AND k.key = op_key;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN old.request_hash = op_hash THEN 'duplicate' ELSE 'reused' END, old.journal, there;
    RETURN;
  END IF;
  IF expected <> there THEN
    RETURN QUERY SELECT 'changed', NULL::bigint, there;
    RETURN;
  END IF;
  missing := target - coalesce(expected, 0);
  IF missing = 0 THEN
    RETURN QUERY SELECT 'unchanged', NULL::bigint, there;
    RETURN;
  END IF;
  own := w.id * 32 + of_bucket;
  other := CASE of_bucket WHEN 1 THEN 36 ELSE 34 END;
  SELECT * INTO done FROM ledger_post(1, op_key, op_hash, ARRAY[CASE WHEN missing > 0 THEN other ELSE own END],
                                      ARRAY[CASE WHEN missing > 0 THEN own ELSE other END], ARRAY[abs(missing)], ARRAY[transfer_kind]);
  IF done.outcome = 'posted' THEN
    INSERT INTO coin_correction (journal, wallet, admin_id, kind, delta, bucket, reason)
    VALUES (done.journal, w.id, by_admin, transfer_kind, missing, of_bucket, why);
    there := there + missing;
  END IF;
  RETURN QUERY SELECT done.outcome, done.journal, there;
END $$;
