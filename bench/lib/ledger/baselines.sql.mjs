/** The baselines' own tables and functions. Their rows go into the real tables, so that all write to indexes of one size. */
export const SETUP = `
  CREATE TABLE IF NOT EXISTS bench_balance (id bigint PRIMARY KEY, balance bigint NOT NULL) WITH (fillfactor = 70);
  INSERT INTO bench_balance SELECT id, 0 FROM wallet UNION ALL SELECT 1, 0 ON CONFLICT DO NOTHING;
  CREATE OR REPLACE FUNCTION bench_charge_one(p_fan uuid, p_key uuid, p_hash bigint, p_creator uuid, p_price bigint, p_conversation uuid, p_message uuid, p_reply uuid,
                                   p_client uuid, p_content text, p_model text, p_lease_ms int)
  RETURNS TABLE (outcome text, journal bigint, coins_left bigint) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off AS $$
  DECLARE
    f wallet%ROWTYPE;
    c bigint;
    j bigint;
    b bigint;
    x bigint;
    parent uuid;
  BEGIN
    SELECT * INTO f FROM wallet w WHERE w.owner_id = p_fan FOR NO KEY UPDATE;
    SELECT w.id INTO c FROM wallet w WHERE w.owner_id = p_creator;
    SELECT k.journal INTO j FROM ledger_key k WHERE k.owner = f.id AND k.key = p_key;
    IF FOUND THEN RETURN QUERY SELECT 'duplicate', j, f.coins; RETURN; END IF;
    IF f.coins - f.coins_held + f.bonus - f.bonus_held < p_price THEN RETURN QUERY SELECT 'insufficient', NULL::bigint, f.coins; RETURN; END IF;
    j := nextval('ledger_journal_seq');
    b := least(f.bonus - f.bonus_held, p_price);
    x := p_price - b;
    INSERT INTO ledger_key VALUES (f.id, p_key, p_hash, j);
    UPDATE wallet w SET coins = w.coins - x, bonus = w.bonus - b WHERE w.id = f.id;
    INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
    SELECT j, v.* FROM (VALUES (1::smallint, f.id * 32 + 1, c * 32 + 3, x * 70 / 100, 1::smallint), (2::smallint, f.id * 32 + 1, 33::bigint, x - x * 70 / 100, 2::smallint),
      (3::smallint, f.id * 32 + 2, c * 32 + 6, b * 70 / 100, 3::smallint), (4::smallint, f.id * 32 + 2, 34::bigint, b - b * 70 / 100, 4::smallint)) v(leg, debit, credit, amount, kind)
    WHERE v.amount > 0;
    SELECT leaf_id INTO parent FROM conversation WHERE id = p_conversation;
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, client_message_id, journal_id, finished_at)
    VALUES (p_message, p_conversation, p_fan, parent, 'user', 'done', p_content, p_client, j, now());
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, journal_id, charged_microcoins, model)
    VALUES (p_reply, p_conversation, p_fan, p_message, 'assistant', 'queued', '', j, p_price, p_model);
    INSERT INTO generation (reply_id, conversation_id, fan_id, lease_id, lease_until)
    VALUES (p_reply, p_conversation, p_fan, p_reply, now() + make_interval(secs => p_lease_ms / 1000.0));
    UPDATE conversation SET leaf_id = p_reply, last_message_at = now() WHERE id = p_conversation;
    RETURN QUERY SELECT 'charged', j, f.coins - x;
  END $$;`;

export const SINGLE =
  'SELECT outcome, journal::text, coins_left::text FROM bench_charge_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)';

export const INTERACTIVE = {
  lockWallet: 'SELECT coins, bonus FROM wallet WHERE id = $1::bigint FOR UPDATE',
  key: "INSERT INTO ledger_key (owner, key, request_hash, journal) VALUES ($1::bigint, $2::uuid, 1, nextval('ledger_journal_seq')) RETURNING journal",
  debit: 'UPDATE bench_balance SET balance = balance - $2::bigint WHERE id = $1::bigint',
  credit: 'UPDATE bench_balance SET balance = balance + $2::bigint WHERE id = $1::bigint',
  transfers: `INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
    VALUES ($1::bigint, 1, $2::bigint * 32 + 1, $3::bigint * 32 + 3, 1400000, 1), ($1::bigint, 2, $2::bigint * 32 + 1, 33, 600000, 2)`,
  messages: `INSERT INTO message (id, conversation_id, fan_id, role, status, content, client_message_id, journal_id, charged_microcoins, model, finished_at)
    VALUES ($1::uuid, $3::uuid, $4::uuid, 'user', 'done', $6, $5::uuid, $7::bigint, NULL, NULL, now()),
           ($2::uuid, $3::uuid, $4::uuid, 'assistant', 'queued', '', NULL, $7::bigint, 2000000, $8, NULL)`,
  job: `INSERT INTO generation (reply_id, conversation_id, fan_id, lease_id, lease_until) VALUES ($1::uuid, $2::uuid, $3::uuid, $1::uuid, now() + interval '20 s')`,
  leaf: 'UPDATE conversation SET leaf_id = $2::uuid, last_message_at = now() WHERE id = $1::uuid',
};

/** 256 charges' rows: key, two transfers, two messages and a job each. No lock, no balance, no check of anything. */
export const BULK = `
  WITH q AS MATERIALIZED (
    SELECT x.*, nextval('ledger_journal_seq') AS journal
    FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[])
      AS x(wallet, creator, fan, conversation, key, message, reply, client, content)),
  k AS (INSERT INTO ledger_key (owner, key, request_hash, journal) SELECT wallet, key, 1, journal FROM q),
  t AS (
    INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
    SELECT journal, v.leg, wallet * 32 + 1, CASE v.leg WHEN 1 THEN creator * 32 + 3 ELSE 33 END, CASE v.leg WHEN 1 THEN 1400000 ELSE 600000 END, v.leg
    FROM q, (VALUES (1::smallint), (2::smallint)) v(leg)),
  m AS (
    INSERT INTO message (id, conversation_id, fan_id, role, status, content, client_message_id, journal_id, finished_at)
    SELECT message, conversation, fan, 'user', 'done', content, client, journal, now() FROM q),
  r AS (
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, journal_id, charged_microcoins, model)
    SELECT reply, conversation, fan, message, 'assistant', 'queued', '', journal, 2000000, 'bench' FROM q)
  INSERT INTO generation (reply_id, conversation_id, fan_id, lease_id, lease_until)
  SELECT reply, conversation, fan, reply, now() + interval '20 s' FROM q`;
