import { randomUUID } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';

const TOKEN_SECONDS = 3_600;
const CREATORS = 20;
const OLD_MESSAGES_EACH = 100;
const OLD_CONVERSATIONS_STEP = 500;

/** Fans with a session, coins without end and one conversation each, with personas of a few creators. */
export async function createWorld(pool, jwtSecret, fans) {
  const ids = Array.from({ length: fans }, () => ({
    fanId: randomUUID(),
    sessionId: randomUUID(),
    conversationId: randomUUID(),
    greetingId: randomUUID(),
  }));
  const column = (name) => ids.map((id) => id[name]);
  const creators = Array.from({ length: CREATORS }, () => randomUUID());
  await pool.query(
    `INSERT INTO app_user (id, email, name, roles) SELECT u, u || '@bench.local', 'Bench', '{fan}' FROM unnest($1::uuid[]) u`,
    [[...creators, ...column('fanId')]],
  );
  await pool.query('INSERT INTO wallet (owner_id) SELECT unnest($1::uuid[])', [[...creators, ...column('fanId')]]);
  await pool.query(
    `INSERT INTO session (id, user_id, expires_at) SELECT s, u, now() + interval '1 day' FROM unnest($1::uuid[], $2::uuid[]) AS x(s, u)`,
    [column('sessionId'), column('fanId')],
  );
  await pool.query(
    `INSERT INTO creator (user_id, handle, display_name) SELECT u, 'bench_' || o, 'Bench' FROM unnest($1::uuid[]) WITH ORDINALITY AS x(u, o)`,
    [creators],
  );
  await pool.query(
    `INSERT INTO persona (id, slug, creator_id, status, name, hook, description, tags, price_microcoins, hue_degrees, portrait_key, personality, greeting, example_dialogue, published_at)
     SELECT c, 'bench-' || o, c, 'published', 'Bench', '.', '.', '{}', 2000000, 1, 'x', 'A keeper of a lighthouse who likes weather and riddles.', 'Come in.', '[]', now()
     FROM unnest($1::uuid[]) WITH ORDINALITY AS x(c, o)`,
    [creators],
  );
  await pool.query(
    `WITH c AS (
       INSERT INTO conversation (id, fan_id, persona_id, fan_name, leaf_id)
       SELECT v, f, ($5::uuid[])[1 + o % $6::int], 'Bench', g FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS x(v, f, g, o) RETURNING id)
     INSERT INTO message (id, conversation_id, fan_id, role, status, content, finished_at)
     SELECT g, v, f, 'assistant', 'done', $4, now() FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS x(v, f, g)`,
    [column('conversationId'), column('fanId'), column('greetingId'), 'Come in.', creators, CREATORS],
  );
  for (const { fanId } of ids) {
    await pool.query(
      `SELECT p.outcome FROM wallet w, LATERAL ledger_post(1, gen_random_uuid(), 0, ARRAY[35]::bigint[], ARRAY[w.id * 32 + 1]::bigint[], ARRAY[1000000000000]::bigint[],
                                                           ARRAY[11]::smallint[]) p WHERE w.owner_id = $1`,
      [fanId],
    );
  }
  await pool.query('VACUUM ANALYZE');
  return ids.map(({ fanId, sessionId, conversationId }) => ({
    conversationId,
    token: jsonwebtoken.sign({ sub: fanId, name: 'Bench', sid: sessionId, roles: ['fan'] }, jwtSecret, {
      algorithm: 'HS256',
      issuer: 'troupe',
      expiresIn: TOKEN_SECONDS,
    }),
  }));
}

/** Old history: conversations of other fans with a hundred messages each, every one hanging below the one before. */
export async function addHistory(pool, conversations, progress) {
  await progress.step(`${conversations} conversations with ${OLD_MESSAGES_EACH} messages each`, async () => {
    const client = await pool.connect();
    await client.query('SET statement_timeout = 0; SET synchronous_commit = off');
    for (let from = 0; from < conversations; from += OLD_CONVERSATIONS_STEP) {
      const count = Math.min(OLD_CONVERSATIONS_STEP, conversations - from);
      await client.query(
        `WITH c AS MATERIALIZED (
           SELECT uuidv7() AS id, (SELECT user_id FROM creator LIMIT 1) AS fan, p.id AS persona, ARRAY(SELECT uuidv7() FROM generate_series(1, $2::int) WHERE g > 0) AS ids
           FROM generate_series(1, $1::int) g, LATERAL (SELECT id FROM persona LIMIT 1) p),
         v AS (INSERT INTO conversation (id, fan_id, persona_id, fan_name, leaf_id) SELECT id, fan, persona, 'Old', ids[$2::int] FROM c)
         INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, finished_at)
         SELECT c.ids[n], c.id, c.fan, c.ids[n - 1], CASE n % 2 WHEN 1 THEN 'assistant' ELSE 'user' END::message_role, 'done',
                'A soft night, wind south-west, nothing on the water but a tanker and the moon.', now()
         FROM c, generate_series(1, $2::int) n`,
        [count, OLD_MESSAGES_EACH],
      );
    }
    await client.query('VACUUM ANALYZE');
    client.release(true);
  });
}
