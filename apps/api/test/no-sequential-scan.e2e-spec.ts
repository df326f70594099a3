import { randomUUID } from 'node:crypto';
import type { Cast } from '@troupe/test-kit/world';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, say, sayPaid } from './support/chat.ts';

const OTHERS = 3_000;

describe('the message path', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    // The sweeper reads all that is running, on purpose: it comes once before the walk, and not again within it.
    house = await openHouse({ SWEEP_INTERVAL_MS: '60000' });
    cast = await house.world.addCast();
    // Enough of everything that a scan is never the cheaper way.
    await house.world.query(
      `WITH people AS (INSERT INTO app_user (id, email, name, roles) SELECT uuidv7(), n || '@crowd.local', 'Crowd', '{fan}' FROM generate_series(1, $2::int) n RETURNING id),
         wallets AS (INSERT INTO wallet (owner_id) SELECT id FROM people RETURNING id, owner_id),
         conversations AS (INSERT INTO conversation (id, fan_id, persona_id, fan_name) SELECT uuidv7(), owner_id, $1, 'Crowd' FROM wallets RETURNING id, fan_id),
         keys AS (INSERT INTO ledger_key (owner, key, request_hash, journal) SELECT id, gen_random_uuid(), 1, 0 FROM wallets),
         running AS (INSERT INTO generation (reply_id, conversation_id, fan_id, lease_id, lease_until) SELECT uuidv7(), id, fan_id, uuidv7(), now() + interval '1 hour' FROM conversations),
         free AS (INSERT INTO free_exchange (fan_id, client_message_id, request_hash, reply_id) SELECT fan_id, uuidv7(), 1, uuidv7() FROM conversations),
         memories AS (INSERT INTO conversation_memory (conversation_id, covered_upto, text) SELECT id, uuidv7(), 'Text' FROM conversations),
         days AS (INSERT INTO chat_day (fan_id, day) SELECT fan_id, current_date - 1 FROM conversations)
       INSERT INTO message (id, conversation_id, fan_id, role, status, content, finished_at)
       SELECT uuidv7(), id, fan_id, 'assistant', 'done', 'Come in.', now() FROM conversations`,
      [cast.personaId, OTHERS],
    );
    await house.world.query(
      `INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind)
       SELECT nextval('ledger_journal_seq'), 1, 33, 34, 1, 37 FROM generate_series(1, $1::int)`,
      [OTHERS],
    );
    await house.world.query('VACUUM ANALYZE');
  });
  afterAll(async () => house.close());

  /** Sequential scans of each table that grows, by all connections of this database so far. */
  const scans = async (): Promise<Record<string, number>> => {
    // A connection that ends hands in what it counted.
    await house.world.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> ''`,
    );
    const rows = await house.world.query<{ name: string; scans: string }>(
      `SELECT relname AS name, seq_scan AS scans FROM pg_stat_user_tables
       WHERE relname ~ '^(message|generation|conversation|wallet|free_exchange|chat_day|ledger_(transfer|key|hold))' AND n_live_tup >= 100`,
    );
    return Object.fromEntries(rows.map((row) => [row.name, Number(row.scans)]));
  };
  const wish = async (scene: Scene, event: 'regenerate' | 'continueReply', messageId: string) => {
    const ack = await scene.socket.emit(event, {
      conversationId: scene.conversationId,
      clientMessageId: randomUUID(),
      messageId,
    });
    if (!ack.ok) throw new Error(`refused: ${ack.code}`);
    await endOf(scene, ack.replyId);
    return ack;
  };
  /** What a fan does beside talking. */
  const keep = async ({ fan: { api }, conversationId }: Scene, messageId: string) => {
    await api.chat.conversations({ q: 'first' });
    await api.chat.updateConversation(conversationId, { pinned: true });
    await api.chat.markRead(conversationId);
    await api.chat.react(messageId, '👍');
    for (const format of ['markdown', 'json'] as const) await api.chat.exportConversation(conversationId, { format });
    await api.chat.writeMemory(conversationId, 'Ben is a baker.');
    await api.chat.showBranch(conversationId, messageId);
    await api.chat.deleteMessage(messageId);
    await api.chat.deleteConversation(conversationId);
  };
  const walk = async (scene: Scene) => {
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
    const clientMessageId = randomUUID();
    const first = await say(scene, 'First', clientMessageId);
    if (!first.ok) throw new Error(`refused: ${first.code}`);
    await endOf(scene, first.replyId);
    await say(scene, 'First', clientMessageId);
    await wish(scene, 'regenerate', first.replyId);
    const more = await wish(scene, 'continueReply', first.replyId);
    await wish(scene, 'regenerate', more.replyId);
    house.llm.script({ kind: 'hang' });
    const stopped = await sayPaid(scene, 'Stop at once');
    await scene.socket.emit('stopGeneration', { replyId: stopped.replyId });
    await endOf(scene, stopped.replyId);
    await scene.fan.api.chat.messages(scene.conversationId);
    await scene.fan.api.chat.conversations();
    await keep(scene, stopped.messageId);
  };

  it('scans no table from end to end: sending, retrying, regenerating, continuing, stopping, settling, reading and keeping order', async () => {
    const scene = await enter(await house.register(), cast.personaId);
    const before = await scans();
    const counted = Object.keys(before);
    await walk(scene);
    const after = await scans();
    expect(counted).toEqual(expect.arrayContaining(['conversation', 'conversation_memory', 'generation', 'wallet']));
    for (const partitioned of ['message_', 'ledger_transfer_', 'ledger_key_']) {
      expect(counted.some((name) => name.startsWith(partitioned))).toBe(true);
    }
    for (const name of counted) expect([name, after[name]]).toEqual([name, before[name]]);
  });
});
