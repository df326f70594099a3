/** The statements that write an exchange: what the fan said, and the placeholder of its reply with its job. Each is one round trip. */

const SETTING =
  'c.persona_id, c.fan_name, c.fan_description, c.author_note, c.author_note_depth, c.leaf_id, c.memory_revision';

/** What sending needs to know of conversations ($1, each of the fan in $2): with whom, where the branch that is shown ends, and what its fan set. */
export const CONVERSATIONS_FOR_SEND = `
  SELECT x.o::int AS ord, ${SETTING}
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS x(conversation, fan, o), LATERAL (
    SELECT v.* FROM conversation v WHERE v.id = x.conversation AND v.fan_id = x.fan LIMIT 1) c`;

/**
 * The same, with message $3 that is edited, regenerated or continued, and whether another reply beside it would be free: once where one was paid for at a flat
 * price, $4 a day. */
export const TARGET_FOR_SEND = `
  SELECT ${SETTING}, m.id, m.role, m.status, m.content, m.parent_id, a.role AS above_role, a.content AS above_content, a.parent_id AS above_parent_id,
    NOT EXISTS (SELECT FROM free_exchange f WHERE f.alternative_to = m.parent_id)
    AND coalesce((SELECT d.alternatives FROM chat_day d WHERE d.fan_id = c.fan_id AND d.day = (now() AT TIME ZONE 'UTC')::date), 0) < $4::int
    AND EXISTS (SELECT FROM message s WHERE s.conversation_id = c.id AND s.parent_id = m.parent_id AND s.role = 'assistant'
                AND s.status IN ('done', 'stopped') AND NOT s.refunded AND s.hold_id IS NULL AND s.charged_microcoins > 0) AS may_be_free,
    EXISTS (SELECT FROM free_exchange f WHERE f.fan_id = c.fan_id AND f.client_message_id = $5::uuid) AS was_free
  FROM conversation c JOIN message m ON m.id = $3::uuid AND m.conversation_id = c.id LEFT JOIN message a ON a.id = m.parent_id
  WHERE c.id = $1::uuid AND c.fan_id = $2::uuid`;

/** The rows of an exchange, from a CTE `paid` with one row per exchange. A regenerated or continued reply has no message of the fan. */
const WRITE_EXCHANGE = `
  said AS (
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, client_message_id, journal_id, finished_at)
    SELECT message, conversation, fan, parent, 'user', 'done', content, client_id, journal, now() FROM paid WHERE message IS NOT NULL),
  reply AS (
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, client_message_id, journal_id, hold_id, charged_microcoins,
                         base_microcoins, input_rate_microcoins, output_rate_microcoins, prompt_tokens, model, demo_voice)
    SELECT reply, conversation, fan, coalesce(message, parent), 'assistant', 'queued', '', CASE WHEN message IS NULL THEN client_id END, journal, hold, price,
           base, input_rate, output_rate, prompt_tokens, model, demo
    FROM paid),
  job AS (
    INSERT INTO generation (reply_id, conversation_id, fan_id, lease_id, lease_until)
    SELECT reply, conversation, fan, reply, now() + make_interval(secs => lease_ms / 1000) FROM paid),
  leaf AS (
    UPDATE conversation v SET leaf_id = paid.reply, last_message_at = now() FROM paid
    WHERE v.id = paid.conversation AND (paid.names_parent OR v.leaf_id IS NOT DISTINCT FROM paid.parent) RETURNING v.id),
  moved AS (SELECT chat_moved((SELECT count(*) FROM paid), (SELECT count(*) FROM leaf)) AS ok)`;

/**
 * The message path's one writing statement: the charge, the fan's message, the reply's placeholder and its leased job.
 * Members are parallel arrays, so that many can go at once. Rows are written only for members whose charge succeeded.
 * $1–$5 and $14 are ledger_charge's own parameters. A member that is not admitted (`too_many`, `gone`) is not charged: the price that goes to the
 * ledger is null then, which it refuses. Whether the message was paid for before is the caller's next question.
 */
export const SEND = `
  WITH q AS MATERIALIZED (
    SELECT x.* FROM unnest($1::uuid[], $5::bigint[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::bool[])
      WITH ORDINALITY AS x(fan, price, conversation, message, reply, client_id, content, model, demo, o)),
  admitted AS MATERIALIZED (SELECT * FROM chat_admit($1::uuid[], $6::uuid[], $16::uuid[], $15::int)),
  c AS MATERIALIZED (
    SELECT x.*
    FROM (SELECT array_agg(CASE WHEN a.verdict = 'admitted' THEN q.price END ORDER BY q.o) AS prices FROM q JOIN admitted a ON a.ord = q.o) due,
         ledger_charge($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], due.prices, $14::int) x),
  paid AS MATERIALIZED (
    SELECT q.*, c.journal, a.parent, ($16::uuid[])[q.o::int] IS NOT NULL AS names_parent, NULL::bigint AS hold, NULL::bigint AS base, NULL::bigint AS input_rate, NULL::bigint AS output_rate, NULL::int AS prompt_tokens, $13::float8 AS lease_ms
    FROM c JOIN q ON q.o = c.ord JOIN admitted a ON a.ord = c.ord WHERE c.outcome = 'charged'),
  ${WRITE_EXCHANGE}
  SELECT c.ord, CASE WHEN a.verdict = 'admitted' THEN c.outcome ELSE a.verdict END AS outcome, c.journal::text, c.coins_creator::text, c.bonus_creator::text,
         c.coins::text, c.bonus::text, c.coins_held::text, c.bonus_held::text, c.low, paid.parent
  FROM moved, c JOIN admitted a ON a.ord = c.ord LEFT JOIN paid ON paid.o = c.ord WHERE moved.ok ORDER BY c.ord`;

