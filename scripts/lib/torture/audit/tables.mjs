/** What fans said in this run and what was replied, with what the messages say about money. */
const MESSAGES = `
  SELECT id, conversation_id AS "conversationId", fan_id AS "fanId", parent_id AS "parentId", role, status, content, failure_code AS "failureCode",
         client_message_id AS "clientMessageId", journal_id::text AS journal, charged_microcoins::text AS charged, refunded,
         extract(epoch FROM finished_at - created_at)::float8 AS seconds,
         to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
  FROM message WHERE client_message_id IS NOT NULL OR journal_id IS NOT NULL`;

/** Each journal as the spendable coins and bonus of each person felt it, in microcoins. */
const FELT = `
  SELECT side.journal::text AS journal, side.reverses::text AS reverses, w.owner_id AS "ownerId", sum(side.delta)::text AS delta
  FROM (SELECT journal, reverses, debit AS account, -amount AS delta FROM ledger_transfer
        UNION ALL SELECT journal, reverses, credit, amount FROM ledger_transfer) AS side
  JOIN wallet w ON w.id = side.account >> 5
  WHERE side.account & 31 IN (1, 2)
  GROUP BY 1, 2, 3`;

const WALLETS = `
  SELECT owner_id AS "ownerId", (coins + bonus)::text AS posted, (coins_held + bonus_held)::text AS held FROM wallet`;

const PAYMENTS = `
  SELECT id, user_id AS "fanId", status, pack_id AS "packId", journal_id::text AS journal,
         (coins_microcoins + bonus_microcoins)::text AS microcoins
  FROM payment`;

/** Everything that the audit compares with what the clients were told. Amounts are bigints. */
export async function readTables(postgres) {
  const [messages, felt, wallets, payments] = await Promise.all(
    [MESSAGES, FELT, WALLETS, PAYMENTS].map((text) => postgres.query(text)),
  );
  for (const row of messages) row.charged = row.charged === null ? null : BigInt(row.charged);
  for (const row of felt) row.delta = BigInt(row.delta);
  for (const row of payments) row.microcoins = BigInt(row.microcoins);
  const said = messages.filter(({ role }) => role === 'user');
  const replies = messages.filter(({ role }) => role === 'assistant');
  return {
    said,
    replies,
    payments,
    saidByClientId: Map.groupBy(said, ({ clientMessageId }) => clientMessageId),
    repliesByJournal: Map.groupBy(replies, ({ journal }) => journal),
    feltByJournal: Map.groupBy(felt, ({ journal }) => journal),
    reversalsOf: Map.groupBy(
      felt.filter(({ reverses }) => reverses !== null),
      ({ reverses }) => reverses,
    ),
    /** Journals that took coins from somebody and take nothing back. */
    charges: felt.filter(({ delta, reverses }) => delta < 0n && reverses === null),
    /** Journals that gave somebody coins and take nothing back. */
    credits: felt.filter(({ delta, reverses }) => delta > 0n && reverses === null),
    walletOf: new Map(
      wallets.map(({ ownerId, posted, held }) => [ownerId, { posted: BigInt(posted), held: BigInt(held) }]),
    ),
  };
}
