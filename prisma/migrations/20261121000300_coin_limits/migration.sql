-- Movements of coins that people make: gifts, tips, swaps; and the handles that they send to. The rules are in docs/ledger.md.

-- Everybody can be found by a handle. Creators keep the one they are known by; the default serves rows that name none.
CREATE FUNCTION app_user_guest_handle() RETURNS text LANGUAGE sql VOLATILE
  AS $$ SELECT 'guest_' || right(replace(gen_random_uuid()::text, '-', ''), 12) $$;
ALTER TABLE "app_user" ADD COLUMN "handle" TEXT;
UPDATE app_user u SET handle = c.handle FROM creator c WHERE c.user_id = u.id;
UPDATE app_user SET handle = app_user_guest_handle() WHERE handle IS NULL;
ALTER TABLE "app_user"
  ALTER COLUMN "handle" SET DEFAULT app_user_guest_handle(),
  ALTER COLUMN "handle" SET NOT NULL,
  ADD CONSTRAINT "app_user_handle_shape" CHECK ("handle" ~ '^[a-z0-9_]{3,30}$');
CREATE UNIQUE INDEX "app_user_handle_key" ON "app_user"("handle");

-- What a transfer can't say about a movement between people: who the other side is, for which persona, and with what words.
-- `from_wallet` and `to_wallet` are the same for a swap. The money itself is in ledger_transfer, under the same journal.
CREATE TABLE "coin_movement" (
  "journal" BIGINT NOT NULL,
  "from_wallet" BIGINT NOT NULL,
  "to_wallet" BIGINT NOT NULL,
  "amount" BIGINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "kind" SMALLINT NOT NULL,
  "persona_id" UUID,
  "note" TEXT,
  CONSTRAINT "coin_movement_pkey" PRIMARY KEY ("journal"),
  CONSTRAINT "coin_movement_amount" CHECK (amount > 0),
  CONSTRAINT "coin_movement_kind" CHECK (kind IN (30, 31, 35, 36)),
  CONSTRAINT "coin_movement_note" CHECK (char_length(note) <= 140)
);
-- A wallet's gifts, tips or swaps, newest first: history filtered by kind, one index per side.
CREATE INDEX "coin_movement_from_wallet_kind_journal_idx" ON "coin_movement"("from_wallet", "kind", "journal");
CREATE INDEX "coin_movement_to_wallet_kind_journal_idx" ON "coin_movement"("to_wallet", "kind", "journal");
-- What a wallet gave within the rolling window of the gift limit.
CREATE INDEX "coin_movement_gifts_of_window" ON "coin_movement"("from_wallet", "created_at") WHERE "kind" = 30;
CREATE TRIGGER "coin_movement_append_only" BEFORE UPDATE OR DELETE ON "coin_movement" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "coin_movement_no_truncate" BEFORE TRUNCATE ON "coin_movement" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- How much of a wallet's coins may be given away: its coins, less everything that came in by another way than a purchase older than
-- `holding`. Coins that merely came back (a reversal) are no new coins. In other words: spending counts as paid from the oldest purchases.
CREATE FUNCTION ledger_giftable(wallet_id bigint, holding interval) RETURNS bigint
LANGUAGE sql STABLE SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
  SELECT greatest(0, least(w.coins - w.coins_held, w.coins - coalesce((
    SELECT sum(t.amount) FROM ledger_transfer t
    WHERE t.credit = w.id * 32 + 1 AND t.reverses IS NULL AND NOT (t.kind = 11 AND t.created_at <= now() - holding)), 0)))::bigint
  FROM wallet w WHERE w.id = wallet_id
$$;

-- A gift of bought coins. Outcome: posted | duplicate | reused | invalid | blocked | insufficient | limited | young.
-- `most` is what could be given now instead, for the three refusals that depend on the amount.
CREATE FUNCTION ledger_gift(
  sender uuid, recipient uuid, op_key uuid, op_hash bigint, gift bigint, words text, holding interval, window_length interval, window_limit bigint)
