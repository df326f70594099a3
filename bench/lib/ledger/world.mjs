import { randomUUID } from 'node:crypto';

const FANS = 20_000;
const CREATORS = 500;
const FUNDED_AT_ONCE = 1_000;
const PREFILL_STEP = 250_000;
/** How long ago the oldest of it was: a partition of messages holds a week. */
const PREFILL_DAYS = 70;
/** Of the `zipf` distribution: with 1.07 the first of 500 creators gets a sixth of all messages. */
const ZIPF_EXPONENT = 1.07;

/** Fans with one conversation each, half of them with bonus coins only, and creators among whom a few are hot. */
export async function createWorld(pool) {
  const creators = Array.from({ length: CREATORS }, () => randomUUID());
  const fans = Array.from({ length: FANS }, () => randomUUID());
  const personas = creators.map(() => randomUUID());
  const conversations = fans.map(() => randomUUID());
  const pick = zipf(CREATORS);
  const creatorOfFan = fans.map(() => pick());
  await pool.query(
    `INSERT INTO app_user (id, email, name, roles) SELECT u, u || '@bench.local', 'Bench', '{fan}' FROM unnest($1::uuid[]) u`,
    [[...creators, ...fans]],
  );
  await pool.query('INSERT INTO wallet (owner_id) SELECT unnest($1::uuid[])', [[...creators, ...fans]]);
  await pool.query(
    `INSERT INTO creator (user_id, handle, display_name) SELECT u, 'bench_' || o, 'Bench' FROM unnest($1::uuid[]) WITH ORDINALITY AS x(u, o)`,
    [creators],
  );
  await pool.query(
    `INSERT INTO persona (id, slug, creator_id, status, name, hook, description, tags, price_microcoins, hue_degrees, portrait_key, personality, greeting, example_dialogue, published_at)
     SELECT p, 'bench-' || o, c, 'published', 'Bench', '.', '.', '{}', 2000000, 1, 'x', '.', '.', '[]', now() FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS x(p, c, o)`,
    [personas, creators],
  );
  await pool.query(
    `INSERT INTO conversation (id, fan_id, persona_id, fan_name) SELECT v, f, p, 'Bench' FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS x(v, f, p)`,
    [conversations, fans, creatorOfFan.map((index) => personas[index])],
  );
  // Enough for any run, posted like a purchase or a grant. A post takes a lock on its key, so not all in one transaction.
  for (let from = 0; from < FANS; from += FUNDED_AT_ONCE) {
    await pool.query(
      `SELECT p.outcome FROM (SELECT id, row_number() OVER () % 2 AS odd FROM wallet WHERE owner_id = ANY ($1::uuid[])) w,
       LATERAL ledger_post(1, gen_random_uuid(), 0, ARRAY[CASE WHEN odd = 0 THEN 35 ELSE 34 END]::bigint[], ARRAY[w.id * 32 + CASE WHEN odd = 0 THEN 1 ELSE 2 END]::bigint[],
                           ARRAY[1000000000000]::bigint[], ARRAY[11]::smallint[]) p`,
      [fans.slice(from, from + FUNDED_AT_ONCE)],
    );
  }
  const ids = await pool.query('SELECT owner_id, id::text FROM wallet');
  const walletOf = new Map(ids.rows.map((row) => [row.owner_id, BigInt(row.id)]));
  await pool.query('VACUUM ANALYZE');
  return {
    fans: fans.map((fanId, index) => ({
      fanId,
      conversationId: conversations[index],
      creatorId: creators[creatorOfFan[index]],
      wallet: walletOf.get(fanId),
      creatorWallet: walletOf.get(creators[creatorOfFan[index]]),
    })),
  };
}

/** Partitions as they would be there if the database had lived that long: the first one, which holds all the past, is divided into weeks. */
async function partitionsOfThePast(pool) {
  const { rows } = await pool.query(`
    SELECT c.relname AS name, substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \\(''([0-9a-f-]{36})''\\)') AS upto
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'message'::regclass AND pg_get_expr(c.relpartbound, c.oid) LIKE '%MINVALUE%'`);
  const [{ name, upto }] = rows;
  const bound = async (weeks) =>
    (
      await pool.query("SELECT chat_first_id(uuid_extract_timestamp($1::uuid) - $2 * interval '7 days') AS id", [
        upto,
        weeks,
      ])
    ).rows[0].id;
  const bounds = await Promise.all(Array.from({ length: PREFILL_DAYS / 7 + 3 }, (_, week) => bound(week)));
  await pool.query(`ALTER TABLE message DETACH PARTITION "${name}"`);
  for (const [week, id] of bounds.entries()) {
    const from = bounds[week + 1] === undefined ? 'MINVALUE' : `'${bounds[week + 1]}'`;
    await pool.query(`CREATE TABLE message_past_${week} PARTITION OF message FOR VALUES FROM (${from}) TO ('${id}')`);
  }
  await pool.query(`INSERT INTO message SELECT * FROM "${name}"; DROP TABLE "${name}"`);
}

