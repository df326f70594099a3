-- The ledger: wallets, append-only transfers, keys, and the functions that are its only way in.
-- Terms are TigerBeetle's (account, transfer, journal of linked transfers). The shape and the reasons are in docs/ledger.md.

-- Numbers below 1000 are the platform's books: 1 coins, 2 US dollars, 3 Indian rupees.
CREATE SEQUENCE "wallet_id_seq" AS BIGINT START 1000;
CREATE TABLE "wallet" (
  "id" BIGINT NOT NULL DEFAULT nextval('wallet_id_seq'),
  "owner_id" UUID NOT NULL,
  "coins" BIGINT NOT NULL DEFAULT 0,
  "bonus" BIGINT NOT NULL DEFAULT 0,
  "coins_held" BIGINT NOT NULL DEFAULT 0,
  "bonus_held" BIGINT NOT NULL DEFAULT 0,
  "blocked" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "wallet_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "wallet_never_negative" CHECK (coins_held >= 0 AND bonus_held >= 0 AND coins >= coins_held AND bonus >= bonus_held)
) WITH (fillfactor = 70); -- room on the page, so that balance updates stay HOT and touch no index
CREATE UNIQUE INDEX "wallet_owner_id_key" ON "wallet"("owner_id");
ALTER SEQUENCE "wallet_id_seq" OWNED BY "wallet"."id";

-- CACHE 1: numbers are handed out in the order in which wallets are locked, so an owner's journals are in order.
CREATE SEQUENCE "ledger_journal_seq" AS BIGINT CACHE 1;

