-- Messages in partitions by time, the work in progress in a table of its own, and what has to be unique or counted across partitions beside them.
-- The shape and the reasons are in docs/chat.md and ADR 11.

-- The smallest id (UUID version 7, RFC 9562) that can be made at that millisecond.
CREATE FUNCTION chat_first_id(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

ALTER TABLE "message" RENAME TO "message_old";
ALTER INDEX "message_pkey" RENAME TO "message_old_pkey";
ALTER TABLE "message_old" DROP CONSTRAINT "message_conversation_id_fkey";
DROP INDEX "message_conversation_id_id_idx", "message_journal_id_idx", "message_reply_of_journal", "message_in_progress",
  "message_in_progress_of_fan", "message_preview", "message_stop_refund";
DROP TRIGGER "message_under_way_stays" ON "message_old";

-- A message of the tree. A reply is written when it is asked for and changed once, when it has ended: what grows meanwhile is in "generation".
-- No foreign key to the conversation: every message updates that row anyway, and a check for each is a third of the cost of writing it.
CREATE TABLE "message" (
  "id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "parent_id" UUID,
  "role" "message_role" NOT NULL,
  "status" "message_status" NOT NULL,
  "refunded" BOOLEAN NOT NULL DEFAULT false,
  "demo_voice" BOOLEAN NOT NULL DEFAULT false,
  "usage_estimated" BOOLEAN NOT NULL DEFAULT false,
  "client_message_id" UUID,
  -- The charge that pays for this exchange; on the fan's message and on the reply.
  "journal_id" BIGINT,
  -- The hold that will, for a price by tokens.
  "hold_id" BIGINT,
  -- The flat price, or what a price by tokens came to; on the reply.
  "charged_microcoins" BIGINT,
  -- A price by tokens as it was when the message was sent: a base, and rates per 1,000 tokens.
  "base_microcoins" BIGINT,
  "input_rate_microcoins" BIGINT,
  "output_rate_microcoins" BIGINT,
  "prompt_tokens" INTEGER,
  "completion_tokens" INTEGER,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "finished_at" TIMESTAMPTZ(3),
  "failure_code" TEXT,
  "model" TEXT,
  "reaction" TEXT,
  "content" TEXT NOT NULL,
  CONSTRAINT "message_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "message_finished" CHECK (("status" = 'queued') = ("finished_at" IS NULL)),
  CONSTRAINT "message_refunded" CHECK (NOT "refunded" OR "journal_id" IS NOT NULL OR "hold_id" IS NOT NULL),
  CONSTRAINT "message_charged" CHECK ("charged_microcoins" >= 0)
) PARTITION BY RANGE ("id");
-- A message's children: the arrows between siblings, and the way down to the end of a branch. The way up is by primary key.
CREATE INDEX "message_conversation_id_parent_id_idx" ON "message"("conversation_id", "parent_id");
-- The reply of a charge: answers to retries, receipts.
CREATE INDEX "message_reply_of_journal" ON "message"("journal_id") WHERE "role" = 'assistant' AND "journal_id" IS NOT NULL;
CREATE INDEX "message_reply_of_hold" ON "message"("hold_id") WHERE "role" = 'assistant' AND "hold_id" IS NOT NULL;

-- Makes partitions until `ahead` of now is covered, each `width` of time, beginning where the last one ends: so the width may change for those to
-- come. A table is made beside the parent and then attached: that locks out nobody who reads or writes. Returns how many were made.
CREATE FUNCTION chat_make_partitions(ahead interval DEFAULT '28 days', width interval DEFAULT '7 days') RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  from_id uuid;
  from_at timestamptz;
  to_at timestamptz;
  name text;
  made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('chat_make_partitions', 0));
  SELECT substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''([0-9a-f-]{36})''\)')::uuid INTO from_id
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'message'::regclass ORDER BY 1 DESC NULLS LAST LIMIT 1;
  from_at := uuid_extract_timestamp(from_id);
  WHILE from_at IS NULL OR from_at < now() + ahead LOOP
    -- The first holds all that is older than the partitions.
    to_at := coalesce(from_at, date_trunc('week', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') + width;
    name := 'message_to_' || to_char(to_at AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MI');
    EXECUTE format('CREATE TABLE %I (LIKE message INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
    EXECUTE format('ALTER TABLE message ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%L)', name,
                   CASE WHEN from_at IS NULL THEN 'MINVALUE' ELSE quote_literal(from_id) END, chat_first_id(to_at));
    from_at := to_at;
    from_id := chat_first_id(to_at);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;
SELECT chat_make_partitions();
-- Ids that are no times: demo data of earlier releases has some.
CREATE TABLE "message_other" PARTITION OF "message" DEFAULT;

-- Replies under way. A row is the job: whoever holds its lease generates and saves, a lease that ran out is the sweeper's, and the end deletes it.
-- Narrow, small and rewritten all the time, so it keeps room in its pages and is vacuumed often. No index on the lease: a save would have to
-- update it, and the sweeper may as well look at all of a table that holds only what runs.
CREATE TABLE "generation" (
  "reply_id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "lease_id" UUID NOT NULL,
  "lease_until" TIMESTAMPTZ(3) NOT NULL,
  "stop_requested" BOOLEAN NOT NULL DEFAULT false,
  "content" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "generation_pkey" PRIMARY KEY ("reply_id")
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);
-- How many replies of a fan are running.
CREATE INDEX "generation_fan_id_idx" ON "generation"("fan_id");

-- What is written without a charge (previews of one's own persona, the free alternative of a reply) posts nothing, so no ledger key guards its
-- retries; this does. A message has one free alternative at most.
CREATE TABLE "free_exchange" (
  "fan_id" UUID NOT NULL,
  "client_message_id" UUID NOT NULL,
  "request_hash" BIGINT NOT NULL,
  "reply_id" UUID NOT NULL,
  "alternative_to" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "free_exchange_pkey" PRIMARY KEY ("fan_id", "client_message_id")
);
CREATE UNIQUE INDEX "free_exchange_alternative_to_key" ON "free_exchange"("alternative_to");

-- What a fan may do only so often on a UTC day.
CREATE TABLE "chat_day" (
  "fan_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "previews" INTEGER NOT NULL DEFAULT 0,
  "alternatives" INTEGER NOT NULL DEFAULT 0,
  "stop_refunds" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "chat_day_pkey" PRIMARY KEY ("fan_id", "day")
);

INSERT INTO "generation" (reply_id, conversation_id, fan_id, lease_id, lease_until, stop_requested, content)
SELECT id, conversation_id, fan_id, coalesce(lease_id, id), lease_until, stop_requested, content FROM "message_old" WHERE status IN ('queued', 'streaming');
INSERT INTO "free_exchange" (fan_id, client_message_id, request_hash, reply_id, created_at)
SELECT m.fan_id, m.client_message_id, 0, r.id, m.created_at
FROM "message_old" m JOIN "message_old" r ON r.conversation_id = m.conversation_id AND r.parent_id = m.id
WHERE m.role = 'user' AND m.journal_id IS NULL AND m.client_message_id IS NOT NULL;
INSERT INTO "chat_day" (fan_id, day, previews, stop_refunds)
SELECT fan_id, (now() AT TIME ZONE 'UTC')::date,
       count(*) FILTER (WHERE role = 'user' AND journal_id IS NULL AND client_message_id IS NOT NULL), count(*) FILTER (WHERE status = 'stopped' AND refunded)
FROM "message_old" WHERE created_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' GROUP BY 1;
INSERT INTO "message" (id, conversation_id, fan_id, parent_id, role, status, refunded, demo_voice, usage_estimated, client_message_id, journal_id,
                       charged_microcoins, prompt_tokens, completion_tokens, created_at, finished_at, failure_code, model, content)
SELECT id, conversation_id, fan_id, parent_id, role, CASE WHEN status = 'streaming' THEN 'queued' ELSE status END, refunded, demo_voice, usage_estimated,
       client_message_id, journal_id, charged_microcoins, prompt_tokens, completion_tokens, created_at, finished_at, failure_code, model,
       CASE WHEN status = 'streaming' THEN '' ELSE content END
FROM "message_old";
DROP TABLE "message_old";
CREATE TRIGGER "message_under_way_stays" BEFORE DELETE ON "message" FOR EACH ROW
  WHEN (OLD.status = 'queued' AND (OLD.journal_id IS NOT NULL OR OLD.hold_id IS NOT NULL)) EXECUTE FUNCTION message_under_way_stays();

-- Messages go with their conversation; in place of the foreign key.
CREATE FUNCTION conversation_takes_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM message WHERE conversation_id = OLD.id;
  DELETE FROM generation WHERE fan_id = OLD.fan_id AND conversation_id = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER "conversation_takes_messages" BEFORE DELETE ON "conversation" FOR EACH ROW EXECUTE FUNCTION conversation_takes_messages();

DROP FUNCTION chat_admit(uuid[], bigint[], int);
DROP FUNCTION chat_admit_preview(uuid, int, int);
DROP FUNCTION chat_leaves(uuid[]);
DROP FUNCTION chat_may_refund_stop(uuid, int);

-- Judges members, one for each fan, before any money moves: whoever waited for the locks then sees what was written meanwhile, because each query
-- inside a VOLATILE function takes a snapshot of its own. Wallets are locked first; then the conversations of those who name a parent, in id order, because
-- it must not be deleted any more. The end of the branch is not locked: who writes below it moves it with a compare-and-set (`chat_moved`).
-- Verdict per member: admitted | too_many (as many replies run as may) | gone (the conversation or the message to hang it below was deleted).
-- The parent is the one that was asked for, or else the end of the branch that is shown.
CREATE FUNCTION chat_admit(fans uuid[], conversations uuid[], parents uuid[], running_max int)
RETURNS TABLE (ord int, verdict text, parent uuid) LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM ledger_lock(fans);
  IF array_remove(parents, NULL) <> '{}' THEN
    PERFORM 1 FROM conversation c
    WHERE c.id = ANY (SELECT x.conversation FROM unnest(conversations, parents) AS x(conversation, below) WHERE x.below IS NOT NULL)
    ORDER BY c.id FOR NO KEY UPDATE;
  END IF;
  RETURN QUERY
  SELECT x.o::int,
    CASE WHEN c.id IS NULL OR (x.below IS NOT NULL AND NOT EXISTS (SELECT FROM message m WHERE m.id = x.below AND m.conversation_id = c.id)) THEN 'gone'
         -- Counted no further than it matters.
         WHEN (SELECT count(*) FROM (SELECT FROM generation g WHERE g.fan_id = x.fan LIMIT running_max) running) >= running_max THEN 'too_many'
         ELSE 'admitted' END,
    coalesce(x.below, c.leaf_id)
  FROM unnest(fans, conversations, parents) WITH ORDINALITY AS x(fan, conversation, below, o) LEFT JOIN conversation c ON c.id = x.conversation;
END $$;

-- Whoever has written below the ends of branches says how many of them there were and how many it could move. When one was moved or deleted meanwhile, nothing of
-- the statement stays, and it may be sent again.
CREATE FUNCTION chat_moved(written bigint, moved bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF written <> moved THEN
    RAISE EXCEPTION 'the end of a branch was moved meanwhile' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN true;
END $$;

-- Counts one more of something on a fan's day, unless it was done as often as it may be; then false. Its lock comes before those of wallets.
CREATE FUNCTION chat_count_day(fan uuid, what text, per_day int) RETURNS boolean LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO chat_day AS d (fan_id, day, previews, alternatives, stop_refunds)
  SELECT fan, (now() AT TIME ZONE 'UTC')::date, (what = 'preview')::int, (what = 'alternative')::int, (what = 'stop_refund')::int WHERE per_day > 0
  ON CONFLICT (fan_id, day) DO UPDATE SET
    previews = d.previews + EXCLUDED.previews, alternatives = d.alternatives + EXCLUDED.alternatives, stop_refunds = d.stop_refunds + EXCLUDED.stop_refunds
  WHERE CASE what WHEN 'preview' THEN d.previews WHEN 'alternative' THEN d.alternatives ELSE d.stop_refunds END < per_day;
  RETURN FOUND;
END $$;

-- Whether a key was used by this owner, under whose lock the caller is.
CREATE FUNCTION ledger_knows(owner_id uuid, op_key uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  RETURN EXISTS (SELECT FROM wallet w JOIN ledger_key k ON k.owner = w.id WHERE w.owner_id = ledger_knows.owner_id AND k.key = op_key);
END $$;

-- The same judgement for what is written without a charge. `what` is preview or alternative; `answered` is the message that a free alternative answers.
-- Verdict: as above, or duplicate | reused (this client id was used before, for the same or for something else) | limited (as often today as
-- may be) | paid (this alternative is not free: it was paid for before, or there was a free one, or no other reply that was delivered and paid for has ended).
CREATE FUNCTION chat_admit_free(fan uuid, conversation uuid, below uuid, running_max int, what text, per_day int, client_id uuid, op_key uuid, hash bigint, reply uuid, answered uuid)
RETURNS TABLE (verdict text, parent uuid) LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
DECLARE
  counted boolean := chat_count_day(fan, what, per_day);
  old_hash bigint;
BEGIN
  SELECT a.verdict, a.parent INTO verdict, parent FROM chat_admit(ARRAY[fan], ARRAY[conversation], ARRAY[below], running_max) a;
  SELECT f.request_hash INTO old_hash FROM free_exchange f WHERE f.fan_id = fan AND f.client_message_id = client_id;
  IF FOUND THEN
    verdict := CASE WHEN old_hash = hash THEN 'duplicate' ELSE 'reused' END;
  ELSIF ledger_knows(fan, op_key) THEN
    verdict := 'paid';
  ELSIF verdict = 'admitted' AND NOT counted THEN
    verdict := 'limited';
  ELSIF verdict = 'admitted' AND what = 'alternative' AND (
    EXISTS (SELECT FROM free_exchange f WHERE f.alternative_to = answered)
    OR NOT EXISTS (SELECT FROM message m WHERE m.conversation_id = conversation AND m.parent_id = answered AND m.role = 'assistant'
                   AND m.status IN ('done', 'stopped') AND NOT m.refunded AND m.charged_microcoins > 0)) THEN
    verdict := 'paid';
  END IF;
  IF verdict = 'admitted' THEN
    INSERT INTO free_exchange (fan_id, client_message_id, request_hash, reply_id, alternative_to)
    VALUES (fan, client_id, hash, reply, CASE WHEN what = 'alternative' THEN answered END);
  ELSIF counted THEN
    UPDATE chat_day d SET previews = d.previews - (what = 'preview')::int, alternatives = d.alternatives - (what = 'alternative')::int
    WHERE d.fan_id = fan AND d.day = (now() AT TIME ZONE 'UTC')::date;
  END IF;
  RETURN NEXT;
END $$;

-- The one door out of a reply's life, for whoever holds its lease; no row: somebody else does, or was first, or it was deleted.
-- `refund` asks for the coins back; a stop gets them only so often a day. Otherwise a flat price stands. Of a hold the tokens are paid at the rates that were
-- frozen with it, rounded up once and capped at what was held, and nothing only when nothing was delivered. `ledger` is what the ledger answered, null when it was not asked. Locks: generation, hold, the fan's day, wallets, message.
CREATE FUNCTION chat_settle(reply uuid, lease uuid, final message_status, said text, refund boolean, failure text,
                            prompt int, completion int, estimated boolean, stop_refunds_max int, undelivered boolean)
RETURNS TABLE (id uuid, conversation_id uuid, fan_id uuid, parent_id uuid, journal_id bigint, charged_microcoins bigint, refunded boolean, ledger text)
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  fan uuid;
  m record;
  answer text;
  paid bigint;
  number bigint;
  back boolean;
BEGIN
  DELETE FROM generation g WHERE g.reply_id = reply AND g.lease_id = lease RETURNING g.fan_id INTO fan;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT x.journal_id, x.hold_id, x.charged_microcoins, x.prompt_tokens, x.base_microcoins, x.input_rate_microcoins, x.output_rate_microcoins
  INTO m FROM message x WHERE x.id = reply;
  IF NOT FOUND THEN RETURN; END IF;
  paid := m.charged_microcoins;
  number := m.journal_id;
  back := refund AND (m.journal_id IS NOT NULL OR m.hold_id IS NOT NULL AND undelivered)
          AND (final <> 'stopped' OR chat_count_day(fan, 'stop_refund', stop_refunds_max));
  IF m.hold_id IS NOT NULL AND back THEN
    SELECT r.outcome, 0 INTO answer, paid FROM ledger_release(m.hold_id) r;
  ELSIF m.hold_id IS NOT NULL THEN
    SELECT s.outcome, s.journal, coalesce(s.coins_used + s.bonus_used, 0) INTO answer, number, paid
    FROM (
      SELECT least(h.coins_part + h.bonus_part, ceil((m.base_microcoins * 1000::numeric + m.input_rate_microcoins * coalesce(prompt, m.prompt_tokens, 0)::numeric
                                                + m.output_rate_microcoins * coalesce(completion, 0)::numeric) / 1000))::bigint AS actual
      FROM ledger_hold h WHERE h.id = m.hold_id) held, ledger_settle(m.hold_id, held.actual) s;
  ELSIF back THEN
    SELECT r.outcome INTO answer FROM ledger_reverse(m.journal_id) r;
  END IF;
  RETURN QUERY
  UPDATE message x
  SET status = final, content = said, failure_code = failure, finished_at = now(), prompt_tokens = coalesce(prompt, x.prompt_tokens), completion_tokens = completion,
      usage_estimated = estimated, refunded = back, charged_microcoins = paid, journal_id = number
  WHERE x.id = reply
  RETURNING x.id, x.conversation_id, x.fan_id, x.parent_id, x.journal_id, x.charged_microcoins, x.refunded, answer;
END $$;