RETURNS TABLE (outcome text, journal bigint, most bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  s wallet%ROWTYPE;
  r wallet%ROWTYPE;
  old record;
  done record;
  left_in_window bigint;
  giftable bigint;
BEGIN
  -- Both wallets in id order, as everywhere; the next statements see what was committed before the locks were granted.
  PERFORM 1 FROM wallet w WHERE w.owner_id IN (sender, recipient) ORDER BY w.id FOR NO KEY UPDATE;
  SELECT * INTO s FROM wallet w WHERE w.owner_id = sender;
  SELECT * INTO r FROM wallet w WHERE w.owner_id = recipient;
  IF s.id IS NULL OR r.id IS NULL OR s.id = r.id OR gift <= 0 THEN
    RETURN QUERY SELECT 'invalid', NULL::bigint, NULL::bigint;
    RETURN;
  END IF;
  SELECT k.journal, k.request_hash = op_hash AS same INTO old FROM ledger_key k WHERE k.owner = s.id AND k.key = op_key;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN old.same THEN 'duplicate' ELSE 'reused' END, old.journal, NULL::bigint;
    RETURN;
  END IF;
  left_in_window := window_limit - coalesce((
    SELECT sum(m.amount) FROM coin_movement m WHERE m.from_wallet = s.id AND m.kind = 30 AND m.created_at > now() - window_length), 0);
  giftable := ledger_giftable(s.id, holding);
  IF s.blocked OR s.coins - s.coins_held < gift OR left_in_window < gift OR giftable < gift THEN
    RETURN QUERY SELECT
      CASE WHEN s.blocked THEN 'blocked' WHEN s.coins - s.coins_held < gift THEN 'insufficient' WHEN left_in_window < gift THEN 'limited' ELSE 'young' END,
      NULL::bigint, greatest(0, least(left_in_window, giftable));
    RETURN;
  END IF;
  SELECT p.outcome, p.journal INTO done
  FROM ledger_post(s.id, op_key, op_hash, ARRAY[s.id * 32 + 1], ARRAY[r.id * 32 + 1], ARRAY[gift], ARRAY[30::smallint]) p;
  IF done.outcome = 'posted' THEN
    INSERT INTO coin_movement (journal, from_wallet, to_wallet, amount, kind, note) VALUES (done.journal, s.id, r.id, gift, 30, words);
  END IF;
  RETURN QUERY SELECT done.outcome, done.journal, NULL::bigint;
END $$;

-- A tip: split like a message. Bonus burns first; of each part the creator gets floor(share) and the platform the rest.
-- Counts as spending of its UTC day. Outcome: posted | duplicate | reused | invalid | blocked | limited | insufficient.
-- `low` is true for the tip that takes a balance under its owner's threshold, as it is for a charge.
CREATE FUNCTION ledger_tip(
  fan_owner uuid, creator_owner uuid, op_key uuid, op_hash bigint, tip bigint, share_percent int, persona uuid, words text)
RETURNS TABLE (outcome text, journal bigint, coins_creator bigint, bonus_creator bigint, low boolean)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  w wallet%ROWTYPE;
  creator bigint;
  old record;
  done record;
  c bigint;
  b bigint;
  falls boolean;
  today date := (now() AT TIME ZONE 'UTC')::date;
BEGIN
  -- The creator's side is lock-free, so a popular one is no queue: only the fan's wallet is locked.
  SELECT * INTO w FROM wallet x WHERE x.owner_id = fan_owner FOR NO KEY UPDATE;
  SELECT x.id INTO creator FROM wallet x WHERE x.owner_id = creator_owner AND x.id <> w.id;
  IF creator IS NULL OR tip <= 0 OR share_percent NOT BETWEEN 0 AND 100 THEN
    RETURN QUERY SELECT 'invalid', NULL::bigint, NULL::bigint, NULL::bigint, false;
    RETURN;
  END IF;
  SELECT k.journal, k.request_hash = op_hash AS same INTO old FROM ledger_key k WHERE k.owner = w.id AND k.key = op_key;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN old.same THEN 'duplicate' ELSE 'reused' END, old.journal, NULL::bigint, NULL::bigint, false;
    RETURN;
  END IF;
  IF w.blocked OR w.coins - w.coins_held + w.bonus - w.bonus_held < tip
     OR coalesce(CASE WHEN w.spent_on = today THEN w.spent ELSE 0 END + tip > w.daily_limit_microcoins, false) THEN
    RETURN QUERY SELECT
      CASE WHEN w.blocked THEN 'blocked' WHEN w.coins - w.coins_held + w.bonus - w.bonus_held < tip THEN 'insufficient' ELSE 'limited' END,
      NULL::bigint, NULL::bigint, NULL::bigint, false;
    RETURN;
  END IF;
  b := least(w.bonus - w.bonus_held, tip);
  c := tip - b;
  falls := coalesce(NOT w.low_alerted AND w.coins - w.coins_held + w.bonus - w.bonus_held - tip < w.low_balance_microcoins, false);
  SELECT p.outcome, p.journal INTO done FROM (
    SELECT array_agg(v.debit ORDER BY v.kind) AS debits, array_agg(v.credit ORDER BY v.kind) AS credits,
           array_agg(v.amount ORDER BY v.kind) AS amounts, array_agg(v.kind ORDER BY v.kind) AS kinds
    FROM (VALUES
      (w.id * 32 + 1, creator * 32 + 3, c * share_percent / 100, 31::smallint), (w.id * 32 + 1, 33::bigint, c - c * share_percent / 100, 32::smallint),
      (w.id * 32 + 2, creator * 32 + 6, b * share_percent / 100, 33::smallint), (w.id * 32 + 2, 34::bigint, b - b * share_percent / 100, 34::smallint)
    ) v(debit, credit, amount, kind)
    WHERE v.amount > 0) t, LATERAL ledger_post(w.id, op_key, op_hash, t.debits, t.credits, t.amounts, t.kinds) p;
  IF done.outcome = 'posted' THEN
    UPDATE wallet x SET spent = CASE WHEN x.spent_on = today THEN x.spent ELSE 0 END + tip, spent_on = today, low_alerted = x.low_alerted OR falls
    WHERE x.id = w.id;
    INSERT INTO coin_movement (journal, from_wallet, to_wallet, amount, kind, persona_id, note) VALUES (done.journal, w.id, creator, tip, 31, persona, words);
  END IF;
  RETURN QUERY SELECT done.outcome, done.journal, c * share_percent / 100, b * share_percent / 100, falls AND done.outcome = 'posted';
END $$;

-- Matured earnings into coins of one's own, one to one: shares of bought coins (promotional false) into coins, shares of bonus into bonus.
-- Outcome: posted | duplicate | reused | invalid | blocked | insufficient.
CREATE FUNCTION ledger_swap(creator_owner uuid, op_key uuid, op_hash bigint, swapped bigint, promotional boolean)
RETURNS TABLE (outcome text, journal bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  w bigint;
  done record;
BEGIN
  SELECT x.id INTO w FROM wallet x WHERE x.owner_id = creator_owner FOR NO KEY UPDATE;
  IF w IS NULL OR swapped <= 0 THEN
    RETURN QUERY SELECT 'invalid', NULL::bigint;
    RETURN;
  END IF;
  SELECT p.outcome, p.journal INTO done
  FROM ledger_post(w, op_key, op_hash, ARRAY[w * 32 + CASE WHEN promotional THEN 5 ELSE 4 END], ARRAY[w * 32 + CASE WHEN promotional THEN 2 ELSE 1 END],
                   ARRAY[swapped], ARRAY[CASE WHEN promotional THEN 36 ELSE 35 END::smallint]) p;
  IF done.outcome = 'posted' THEN
    INSERT INTO coin_movement (journal, from_wallet, to_wallet, amount, kind)
    VALUES (done.journal, w, w, swapped, CASE WHEN promotional THEN 36 ELSE 35 END);
  END IF;
  RETURN QUERY SELECT done.outcome, done.journal;
END $$;