-- The currency's book of an account: user accounts are all in coins.
CREATE FUNCTION ledger_book(account bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN account < 32000 THEN account >> 5 ELSE 1 END $$;

CREATE TABLE "ledger_transfer" (
  "journal" BIGINT NOT NULL,
  "leg" SMALLINT NOT NULL,
  "debit" BIGINT NOT NULL,
  "credit" BIGINT NOT NULL,
  "amount" BIGINT NOT NULL,
  "kind" SMALLINT NOT NULL,
  "reverses" BIGINT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("journal", "leg"),
  CONSTRAINT "ledger_transfer_amount" CHECK (amount > 0),
  CONSTRAINT "ledger_transfer_two_sides" CHECK (debit <> credit),
  CONSTRAINT "ledger_transfer_one_currency" CHECK (ledger_book(debit) = ledger_book(credit))
);
-- An account's entries, newest first: history and balances, one index per side.
CREATE INDEX "ledger_transfer_debit_journal_idx" ON "ledger_transfer"("debit", "journal");
CREATE INDEX "ledger_transfer_credit_journal_idx" ON "ledger_transfer"("credit", "journal");

-- Hash partitions by owner: unique for good, and small enough to stay in memory one by one.
CREATE TABLE "ledger_key" (
  "owner" BIGINT NOT NULL,
  "key" UUID NOT NULL,
  "request_hash" BIGINT NOT NULL,
  "journal" BIGINT NOT NULL,
  CONSTRAINT "ledger_key_pkey" PRIMARY KEY ("owner", "key")
) PARTITION BY HASH ("owner");
CREATE TABLE "ledger_key_0" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE "ledger_key_1" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE "ledger_key_2" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE "ledger_key_3" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE "ledger_key_4" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE "ledger_key_5" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE "ledger_key_6" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE "ledger_key_7" PARTITION OF "ledger_key" FOR VALUES WITH (MODULUS 8, REMAINDER 7);

CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: correct a mistake with a new journal', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "ledger_transfer_append_only" BEFORE UPDATE OR DELETE ON "ledger_transfer" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_transfer_no_truncate" BEFORE TRUNCATE ON "ledger_transfer" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_key_append_only" BEFORE UPDATE OR DELETE ON "ledger_key" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "ledger_key_no_truncate" BEFORE TRUNCATE ON "ledger_key" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- The key of an operation: a name in a scope, so that a key a client chose can't be one of ours.
CREATE FUNCTION ledger_key_of(scope text, name text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT encode(substr(sha256(convert_to(scope || ':' || name, 'UTF8')), 1, 16), 'hex')::uuid $$;

-- A message: bonus burns first; of each part the creator gets floor(share) and the platform the rest.
-- Members are parallel arrays. Outcome per member: charged | duplicate (the first result) | reused | blocked | insufficient.
-- A fan may be in one call only once: two members of one wallet would both be judged by the same balance.
CREATE FUNCTION ledger_charge(
  fans uuid[], keys uuid[], hashes bigint[], creators uuid[], prices bigint[], share_percent int)
RETURNS TABLE (ord int, outcome text, journal bigint, coins_part bigint, bonus_part bigint, coins_creator bigint, bonus_creator bigint,
               coins bigint, bonus bigint, coins_held bigint, bonus_held bigint)
-- A plan cached while a table was empty would scan it for ever; plans here are fixed to the indexes.
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  -- Lock first, in id order and without a balance filter. Each later statement of this function takes a new snapshot, after the
  -- locks were granted, so it sees every key, balance and hold that another operation on these wallets committed.
  PERFORM 1 FROM wallet w WHERE w.owner_id = ANY (fans) ORDER BY w.id FOR NO KEY UPDATE;
  RETURN QUERY
  WITH q AS MATERIALIZED (
    SELECT x.o::int AS o, f.id AS fan, x.key, x.hash, c.id AS creator, x.price, f.coins, f.bonus, f.coins_held, f.bonus_held, f.blocked
    FROM unnest(fans, keys, hashes, creators, prices) WITH ORDINALITY AS x(fan, key, hash, creator, price, o)
    JOIN wallet f ON f.owner_id = x.fan
    JOIN wallet c ON c.owner_id = x.creator AND c.id <> f.id
    WHERE x.price > 0),
  old AS MATERIALIZED (
    SELECT q.o, k.journal, k.request_hash = q.hash AS same FROM q JOIN ledger_key k ON k.owner = q.fan AND k.key = q.key),
  ok AS MATERIALIZED (
    SELECT q.*, nextval('ledger_journal_seq') AS j, least(q.bonus - q.bonus_held, q.price) AS b, q.price - least(q.bonus - q.bonus_held, q.price) AS c
    FROM q
    WHERE NOT EXISTS (SELECT FROM old WHERE old.o = q.o) AND NOT q.blocked
      AND (q.coins - q.coins_held) + (q.bonus - q.bonus_held) >= q.price),
  shared AS MATERIALIZED (SELECT ok.*, ok.c * share_percent / 100 AS cc, ok.b * share_percent / 100 AS bc FROM ok),
  claimed AS (INSERT INTO ledger_key (owner, key, request_hash, journal) SELECT s.fan, s.key, s.hash, s.j FROM shared s),
  paid AS (
    UPDATE wallet w SET coins = w.coins - s.c, bonus = w.bonus - s.b
    FROM shared s WHERE w.id = s.fan
    RETURNING s.o, s.j, s.c, s.b, s.cc, s.bc, w.coins AS coins_left, w.bonus AS bonus_left),
  moved AS (
    INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
    SELECT s.j, v.leg, v.debit, v.credit, v.amount, v.leg
    FROM shared s, LATERAL (VALUES
      (1::smallint, s.fan * 32 + 1, s.creator * 32 + 3, s.cc), (2::smallint, s.fan * 32 + 1, 33::bigint, s.c - s.cc),
      (3::smallint, s.fan * 32 + 2, s.creator * 32 + 5, s.bc), (4::smallint, s.fan * 32 + 2, 34::bigint, s.b - s.bc)
    ) v(leg, debit, credit, amount)
    WHERE v.amount > 0)
  SELECT x.o::int,
         CASE WHEN p.o IS NOT NULL THEN 'charged' WHEN old.same THEN 'duplicate' WHEN old.o IS NOT NULL THEN 'reused'
              WHEN q.blocked THEN 'blocked' WHEN q.o IS NULL THEN 'invalid' ELSE 'insufficient' END,
         coalesce(p.j, old.journal), p.c, p.b, p.cc, p.bc,
         coalesce(p.coins_left, q.coins), coalesce(p.bonus_left, q.bonus), q.coins_held, q.bonus_held
  FROM generate_subscripts(fans, 1) AS x(o) LEFT JOIN q ON q.o = x.o LEFT JOIN paid p ON p.o = x.o LEFT JOIN old ON old.o = x.o;
END $$;

-- Posts one journal of any transfers, or nothing. Outcome: posted | duplicate (the first journal) | reused | insufficient.
-- Wallet buckets follow their coins (code 1) and bonus (code 2) accounts; the other accounts are sums of their transfers.
CREATE FUNCTION ledger_post(key_owner bigint, op_key uuid, op_hash bigint, debits bigint[], credits bigint[], amounts bigint[], kinds smallint[], reversed bigint DEFAULT NULL)
RETURNS TABLE (outcome text, journal bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
  wallets bigint[];
  number bigint;
  old record;
BEGIN
  SELECT array_agg(DISTINCT a >> 5) INTO wallets FROM unnest(debits || credits) AS a WHERE a >= 32000 AND (a & 31) IN (1, 2);
  PERFORM 1 FROM wallet w WHERE w.id = ANY (wallets) ORDER BY w.id FOR NO KEY UPDATE;
  -- Two posts of one key may share no wallet row, so the key itself has to be the meeting point.
  PERFORM pg_advisory_xact_lock(hashtextextended(key_owner || ':' || op_key, 0));
  SELECT k.journal, k.request_hash INTO old FROM ledger_key k WHERE k.owner = key_owner AND k.key = op_key;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN old.request_hash = op_hash THEN 'duplicate' ELSE 'reused' END, old.journal;
    RETURN;
  END IF;
  IF EXISTS (
    SELECT FROM (
      SELECT a >> 5 AS id, sum(d) FILTER (WHERE a & 31 = 1) AS dc, sum(d) FILTER (WHERE a & 31 = 2) AS db
      FROM (SELECT debit AS a, -amount AS d FROM unnest(debits, amounts) AS t(debit, amount)
            UNION ALL SELECT credit, amount FROM unnest(credits, amounts) AS t(credit, amount)) AS side
      WHERE a >= 32000 AND a & 31 IN (1, 2) GROUP BY a >> 5) AS delta
    LEFT JOIN wallet w ON w.id = delta.id
    WHERE w.id IS NULL OR w.coins - w.coins_held + least(coalesce(dc, 0), 0) < 0 OR w.bonus - w.bonus_held + least(coalesce(db, 0), 0) < 0)
  THEN
    RETURN QUERY SELECT 'insufficient', NULL::bigint;
    RETURN;
  END IF;
  number := nextval('ledger_journal_seq');
  INSERT INTO ledger_key (owner, key, request_hash, journal) VALUES (key_owner, op_key, op_hash, number);
  UPDATE wallet w SET coins = w.coins + delta.dc, bonus = w.bonus + delta.db
  FROM (
    SELECT a >> 5 AS id, coalesce(sum(d) FILTER (WHERE a & 31 = 1), 0) AS dc, coalesce(sum(d) FILTER (WHERE a & 31 = 2), 0) AS db
    FROM (SELECT debit AS a, -amount AS d FROM unnest(debits, amounts) AS t(debit, amount)
          UNION ALL SELECT credit, amount FROM unnest(credits, amounts) AS t(credit, amount)) AS side
    WHERE a >= 32000 AND a & 31 IN (1, 2) GROUP BY a >> 5) AS delta
  WHERE w.id = delta.id;
  INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind, reverses)
  SELECT number, t.leg, t.debit, t.credit, t.amount, t.kind, reversed
  FROM unnest(debits, credits, amounts, kinds) WITH ORDINALITY AS t(debit, credit, amount, kind, leg);
  RETURN QUERY SELECT 'posted', number;
END $$;

-- Takes a journal back: its own transfers with their sides exchanged, never recomputed. Once, and never a reversal of a reversal.
-- Outcome: posted | duplicate (it was taken back before) | unknown (no such journal) | refused (it is a reversal itself).
CREATE FUNCTION ledger_reverse(original bigint)
RETURNS TABLE (outcome text, journal bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  t record;
BEGIN
  SELECT array_agg(x.credit ORDER BY x.leg) AS debits, array_agg(x.debit ORDER BY x.leg) AS credits, array_agg(x.amount ORDER BY x.leg) AS amounts,
         array_agg(x.kind ORDER BY x.leg) AS kinds, bool_or(x.reverses IS NOT NULL) AS is_reversal
  INTO t FROM ledger_transfer x WHERE x.journal = original;
  IF t.debits IS NULL THEN
    RETURN QUERY SELECT 'unknown', NULL::bigint;
  ELSIF t.is_reversal THEN
    RETURN QUERY SELECT 'refused', NULL::bigint;
  ELSE
    RETURN QUERY SELECT * FROM ledger_post(1, ledger_key_of('reverse', original::text), original, t.debits, t.credits, t.amounts, t.kinds, original);
  END IF;
END $$;
