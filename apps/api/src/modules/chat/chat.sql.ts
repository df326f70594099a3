/** The statements of the message path, and reads of conversations; each is one round trip. */

/** What sending needs to know, in one read: whose conversation, and with whom. */
export const CONVERSATION_FOR_SEND = `
  SELECT c.persona_id, c.fan_name FROM conversation c WHERE c.id = $1::uuid AND c.fan_id = $2::uuid`;

/**
 * What was said before message $3, newest first: it is read while that message is being written, and may or may not see it.
 * A reply that failed was taken back: it never happened in the story.
 */
export const HISTORY_FOR_PROMPT = `
  SELECT role, content FROM message
  WHERE conversation_id = $1::uuid AND id < $3::uuid AND status <> 'failed' AND content <> ''
  ORDER BY id DESC LIMIT $2::int`;

/**
 * The message path's one writing statement: the charge, the fan's message and the reply's placeholder, which is the leased job.
 * Members are parallel arrays, so that many can go at once. Rows are written only for members whose charge succeeded.
 * $1–$5 and $14 are ledger_charge's own parameters. A fan who has $15 replies running is not charged (outcome `too_many`): the price that goes
 * to the ledger is null then, which it refuses. Whether the message was paid for before is the caller's next question.
 */
export const SEND = `
  WITH q AS MATERIALIZED (
    SELECT x.* FROM unnest($1::uuid[], $5::bigint[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::bool[])
      WITH ORDINALITY AS x(fan, price, conversation, message, reply, client_id, content, model, demo, o)),
  admitted AS MATERIALIZED (SELECT chat_admit($1::uuid[], $5::bigint[], $15::int) AS prices),
  c AS MATERIALIZED (
    SELECT x.*, a.prices[x.ord] IS NULL AS too_many
    FROM admitted a, ledger_charge($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], a.prices, $14::int) x),
  leaves AS MATERIALIZED (
    -- Read afresh, after the charge waited for the wallets: the argument depends on what it answered.
    SELECT l.* FROM (SELECT array_agg(q.conversation) AS all FROM c JOIN q ON q.o = c.ord WHERE c.outcome = 'charged') charged, chat_leaves(charged.all) l),
  paid AS MATERIALIZED (
    SELECT q.*, c.journal, l.leaf AS parent
    FROM c JOIN q ON q.o = c.ord LEFT JOIN leaves l ON l.conversation = q.conversation WHERE c.outcome = 'charged'),
  said AS (
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, client_message_id, journal_id, finished_at)
    SELECT message, conversation, fan, parent, 'user', 'done', content, client_id, journal, now() FROM paid),
  reply AS (
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, journal_id, charged_microcoins, model, demo_voice, lease_id, lease_until)
    SELECT reply, conversation, fan, message, 'assistant', 'queued', '', journal, price, model, demo, reply, now() + make_interval(secs => $13::float8 / 1000)
    FROM paid),
  leaf AS (
    UPDATE conversation v SET leaf_id = paid.reply, last_message_at = now() FROM paid WHERE v.id = paid.conversation)
  SELECT c.ord, CASE WHEN c.too_many THEN 'too_many' ELSE c.outcome END AS outcome, c.journal::text, c.coins_creator::text, c.bonus_creator::text,
         c.coins::text, c.bonus::text, c.coins_held::text, c.bonus_held::text, c.low, paid.parent
  FROM c LEFT JOIN paid ON paid.o = c.ord ORDER BY c.ord`;

/**
 * The same without a charge, for the preview of one's own persona; the unique index on client ids guards retries.
 * Outcome: written | duplicate | too_many ($11 replies are running) | limited ($10 previews a day).
 */
export const SEND_PREVIEW = `
  WITH admitted AS MATERIALIZED (SELECT chat_admit_preview($4::uuid, $11::int, $10::int) AS outcome),
  said AS (
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, client_message_id, finished_at)
    SELECT $2::uuid, $1::uuid, $4::uuid, (SELECT leaf FROM chat_leaves(ARRAY[$1::uuid])), 'user', 'done', $6::text, $5::uuid, now()
    FROM admitted WHERE admitted.outcome = 'admitted'
    ON CONFLICT (fan_id, client_message_id) WHERE role = 'user' AND journal_id IS NULL AND client_message_id IS NOT NULL DO NOTHING
    RETURNING parent_id),
  reply AS (
    INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, model, demo_voice, lease_id, lease_until)
    SELECT $3::uuid, $1::uuid, $4::uuid, $2::uuid, 'assistant', 'queued', '', $7::text, $8::bool, $3::uuid, now() + make_interval(secs => $9::float8 / 1000)
    FROM said),
  leaf AS (UPDATE conversation SET leaf_id = $3::uuid, last_message_at = now() WHERE id = $1::uuid AND EXISTS (SELECT FROM said))
  SELECT CASE WHEN EXISTS (SELECT FROM said) THEN 'written' WHEN outcome = 'admitted' THEN 'duplicate' ELSE outcome END AS outcome,
         (SELECT parent_id FROM said) AS parent
  FROM admitted`;

/** The two messages that a charge paid for. */
export const EXCHANGE_OF_JOURNAL = `
  SELECT id, role, parent_id, charged_microcoins::text AS charged FROM message WHERE journal_id = $1::bigint AND fan_id = $2::uuid`;

/** The two messages of a preview. */
export const EXCHANGE_OF_PREVIEW = `
  SELECT m.id AS message_id, r.id AS reply_id, m.parent_id, m.conversation_id, m.content
  FROM message m JOIN message r ON r.conversation_id = m.conversation_id AND r.parent_id = m.id
  WHERE m.fan_id = $1::uuid AND m.client_message_id = $2::uuid AND m.role = 'user' AND m.journal_id IS NULL`;

/** A meeting point for all who would open a conversation of fan $1 with persona $2. */
export const LOCK_OPENING = `SELECT pg_advisory_xact_lock(hashtextextended('conversation:' || $1::uuid || ':' || $2::uuid, 0))`;

/** A fan's conversations, the one with the newest message first, each with its last line. */
export const LIST_CONVERSATIONS = `
  SELECT c.id, c.persona_id, c.last_message_at, l.role, l.content
  FROM conversation c
  JOIN LATERAL (
    SELECT m.role, left(m.content, 200) AS content FROM message m WHERE m.conversation_id = c.id AND m.content <> '' ORDER BY m.id DESC LIMIT 1
  ) l ON true
  WHERE c.fan_id = $1::uuid AND ($2::timestamptz IS NULL OR (c.last_message_at, c.id) < ($2::timestamptz, $3::uuid))
  ORDER BY c.last_message_at DESC, c.id DESC LIMIT $4::int`;

/** What charges were for; $2: only those of this fan, or null for all. */
export const SUBJECTS_OF_JOURNALS = `
  SELECT m.journal_id::text AS journal, m.id AS message_id, m.conversation_id, c.persona_id, m.failure_code, m.refunded
  FROM message m JOIN conversation c ON c.id = m.conversation_id
  WHERE m.journal_id = ANY ($1::bigint[]) AND m.role = 'assistant' AND ($2::uuid IS NULL OR m.fan_id = $2::uuid)`;

export const JOURNAL_OF_MESSAGE = `
  SELECT journal_id::text AS journal FROM message WHERE id = $1::uuid AND fan_id = $2::uuid AND journal_id IS NOT NULL`;