const ONE_EXCHANGE = `
  SELECT $1::uuid AS fan, $2::uuid AS conversation, $3::uuid AS parent, $4::uuid AS message, $5::uuid AS reply, $6::uuid AS client_id, $7::text AS content,
         $8::text AS model, $9::bool AS demo, $10::float8 AS lease_ms`;

/**
 * One exchange without a charge: the preview of one's own persona, or the free alternative of a reply ($13 says which; $15 then is the message that
 * it answers). Outcomes: written, and the verdicts of chat_admit_free.
 */
export const SEND_FREE = `
  WITH q AS (${ONE_EXCHANGE}),
  admitted AS MATERIALIZED (
    SELECT f.* FROM q, chat_admit_free(q.fan, q.conversation, q.parent, $11::int, $13::text, $14::int, q.client_id, $16::uuid, $12::bigint, q.reply, $15::uuid) f),
  paid AS MATERIALIZED (
    SELECT q.fan, q.conversation, q.message, q.reply, q.client_id, q.content, q.model, q.demo, q.lease_ms, a.parent, q.parent IS NOT NULL AS names_parent, NULL::bigint AS journal, NULL::bigint AS hold,
           NULL::bigint AS price, NULL::bigint AS base, NULL::bigint AS input_rate, NULL::bigint AS output_rate, NULL::int AS prompt_tokens
    FROM q, admitted a WHERE a.verdict = 'admitted'),
  ${WRITE_EXCHANGE}
  SELECT CASE WHEN a.verdict = 'admitted' THEN 'written' ELSE a.verdict END AS outcome, a.parent FROM moved, admitted a WHERE moved.ok`;

/** One exchange on a hold of $15, the most that it can come to; rates ($17–$19) are frozen with it. Outcomes: held, and why not. */
export const SEND_HELD = `
  WITH q AS (${ONE_EXCHANGE}),
  admitted AS MATERIALIZED (SELECT a.* FROM q, chat_admit(ARRAY[q.fan], ARRAY[q.conversation], ARRAY[q.parent], $11::int) a),
  h AS MATERIALIZED (
    SELECT x.* FROM q, admitted a,
      ledger_hold(q.fan, $13::uuid, $12::bigint, $14::uuid, CASE WHEN a.verdict = 'admitted' THEN $15::bigint END, $16::int, make_interval(secs => $20::float8 / 1000)) x),
  paid AS MATERIALIZED (
    SELECT q.fan, q.conversation, q.message, q.reply, q.client_id, q.content, q.model, q.demo, q.lease_ms, a.parent, q.parent IS NOT NULL AS names_parent, NULL::bigint AS journal, h.hold,
           NULL::bigint AS price, $21::int AS prompt_tokens, $17::bigint AS base, $18::bigint AS input_rate, $19::bigint AS output_rate
    FROM q, admitted a, h WHERE h.outcome = 'held'),
  ${WRITE_EXCHANGE}
  SELECT CASE WHEN a.verdict = 'admitted' THEN h.outcome ELSE a.verdict END AS outcome, h.hold::text, h.coins::text, h.bonus::text, h.coins_held::text,
         h.bonus_held::text, a.parent
  FROM moved, h, admitted a WHERE moved.ok`;

/** The reply that a charge or a hold ($2: its number) pays for, and what it answers. */
export const EXCHANGE_OF_KEY = `
  SELECT r.id, r.parent_id, CASE WHEN r.hold_id IS NULL THEN coalesce(r.charged_microcoins, 0) ELSE 0 END::text AS charged, coalesce(ledger_held(r.hold_id), 0)::text AS held, s.parent_id AS above
  FROM (SELECT x.id FROM message x WHERE x.journal_id = $1::bigint AND x.role = 'assistant'
        UNION SELECT x.id FROM message x WHERE x.hold_id = $1::bigint AND x.role = 'assistant') paid
    JOIN message r ON r.id = paid.id LEFT JOIN message s ON s.id = r.parent_id
  WHERE r.fan_id = $2::uuid`;

/** The same of an exchange that was free. */
export const EXCHANGE_OF_CLIENT_ID = `
  SELECT r.id, r.parent_id, '0' AS charged, '0' AS held, s.parent_id AS above, f.request_hash::text
  FROM free_exchange f JOIN message r ON r.id = f.reply_id LEFT JOIN message s ON s.id = r.parent_id
  WHERE f.fan_id = $1::uuid AND f.client_message_id = $2::uuid`;