/** Old history: transfers, keys and messages of as many charges, spread over fans like the real ones, ending where the sequence goes on. */
export async function prefill(pool, world, transfers, progress) {
  const journals = Math.ceil(transfers / 2);
  if (journals === 0) return;
  await partitionsOfThePast(pool);
  const wallets = world.fans.map((fan) => fan.wallet);
  const fans = world.fans.map((fan) => fan.fanId);
  const creators = world.fans.map((fan) => fan.creatorWallet);
  const conversations = world.fans.map((fan) => fan.conversationId);
  await progress.step(`${transfers} transfers of old history`, async () => {
    for (let from = 0; from < journals; from += PREFILL_STEP) {
      const count = Math.min(PREFILL_STEP, journals - from);
      const { rows } = await pool.query(
        "SELECT ledger_make_partitions(2), nextval('ledger_journal_seq')::text AS first",
      );
      const first = BigInt(rows[0].first);
      const client = await pool.connect();
      try {
        await client.query('SET statement_timeout = 0; SET synchronous_commit = off');
        await client.query(PREFILL, [
          first,
          count,
          wallets,
          creators,
          fans,
          conversations,
          `${-PREFILL_DAYS * (1 - from / journals)} days`,
        ]);
        await client.query("SELECT setval('ledger_journal_seq', $1::bigint)", [first + BigInt(count)]);
      } finally {
        client.release(true);
      }
    }
    await pool.query('CHECKPOINT');
    const client = await pool.connect();
    await client.query('SET statement_timeout = 0');
    await client.query('VACUUM ANALYZE');
    client.release(true);
  });
}

const PREFILL = `
  WITH j AS MATERIALIZED (
    SELECT $1::bigint + g AS journal, 1 + (g * 7919 % array_length($3::bigint[], 1))::int AS f FROM generate_series(0, $2::int - 1) g),
  w AS MATERIALIZED (SELECT x.o::int AS f, x.wallet, x.creator, x.fan, x.conversation FROM unnest($3::bigint[], $4::bigint[], $5::uuid[], $6::uuid[]) WITH ORDINALITY AS x(wallet, creator, fan, conversation, o)),
  q AS MATERIALIZED (SELECT j.journal, $7::interval + random() * interval '2 days' AS past, w.* FROM j JOIN w USING (f)),
  k AS (INSERT INTO ledger_key (owner, key, request_hash, journal) SELECT wallet, gen_random_uuid(), 1, journal FROM q),
  t AS (
    INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
    SELECT journal, leg, wallet * 32 + 1, CASE leg WHEN 1 THEN creator * 32 + 3 ELSE 33 END, CASE leg WHEN 1 THEN 1400000 ELSE 600000 END, leg
    FROM q, (VALUES (1::smallint), (2::smallint)) v(leg)),
  m AS (
    INSERT INTO message (id, conversation_id, fan_id, role, status, content, client_message_id, journal_id, finished_at)
    SELECT uuidv7(past), conversation, fan, 'user', 'done', 'What is the weather at the lighthouse tonight?', gen_random_uuid(), journal, now() FROM q)
  INSERT INTO message (id, conversation_id, fan_id, role, status, content, journal_id, charged_microcoins, finished_at)
  SELECT uuidv7(past), conversation, fan, 'assistant', 'done', 'A soft night, wind south-west, nothing on the water but a tanker.', journal, 2000000, now() FROM q`;

/** Draws a number below n, small ones more often. */
function zipf(n) {
  const cumulative = [];
  let sum = 0;
  for (let rank = 1; rank <= n; rank += 1) {
    sum += 1 / rank ** ZIPF_EXPONENT;
    cumulative.push(sum);
  }
  return () => {
    const at = Math.random() * sum;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
