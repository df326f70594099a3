-- The ledger's engine: holds, maturing earnings, limits, the fold of lock-free accounts with its seals, and transfers in partitions.
-- The shape and the reasons are in docs/ledger.md.

-- Checked accounts of a person live in the wallet's row: they are debited only under its lock.
--   1 coins  2 bonus  4 earnings  5 promo  7 in_flight (a payout on its way)  8 receivable (owed to the platform: minus the account's balance)
-- Lock-free ones (3 earnings that still mature, 6 the same of bonus coins) take any number of writers and are folded into snapshots.
ALTER TABLE "wallet"
  ADD COLUMN "earnings" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "promo" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "in_flight" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "receivable" BIGINT NOT NULL DEFAULT 0,
  -- The last journal whose shares have matured for this creator.
  ADD COLUMN "matured_upto" BIGINT NOT NULL DEFAULT 0,
  -- Limits that their owner set, and what was spent on the UTC day of spent_on.
  ADD COLUMN "daily_limit_microcoins" BIGINT,
  ADD COLUMN "message_limit_microcoins" BIGINT,
  ADD COLUMN "low_balance_microcoins" BIGINT DEFAULT 10000000,
  ADD COLUMN "low_alerted" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "spent_on" DATE,
  ADD COLUMN "spent" BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT "wallet_earnings_never_negative" CHECK (earnings >= 0 AND promo >= 0 AND in_flight >= 0 AND receivable >= 0 AND spent >= 0);

-- Transfers in partitions by journal number, which grows with time: an account's newest entries, a journal's legs and the fold all touch few
-- partitions, and the indexes that are written to stay small. Widest columns first: no padding.
ALTER TABLE "ledger_transfer" RENAME TO "ledger_transfer_old";
ALTER INDEX "ledger_transfer_pkey" RENAME TO "ledger_transfer_old_pkey";
DROP INDEX "ledger_transfer_debit_journal_idx";
DROP INDEX "ledger_transfer_credit_journal_idx";
CREATE TABLE "ledger_transfer" (
  "journal" BIGINT NOT NULL,
  "debit" BIGINT NOT NULL,
  "credit" BIGINT NOT NULL,
  "amount" BIGINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "leg" SMALLINT NOT NULL,
  "kind" SMALLINT NOT NULL,
  "reverses" BIGINT,
  CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("journal", "leg"),
  CONSTRAINT "ledger_transfer_amount" CHECK (amount > 0),
  CONSTRAINT "ledger_transfer_two_sides" CHECK (debit <> credit),
  CONSTRAINT "ledger_transfer_one_currency" CHECK (ledger_book(debit) = ledger_book(credit))
) PARTITION BY RANGE ("journal");
-- An account's entries, newest first: history and balances, one index per side.
CREATE INDEX "ledger_transfer_debit_journal_idx" ON "ledger_transfer"("debit", "journal");
CREATE INDEX "ledger_transfer_credit_journal_idx" ON "ledger_transfer"("credit", "journal");

-- Makes the partitions for the journals to come, so that at least `ahead` of them are empty. A table is made beside the parent and then
-- attached: that locks out nobody who reads or writes. Returns how many were made.
CREATE FUNCTION ledger_make_partitions(ahead int, size bigint DEFAULT 2097152) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  current bigint;
  number bigint;
  name text;
  made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger_make_partitions', 0));
  SELECT last_value / size INTO current FROM ledger_journal_seq;
  FOR number IN 0 .. current + ahead LOOP
    name := 'ledger_transfer_' || number;
    CONTINUE WHEN to_regclass(name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I (LIKE ledger_transfer INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
    EXECUTE format('ALTER TABLE ledger_transfer ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', name, number * size, (number + 1) * size);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;
SELECT ledger_make_partitions(2);

INSERT INTO "ledger_transfer" (journal, debit, credit, amount, created_at, leg, kind, reverses)
SELECT journal, debit, credit, amount, created_at, leg, kind, reverses FROM "ledger_transfer_old";
DROP TABLE "ledger_transfer_old";
CREATE TRIGGER "ledger_transfer_append_only" BEFORE UPDATE OR DELETE ON "ledger_transfer" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_transfer_no_truncate" BEFORE TRUNCATE ON "ledger_transfer" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- Shares of bonus coins that were earned before shares of that kind had to mature count as matured.
UPDATE wallet w SET promo = s.balance FROM (
  SELECT account >> 5 AS id, sum(amount)::bigint AS balance
  FROM (SELECT credit AS account, amount FROM ledger_transfer UNION ALL SELECT debit, -amount FROM ledger_transfer) t
  WHERE account >= 32000 AND account & 31 = 5 GROUP BY 1) s
WHERE w.id = s.id AND s.balance > 0;

-- A hold is a pending transfer: it lowers what is available, not what is posted. Only its expiry may change; its end is a row of its own, once.
CREATE TABLE "ledger_hold" (
  "id" BIGINT NOT NULL DEFAULT nextval('ledger_journal_seq'),
  "fan" BIGINT NOT NULL,
  "creator" BIGINT NOT NULL,
  "coins_part" BIGINT NOT NULL,
  "bonus_part" BIGINT NOT NULL,
  "share_percent" SMALLINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ledger_hold_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ledger_hold_amount" CHECK (coins_part >= 0 AND bonus_part >= 0 AND coins_part + bonus_part > 0),
  CONSTRAINT "ledger_hold_share" CHECK (share_percent BETWEEN 0 AND 100)
);
CREATE TABLE "ledger_hold_end" (
  "hold" BIGINT NOT NULL,
  "outcome" TEXT NOT NULL,
  "coins_used" BIGINT NOT NULL,
  "bonus_used" BIGINT NOT NULL,
  -- The journal that a settlement above zero posted.
  "journal" BIGINT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ledger_hold_end_pkey" PRIMARY KEY ("hold"),
  CONSTRAINT "ledger_hold_end_outcome" CHECK (outcome IN ('settled', 'released', 'expired')),
  CONSTRAINT "ledger_hold_end_used" CHECK (coins_used >= 0 AND bonus_used >= 0 AND (outcome = 'settled' OR coins_used + bonus_used = 0))
);
-- Holds that run out, soonest first: the backstop's only read. One that has ended is put at infinity, out of its way.
CREATE INDEX "ledger_hold_expires_at_idx" ON "ledger_hold"("expires_at");

CREATE FUNCTION ledger_hold_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.fan, NEW.creator, NEW.coins_part, NEW.bonus_part, NEW.share_percent, NEW.created_at)
     = (OLD.id, OLD.fan, OLD.creator, OLD.coins_part, OLD.bonus_part, OLD.share_percent, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a hold only ever changes its expiry' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "ledger_hold_keeps" BEFORE UPDATE OR DELETE ON "ledger_hold" FOR EACH ROW EXECUTE FUNCTION ledger_hold_keeps();
CREATE TRIGGER "ledger_hold_no_truncate" BEFORE TRUNCATE ON "ledger_hold" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_hold_end_append_only" BEFORE UPDATE OR DELETE ON "ledger_hold_end" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_hold_end_no_truncate" BEFORE TRUNCATE ON "ledger_hold_end" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- The fold: balances of lock-free accounts up to a journal below which nothing can come any more.
CREATE TABLE "ledger_fold" (
  "id" SMALLINT NOT NULL DEFAULT 1,
  "upto" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "ledger_fold_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ledger_fold_one" CHECK (id = 1)
);
INSERT INTO "ledger_fold" DEFAULT VALUES;
CREATE TABLE "ledger_snapshot" (
  "account" BIGINT NOT NULL,
  "balance" BIGINT NOT NULL,
  CONSTRAINT "ledger_snapshot_pkey" PRIMARY KEY ("account")
) WITH (fillfactor = 70);
-- When a journal became stable: every journal up to `upto` had ended by `at`.
CREATE TABLE "ledger_horizon" (
  "at" TIMESTAMPTZ(3) NOT NULL,
  "upto" BIGINT NOT NULL,
  CONSTRAINT "ledger_horizon_pkey" PRIMARY KEY ("at", "upto")
);
-- The chain of seals: each covers the journals in (after, upto] by a Merkle root and continues the one before.
CREATE TABLE "ledger_seal" (
  "number" BIGINT NOT NULL,
  "after" BIGINT NOT NULL,
  "upto" BIGINT NOT NULL,
  "journals" INT NOT NULL,
  "root" BYTEA NOT NULL,
  "hash" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ledger_seal_pkey" PRIMARY KEY ("number"),
  CONSTRAINT "ledger_seal_range" CHECK (upto > after)
);
CREATE UNIQUE INDEX "ledger_seal_upto_key" ON "ledger_seal"("upto");
CREATE TRIGGER "ledger_seal_append_only" BEFORE UPDATE OR DELETE ON "ledger_seal" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_seal_no_truncate" BEFORE TRUNCATE ON "ledger_seal" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_horizon_append_only" BEFORE UPDATE OR DELETE ON "ledger_horizon" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();

DROP FUNCTION ledger_charge(uuid[], uuid[], bigint[], uuid[], bigint[], int);
-- A message: bonus burns first; of each part the creator gets floor(share) and the platform the rest.
-- Members are parallel arrays. Outcome per member: charged | duplicate (the first result) | reused | blocked | limited | insufficient | invalid.
-- A fan may be in one call only once: two members of one wallet would both be judged by the same balance.
-- `low` is true for the charge that takes a balance under its owner's threshold for the first time since the last top-up.
CREATE FUNCTION ledger_charge(
  fans uuid[], keys uuid[], hashes bigint[], creators uuid[], prices bigint[], share_percent int)
RETURNS TABLE (ord int, outcome text, journal bigint, coins_part bigint, bonus_part bigint, coins_creator bigint, bonus_creator bigint,
               coins bigint, bonus bigint, coins_held bigint, bonus_held bigint, low boolean)
-- A plan cached while a table was empty would scan it for ever; plans here are fixed to the indexes.
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  today date := (now() AT TIME ZONE 'UTC')::date;
BEGIN
  IF (SELECT count(DISTINCT f) <> cardinality(fans) FROM unnest(fans) f) THEN
    RAISE EXCEPTION 'a fan may be in one charge only once' USING ERRCODE = 'invalid_parameter_value';
  ELSIF share_percent IS NULL OR share_percent NOT BETWEEN 0 AND 100 THEN
    RAISE EXCEPTION 'a share is 0 to 100 per cent' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Lock first, in id order and without a balance filter. Each later statement of this function takes a new snapshot, after the
  -- locks were granted, so it sees every key, balance and hold that another operation on these wallets committed.
  PERFORM 1 FROM wallet w WHERE w.owner_id = ANY (fans) ORDER BY w.id FOR NO KEY UPDATE;
  RETURN QUERY
  WITH q AS MATERIALIZED (
    SELECT x.o::int AS o, f.id AS fan, x.key, x.hash, c.id AS creator, x.price, f.coins, f.bonus, f.coins_held, f.bonus_held, f.blocked,
           f.low_balance_microcoins AS threshold, f.low_alerted,
           x.price > f.message_limit_microcoins
             OR CASE WHEN f.spent_on = today THEN f.spent ELSE 0 END + x.price > f.daily_limit_microcoins AS limited
    FROM unnest(fans, keys, hashes, creators, prices) WITH ORDINALITY AS x(fan, key, hash, creator, price, o)
    JOIN wallet f ON f.owner_id = x.fan
    JOIN wallet c ON c.owner_id = x.creator AND c.id <> f.id
    WHERE x.price > 0),
  old AS MATERIALIZED (
    SELECT q.o, k.journal, k.request_hash = q.hash AS same FROM q JOIN ledger_key k ON k.owner = q.fan AND k.key = q.key),
  ok AS MATERIALIZED (
    SELECT q.*, nextval('ledger_journal_seq') AS j, least(q.bonus - q.bonus_held, q.price) AS b, q.price - least(q.bonus - q.bonus_held, q.price) AS c
    FROM q
    WHERE NOT EXISTS (SELECT FROM old WHERE old.o = q.o) AND NOT q.blocked AND q.limited IS NOT TRUE
      AND (q.coins - q.coins_held) + (q.bonus - q.bonus_held) >= q.price),
  shared AS MATERIALIZED (SELECT ok.*, ok.c * share_percent / 100 AS cc, ok.b * share_percent / 100 AS bc FROM ok),
  claimed AS (INSERT INTO ledger_key (owner, key, request_hash, journal) SELECT s.fan, s.key, s.hash, s.j FROM shared s),
  paid AS (
    UPDATE wallet w
    SET coins = w.coins - s.c, bonus = w.bonus - s.b,
        spent = CASE WHEN w.spent_on = today THEN w.spent ELSE 0 END + s.price, spent_on = today,
        low_alerted = w.low_alerted OR coalesce(s.coins - s.coins_held + s.bonus - s.bonus_held - s.price < s.threshold, false)
    FROM shared s WHERE w.id = s.fan
    RETURNING s.o, s.j, s.c, s.b, s.cc, s.bc, w.coins AS coins_left, w.bonus AS bonus_left, w.low_alerted AND NOT s.low_alerted AS low),
  moved AS (
    INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
    SELECT s.j, v.leg, v.debit, v.credit, v.amount, v.leg
    FROM shared s, LATERAL (VALUES
      (1::smallint, s.fan * 32 + 1, s.creator * 32 + 3, s.cc), (2::smallint, s.fan * 32 + 1, 33::bigint, s.c - s.cc),
      (3::smallint, s.fan * 32 + 2, s.creator * 32 + 6, s.bc), (4::smallint, s.fan * 32 + 2, 34::bigint, s.b - s.bc)
    ) v(leg, debit, credit, amount)
    WHERE v.amount > 0)
  SELECT x.o::int,
         CASE WHEN p.o IS NOT NULL THEN 'charged' WHEN old.same THEN 'duplicate' WHEN old.o IS NOT NULL THEN 'reused'
              WHEN q.o IS NULL THEN 'invalid' WHEN q.blocked THEN 'blocked' WHEN q.limited THEN 'limited' ELSE 'insufficient' END,
         coalesce(p.j, old.journal), p.c, p.b, p.cc, p.bc,
         coalesce(p.coins_left, q.coins), coalesce(p.bonus_left, q.bonus), q.coins_held, q.bonus_held, coalesce(p.low, false)
  FROM generate_subscripts(fans, 1) AS x(o) LEFT JOIN q ON q.o = x.o LEFT JOIN paid p ON p.o = x.o LEFT JOIN old ON old.o = x.o;
END $$;

DROP FUNCTION ledger_reverse(bigint);
DROP FUNCTION ledger_post(bigint, uuid, bigint, bigint[], bigint[], bigint[], smallint[], bigint);
-- Posts one journal of any transfers, or nothing. Outcome: posted | duplicate (the first journal) | reused | blocked | insufficient.
-- Buckets of wallets follow their checked accounts. A wallet that is blocked can't be debited under its own key, only by the platform (owner < 1000).
-- `unspent_on`: the transfers take back spending of this UTC day, which then no longer counts against its owner's limit.
CREATE FUNCTION ledger_post(
  key_owner bigint, op_key uuid, op_hash bigint, debits bigint[], credits bigint[], amounts bigint[], kinds smallint[],
  reversed bigint DEFAULT NULL, unspent_on date DEFAULT NULL)
RETURNS TABLE (outcome text, journal bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  number bigint;
  old record;
  refusal text;
BEGIN
  IF coalesce(cardinality(debits), 0) = 0 OR cardinality(credits) <> cardinality(debits) OR cardinality(amounts) <> cardinality(debits)
     OR cardinality(kinds) <> cardinality(debits) THEN
    RAISE EXCEPTION 'a journal needs transfers, and as many of each part' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM 1 FROM wallet w
  WHERE w.id = ANY (ARRAY(SELECT DISTINCT a >> 5 FROM unnest(debits || credits) AS a WHERE a >= 32000 AND a & 31 NOT IN (3, 6)))
  ORDER BY w.id FOR NO KEY UPDATE;
  -- The fold trusts that a writer has its transaction id before it takes a journal number; a post that locked no wallet asks for it here.
  PERFORM pg_current_xact_id();
  -- Two posts of one key may share no wallet row, so the key itself has to be the meeting point.
  PERFORM pg_advisory_xact_lock(hashtextextended(key_owner || ':' || op_key, 0));
  SELECT k.journal, k.request_hash INTO old FROM ledger_key k WHERE k.owner = key_owner AND k.key = op_key;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN old.request_hash = op_hash THEN 'duplicate' ELSE 'reused' END, old.journal;
    RETURN;
  END IF;
  SELECT CASE WHEN bool_or(w.blocked AND least(d.coins, d.bonus, d.earnings, d.promo) < 0) AND key_owner >= 1000 THEN 'blocked' ELSE 'insufficient' END
  INTO refusal
  FROM ledger_deltas(debits, credits, amounts) d LEFT JOIN wallet w ON w.id = d.wallet
  WHERE w.id IS NULL OR (w.blocked AND key_owner >= 1000 AND least(d.coins, d.bonus, d.earnings, d.promo) < 0)
     OR (d.coins < 0 AND w.coins - w.coins_held + d.coins < 0) OR (d.bonus < 0 AND w.bonus - w.bonus_held + d.bonus < 0)
     OR (d.earnings < 0 AND w.earnings + d.earnings < 0) OR (d.promo < 0 AND w.promo + d.promo < 0)
     OR (d.in_flight < 0 AND w.in_flight + d.in_flight < 0) OR w.receivable - d.receivable < 0
  HAVING count(*) > 0;
  IF refusal IS NOT NULL THEN
    RETURN QUERY SELECT refusal, NULL::bigint;
    RETURN;
  END IF;
  number := nextval('ledger_journal_seq');
  INSERT INTO ledger_key (owner, key, request_hash, journal) VALUES (key_owner, op_key, op_hash, number);
  UPDATE wallet w
  SET coins = w.coins + d.coins, bonus = w.bonus + d.bonus, earnings = w.earnings + d.earnings, promo = w.promo + d.promo,
      in_flight = w.in_flight + d.in_flight, receivable = w.receivable - d.receivable,
      spent = CASE WHEN w.spent_on = unspent_on THEN greatest(w.spent - greatest(d.coins + d.bonus, 0), 0) ELSE w.spent END,
      -- A top-up arms the alert again; coins that merely come back don't.
      low_alerted = w.low_alerted AND NOT (reversed IS NULL AND d.coins + d.bonus > 0
        AND w.coins - w.coins_held + w.bonus - w.bonus_held + d.coins + d.bonus >= w.low_balance_microcoins)
  FROM ledger_deltas(debits, credits, amounts) d WHERE w.id = d.wallet;
  INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind, reverses)
  SELECT number, t.leg, t.debit, t.credit, t.amount, t.kind, reversed
  FROM unnest(debits, credits, amounts, kinds) WITH ORDINALITY AS t(debit, credit, amount, kind, leg);
  RETURN QUERY SELECT 'posted', number;
END $$;

-- What transfers do to each wallet's checked accounts (credits − debits).
CREATE FUNCTION ledger_deltas(debits bigint[], credits bigint[], amounts bigint[])
RETURNS TABLE (wallet bigint, coins bigint, bonus bigint, earnings bigint, promo bigint, in_flight bigint, receivable bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT a >> 5, coalesce(sum(d) FILTER (WHERE a & 31 = 1), 0)::bigint, coalesce(sum(d) FILTER (WHERE a & 31 = 2), 0)::bigint,
         coalesce(sum(d) FILTER (WHERE a & 31 = 4), 0)::bigint, coalesce(sum(d) FILTER (WHERE a & 31 = 5), 0)::bigint,
         coalesce(sum(d) FILTER (WHERE a & 31 = 7), 0)::bigint, coalesce(sum(d) FILTER (WHERE a & 31 = 8), 0)::bigint
  FROM (SELECT debit AS a, -amount AS d FROM unnest(debits, amounts) AS t(debit, amount)
        UNION ALL SELECT credit, amount FROM unnest(credits, amounts) AS t(credit, amount)) AS side
  WHERE a >= 32000 AND a & 31 NOT IN (3, 6) GROUP BY a >> 5
$$;

-- Takes a journal back: its own transfers with their sides exchanged, never recomputed. Once, and never a reversal of a reversal.
-- A creator's share that has matured meanwhile comes from earnings, and what isn't there any more is owed (receivable).
-- Outcome: posted | duplicate (it was taken back before) | unknown (no such journal) | refused (it is a reversal itself) | insufficient.
CREATE FUNCTION ledger_reverse(original bigint)
RETURNS TABLE (outcome text, journal bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  t record;
  debits bigint[];
  credits bigint[];
  amounts bigint[];
  kinds smallint[];
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
  -- Nothing matures within a day, so a young journal needs no lock on its creator.
  IF t.at < now() - interval '1 day' OR EXISTS (
    SELECT FROM unnest(t.debits) a JOIN wallet w ON w.id = a >> 5 WHERE a >= 32000 AND a & 31 IN (3, 6) AND w.matured_upto >= original) THEN
    PERFORM 1 FROM wallet w WHERE w.id = ANY (ARRAY(SELECT DISTINCT a >> 5 FROM unnest(t.debits || t.credits) AS a WHERE a >= 32000)) ORDER BY w.id FOR NO KEY UPDATE;
    SELECT array_agg(p.debit ORDER BY o, part), array_agg(p.credit ORDER BY o, part), array_agg(p.amount ORDER BY o, part), array_agg(p.kind ORDER BY o, part)
    INTO debits, credits, amounts, kinds
    FROM unnest(t.debits, t.credits, t.amounts, t.kinds) WITH ORDINALITY AS x(debit, credit, amount, kind, o)
    LEFT JOIN wallet w ON w.id = x.debit >> 5 AND x.debit >= 32000 AND x.debit & 31 IN (3, 6) AND w.matured_upto >= original,
    LATERAL (
      SELECT least(CASE WHEN x.debit & 31 = 3 THEN w.earnings ELSE w.promo END, x.amount) AS there) h,
    LATERAL (VALUES
      (1, CASE WHEN w.id IS NULL THEN x.debit ELSE (w.id << 5) + CASE WHEN x.debit & 31 = 3 THEN 4 ELSE 5 END END, CASE WHEN w.id IS NULL THEN x.amount ELSE h.there END),
      (2, (w.id << 5) + 8, CASE WHEN w.id IS NULL THEN 0 ELSE x.amount - h.there END)
    ) v(part, debit, amount),
    LATERAL (SELECT v.debit, x.credit, v.amount, x.kind) p
    WHERE v.amount > 0;
  END IF;
  RETURN QUERY SELECT * FROM ledger_post(1, ledger_key_of('reverse', original::text), original, debits, credits, amounts, kinds, original,
                                         (t.at AT TIME ZONE 'UTC')::date);
END $$;

-- Sets coins aside, bonus first. Outcome: held | duplicate (the first hold) | reused | blocked | limited | insufficient | invalid.
CREATE FUNCTION ledger_hold(fan_owner uuid, op_key uuid, op_hash bigint, creator_owner uuid, amount bigint, share_percent int, ttl interval)
RETURNS TABLE (outcome text, hold bigint, coins_part bigint, bonus_part bigint, coins bigint, bonus bigint, coins_held bigint, bonus_held bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  w wallet%ROWTYPE;
  creator bigint;
  old record;
  number bigint;
  b bigint;
  today date := (now() AT TIME ZONE 'UTC')::date;
BEGIN
  SELECT * INTO w FROM wallet x WHERE x.owner_id = fan_owner FOR NO KEY UPDATE;
  SELECT x.id INTO creator FROM wallet x WHERE x.owner_id = creator_owner AND x.id <> w.id;
  IF creator IS NULL OR amount IS NULL OR amount <= 0 OR share_percent NOT BETWEEN 0 AND 100 OR ttl <= interval '0' THEN
    RETURN QUERY SELECT 'invalid', NULL::bigint, NULL::bigint, NULL::bigint, w.coins, w.bonus, w.coins_held, w.bonus_held;
    RETURN;
  END IF;
  SELECT k.journal, k.request_hash INTO old FROM ledger_key k WHERE k.owner = w.id AND k.key = op_key;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN old.request_hash = op_hash THEN 'duplicate' ELSE 'reused' END, h.id, h.coins_part, h.bonus_part, w.coins, w.bonus, w.coins_held, w.bonus_held
                 FROM ledger_hold h WHERE h.id = old.journal
                 UNION ALL SELECT 'reused', old.journal, NULL, NULL, w.coins, w.bonus, w.coins_held, w.bonus_held
                 WHERE NOT EXISTS (SELECT FROM ledger_hold h WHERE h.id = old.journal);
    RETURN;
  END IF;
  IF w.blocked OR coalesce(amount > w.message_limit_microcoins, false)
     OR coalesce(CASE WHEN w.spent_on = today THEN w.spent ELSE 0 END + w.coins_held + w.bonus_held + amount > w.daily_limit_microcoins, false)
     OR w.coins - w.coins_held + w.bonus - w.bonus_held < amount THEN
    RETURN QUERY SELECT CASE WHEN w.blocked THEN 'blocked' WHEN w.coins - w.coins_held + w.bonus - w.bonus_held < amount THEN 'insufficient' ELSE 'limited' END,
                        NULL::bigint, NULL::bigint, NULL::bigint, w.coins, w.bonus, w.coins_held, w.bonus_held;
    RETURN;
  END IF;
  b := least(w.bonus - w.bonus_held, amount);
  INSERT INTO ledger_hold (fan, creator, coins_part, bonus_part, share_percent, expires_at)
  VALUES (w.id, creator, amount - b, b, share_percent, now() + ttl) RETURNING id INTO number;
  INSERT INTO ledger_key (owner, key, request_hash, journal) VALUES (w.id, op_key, op_hash, number);
  UPDATE wallet x SET coins_held = x.coins_held + amount - b, bonus_held = x.bonus_held + b WHERE x.id = w.id;
  RETURN QUERY SELECT 'held', number, amount - b, b, w.coins, w.bonus, w.coins_held + amount - b, w.bonus_held + b;
END $$;

-- Ends a hold: pays `actual` of it (held bonus first) and frees the rest. A late settlement still counts as long as nothing else ended the hold.
-- Outcome: settled | duplicate (ended the same way before) | ended (another end was first) | above (more than was held) | invalid | unknown.
CREATE FUNCTION ledger_settle(hold_id bigint, actual bigint)
RETURNS TABLE (outcome text, journal bigint, coins_used bigint, bonus_used bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  h ledger_hold%ROWTYPE;
  e ledger_hold_end%ROWTYPE;
  b bigint;
  c bigint;
  number bigint;
  today date := (now() AT TIME ZONE 'UTC')::date;
BEGIN
  IF actual IS NULL OR actual < 0 THEN
    RETURN QUERY SELECT 'invalid', NULL::bigint, NULL::bigint, NULL::bigint;
    RETURN;
  END IF;
  -- The hold's row before the wallet's, as everywhere; the key FOR NO KEY UPDATE is the meeting point of all who would end it.
  SELECT * INTO h FROM ledger_hold x WHERE x.id = hold_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'unknown', NULL::bigint, NULL::bigint, NULL::bigint;
    RETURN;
  END IF;
  SELECT * INTO e FROM ledger_hold_end x WHERE x.hold = hold_id;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN e.outcome = 'settled' AND e.coins_used + e.bonus_used = actual THEN 'duplicate' ELSE 'ended' END, e.journal, e.coins_used, e.bonus_used;
    RETURN;
  END IF;
  IF actual > h.coins_part + h.bonus_part THEN
    RETURN QUERY SELECT 'above', NULL::bigint, NULL::bigint, NULL::bigint;
    RETURN;
  END IF;
  b := least(h.bonus_part, actual);
  c := actual - b;
  UPDATE wallet w
  SET coins = w.coins - c, bonus = w.bonus - b, coins_held = w.coins_held - h.coins_part, bonus_held = w.bonus_held - h.bonus_part,
      spent = CASE WHEN w.spent_on = today THEN w.spent ELSE 0 END + actual, spent_on = today
  WHERE w.id = h.fan;
  IF actual > 0 THEN
    number := nextval('ledger_journal_seq');
    INSERT INTO ledger_key (owner, key, request_hash, journal) VALUES (1, ledger_key_of('settle', hold_id::text), actual, number);
    INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
    SELECT number, v.leg, v.debit, v.credit, v.amount, v.leg
    FROM (VALUES
      (1::smallint, h.fan * 32 + 1, h.creator * 32 + 3, c * h.share_percent / 100), (2::smallint, h.fan * 32 + 1, 33::bigint, c - c * h.share_percent / 100),
      (3::smallint, h.fan * 32 + 2, h.creator * 32 + 6, b * h.share_percent / 100), (4::smallint, h.fan * 32 + 2, 34::bigint, b - b * h.share_percent / 100)
    ) v(leg, debit, credit, amount)
    WHERE v.amount > 0;
  END IF;
  INSERT INTO ledger_hold_end (hold, outcome, coins_used, bonus_used, journal) VALUES (hold_id, 'settled', c, b, number);
  UPDATE ledger_hold x SET expires_at = 'infinity' WHERE x.id = hold_id;
  RETURN QUERY SELECT 'settled', number, c, b;
END $$;

-- Frees a hold without paying. Outcome: released | duplicate | ended (it was settled) | unknown. `how` is released or expired.
CREATE FUNCTION ledger_release(hold_id bigint, how text DEFAULT 'released')
RETURNS TABLE (outcome text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  h ledger_hold%ROWTYPE;
  e ledger_hold_end%ROWTYPE;
BEGIN
  SELECT * INTO h FROM ledger_hold x WHERE x.id = hold_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'unknown';
    RETURN;
  END IF;
  SELECT * INTO e FROM ledger_hold_end x WHERE x.hold = hold_id;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN e.outcome = 'settled' THEN 'ended' ELSE 'duplicate' END;
    RETURN;
  END IF;
  -- Renewed between being found and being locked: not expired after all.
  IF how = 'expired' AND h.expires_at >= now() THEN
    RETURN QUERY SELECT 'renewed';
    RETURN;
  END IF;
  UPDATE wallet w SET coins_held = w.coins_held - h.coins_part, bonus_held = w.bonus_held - h.bonus_part WHERE w.id = h.fan;
  INSERT INTO ledger_hold_end (hold, outcome, coins_used, bonus_used) VALUES (hold_id, how, 0, 0);
  UPDATE ledger_hold x SET expires_at = 'infinity' WHERE x.id = hold_id;
  RETURN QUERY SELECT 'released';
END $$;

-- Moves what a creator earned in journals up to `upto` from maturing to matured, once per stretch. The caller has seen `upto` stable and old enough.
-- Outcome: posted | nothing.
CREATE FUNCTION ledger_mature(wallet_id bigint, upto bigint)
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
    WHERE t.debit IN (wallet_id * 32 + 3, wallet_id * 32 + 6) AND t.journal > w.matured_upto AND t.reverses > w.matured_upto AND t.reverses <= upto) x;
  UPDATE wallet x SET matured_upto = upto WHERE x.id = wallet_id;
  IF e + p = 0 THEN
    RETURN QUERY SELECT 'nothing', NULL::bigint, 0::bigint, 0::bigint;
    RETURN;
  END IF;
  SELECT r.* INTO posted FROM (
    SELECT array_agg(wallet_id * 32 + f) AS debits, array_agg(wallet_id * 32 + c) AS credits, array_agg(a) AS amounts, array_agg(k) AS kinds
    FROM (VALUES (3, 4, e, 50::smallint), (6, 5, p, 51::smallint)) v(f, c, a, k) WHERE a > 0) t,
    LATERAL ledger_post(1, ledger_key_of('mature', wallet_id || ':' || upto), e + p, t.debits, t.credits, t.amounts, t.kinds) r;
  IF posted.outcome <> 'posted' THEN
    RAISE EXCEPTION 'maturing answered %', posted.outcome;
  END IF;
  RETURN QUERY SELECT 'posted', posted.journal, e, p;
END $$;

-- What a transfer's journal says, as the bytes that its seal covers: numbers big-endian, legs in order. Times are milliseconds since 1970.
CREATE FUNCTION ledger_leaf(journal bigint, legs bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT sha256('\x00'::bytea || int8send(journal) || legs) $$;

-- The Merkle root of leaves, as RFC 6962 builds it: pairs are hashed with 0x01 before them, an odd one moves up as it is.
CREATE FUNCTION ledger_merkle(leaves bytea[]) RETURNS bytea LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  level bytea[] := leaves;
BEGIN
  WHILE cardinality(level) > 1 LOOP
    SELECT array_agg(CASE WHEN n = 1 THEN pair[1] ELSE sha256('\x01'::bytea || pair[1] || pair[2]) END ORDER BY i) INTO level
    FROM (SELECT (o - 1) / 2 AS i, count(*) AS n, array_agg(h ORDER BY o) AS pair FROM unnest(level) WITH ORDINALITY AS u(h, o) GROUP BY 1) p;
  END LOOP;
  RETURN level[1];
END $$;

-- The leaves of the journals in (after, upto], in order.
CREATE FUNCTION ledger_leaves(after bigint, upto bigint) RETURNS TABLE (journal bigint, leaf bytea) LANGUAGE sql STABLE AS $$
  SELECT t.journal, ledger_leaf(t.journal, string_agg(
    int2send(t.leg) || int2send(t.kind) || int8send(t.debit) || int8send(t.credit) || int8send(t.amount) || int8send(coalesce(t.reverses, 0))
    || int8send((extract(epoch FROM t.created_at) * 1000)::bigint), ''::bytea ORDER BY t.leg))
  FROM ledger_transfer t WHERE t.journal > after AND t.journal <= upto GROUP BY t.journal ORDER BY t.journal
$$;

-- Folds everything up to `stable` (below which, the caller has made sure, nothing can come any more) and seals it, in stretches of at most
-- `stretch` numbers and `stretches` of them in a call. One folder at a time. Returns the new mark.
CREATE FUNCTION ledger_fold_upto(stable bigint, stretch int DEFAULT 4096, stretches int DEFAULT 32)
RETURNS bigint LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  mark bigint;
  upper bigint;
  leaves bytea[];
  last record;
BEGIN
  SELECT upto INTO mark FROM ledger_fold WHERE id = 1 FOR NO KEY UPDATE;
  FOR round IN 1 .. stretches LOOP
    EXIT WHEN mark >= stable;
    upper := least(stable, mark + stretch);
    INSERT INTO ledger_snapshot AS s (account, balance)
    SELECT a, sum(d) FROM (
      SELECT t.credit AS a, t.amount AS d FROM ledger_transfer t WHERE t.journal > mark AND t.journal <= upper
      UNION ALL SELECT t.debit, -t.amount FROM ledger_transfer t WHERE t.journal > mark AND t.journal <= upper) side
    WHERE a < 32000 OR a & 31 IN (3, 6) GROUP BY a ORDER BY a
    ON CONFLICT (account) DO UPDATE SET balance = s.balance + excluded.balance;
    SELECT array_agg(l.leaf ORDER BY l.journal) INTO leaves FROM ledger_leaves(mark, upper) l;
    IF leaves IS NOT NULL THEN
      SELECT s.number, s.hash, s.upto INTO last FROM ledger_seal s ORDER BY s.number DESC LIMIT 1;
      INSERT INTO ledger_seal (number, after, upto, journals, root, hash)
      SELECT coalesce(last.number, 0) + 1, coalesce(last.upto, 0), upper, cardinality(leaves), r.root,
             ledger_seal_hash(coalesce(last.hash, ''::bytea), r.root, coalesce(last.upto, 0), upper, cardinality(leaves))
      FROM (SELECT ledger_merkle(leaves) AS root) r;
    END IF;
    mark := upper;
  END LOOP;
  UPDATE ledger_fold SET upto = mark WHERE id = 1;
  -- A row every ten seconds is fine enough for looking back, and few enough to keep for good.
  INSERT INTO ledger_horizon (at, upto) SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond', mark
  WHERE NOT EXISTS (SELECT FROM ledger_horizon h WHERE h.at > clock_timestamp() - interval '10 seconds');
  RETURN mark;
END $$;

CREATE FUNCTION ledger_seal_hash(before bytea, root bytea, after bigint, upto bigint, journals int) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT sha256('\x02'::bytea || before || root || int8send(after) || int8send(upto) || int8send(journals)) $$;

-- The balance of any account now (credits − debits): a checked one from its wallet, a lock-free one from its snapshot and what came since.
CREATE FUNCTION ledger_balance(account bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN account >= 32000 AND account & 31 NOT IN (3, 6) THEN (
      SELECT CASE account & 31 WHEN 1 THEN w.coins WHEN 2 THEN w.bonus WHEN 4 THEN w.earnings WHEN 5 THEN w.promo WHEN 7 THEN w.in_flight WHEN 8 THEN -w.receivable END
      FROM wallet w WHERE w.id = account >> 5)
    ELSE coalesce((SELECT s.balance FROM ledger_snapshot s WHERE s.account = $1), 0)
      + coalesce((SELECT sum(t.amount) FROM ledger_transfer t WHERE t.credit = $1 AND t.journal > (SELECT f.upto FROM ledger_fold f)), 0)::bigint
      - coalesce((SELECT sum(t.amount) FROM ledger_transfer t WHERE t.debit = $1 AND t.journal > (SELECT f.upto FROM ledger_fold f)), 0)::bigint
  END
$$;

-- The balance of an account at a past moment: the one of now, less what has happened since. Journals that were stable by then are all older.
CREATE FUNCTION ledger_balance_at(account bigint, moment timestamptz) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT ledger_balance(account)
    - coalesce((SELECT sum(t.amount) FROM ledger_transfer t WHERE t.credit = $1 AND t.created_at > moment AND t.journal > m.mark), 0)::bigint
    + coalesce((SELECT sum(t.amount) FROM ledger_transfer t WHERE t.debit = $1 AND t.created_at > moment AND t.journal > m.mark), 0)::bigint
  FROM (SELECT coalesce((SELECT h.upto FROM ledger_horizon h WHERE h.at <= moment ORDER BY h.at DESC LIMIT 1), 0) AS mark) m
$$;
