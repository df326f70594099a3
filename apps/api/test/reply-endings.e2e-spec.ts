import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { Client } from 'pg';
import { faultsIn } from './support/books.ts';
import { type House, openWiredHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';
import type { DatabaseProxy } from './support/database-proxy.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;
const WORDS =
  'Listen: the lamp turns and the ships go by and every keeper learns the slow sums of light on moving water. '.split(
    /(?<= )/,
  );

describe('a reply ends once, and whoever watches it is told', () => {
  let house: House & { wire: DatabaseProxy };
  let cast: Cast;

  beforeAll(async () => {
    house = await openWiredHouse({
      REPLY_LEASE_MS: '4000',
      SWEEP_INTERVAL_MS: '100',
      REPLY_SAVE_INTERVAL_MS: '200',
      LLM_FIRST_TOKEN_TIMEOUT_MS: '60000',
      LLM_IDLE_TIMEOUT_MS: '60000',
    });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] }));
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const arrive = async () => enter(await house.register(), cast.personaId);
  const rowOf = async (replyId: string) =>
    (await house.world.query('SELECT status, content, refunded FROM message WHERE id = $1', [replyId]))[0];
  const begin = async (scene: Scene) => {
    house.llm.script({ kind: 'hang' });
    return (await sayPaid(scene, 'Are you there?')).replyId;
  };
  /** Takes a reply from its process, as if that had died a while ago. */
  const orphan = (replyId: string) =>
    house.world.query(
      `UPDATE generation SET lease_id = gen_random_uuid(), lease_until = now() - interval '1 s' WHERE reply_id = $1`,
      [replyId],
    );
  const lockWallet = async (ownerId: string) => {
    const client = new Client({ connectionString: house.databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM wallet WHERE owner_id = $1 FOR UPDATE', [ownerId]);
    return async () => client.end();
  };

  it('keeps the whole text of a reply that ended while the database was away for a while', async () => {
    house.llm.script({ kind: 'reply', words: WORDS, wordDelayMs: 10 });
    const scene = await arrive();
    const { replyId } = await sayPaid(scene, 'Tell me of the sea');
    await until('a few words', () => scene.socket.eventsOf('messageDelta').length > 2);
    house.wire.cut();
    await delay(1_500);
    house.wire.restore();
    expect(await endOf(scene, replyId)).toMatchObject({ kind: 'done', status: 'done', content: WORDS.join('') });
    expect(await rowOf(replyId)).toEqual({ status: 'done', content: WORDS.join(''), refunded: false });
  });

  it('announces a reply whose settling was answered by nobody', async () => {
    const scene = await arrive();
    const before = house.wire.swallowed;
    house.wire.swallowAnswerTo('chat-finish');
    const { replyId } = await sayPaid(scene, 'Hello');
    expect(await endOf(scene, replyId)).toMatchObject({
      kind: 'done',
      status: 'done',
      content: 'Well met.',
      receipt: { chargedMicrocoins: PRICE, refundedMicrocoins: 0 },
    });
    expect(house.wire.swallowed).toBe(before + 1);
  });

  it('announces a refund whose settling was answered by nobody, with the balance', async () => {
    house.llm.script({ kind: 'status', status: 500 });
    const scene = await arrive();
    house.wire.swallowAnswerTo('chat-settle');
    const { replyId } = await sayPaid(scene, 'Hello');
    expect(await endOf(scene, replyId)).toMatchObject({
      kind: 'failed',
      code: 'provider_failed',
      refunded: true,
      receipt: { chargedMicrocoins: PRICE, refundedMicrocoins: PRICE },
    });
    await until('the balance', () => scene.socket.eventsOf('balance').at(-1)?.balanceMicrocoins === WELCOME);
  });

  it('announces what another process settled', async () => {
    house.llm.script({ kind: 'hang', afterWords: ['Hm'] });
    const scene = await arrive();
    const { replyId } = await sayPaid(scene, 'Hello');
    await until('the first words', () => scene.socket.eventsOf('messageDelta').length > 0);
    await house.world.query(
      `SELECT s.ledger FROM generation g,
         chat_settle(g.reply_id, g.lease_id, 'failed', 'H', true, 'generation_interrupted', NULL, NULL, false, 20, NULL) s WHERE g.reply_id = $1`,
      [replyId],
    );
    expect(await endOf(scene, replyId)).toMatchObject({
      kind: 'failed',
      code: 'generation_interrupted',
      content: 'H',
      refunded: true,
    });
    await until('the balance', () => scene.socket.eventsOf('balance').at(-1)?.balanceMicrocoins === WELCOME);
  });

  it('settles the replies of others while one fan’s wallet is locked, and that fan’s when it is free again', async () => {
    const [locked, free] = await Promise.all([arrive(), arrive()]);
    const blockedReply = await begin(locked);
    const freeReply = await begin(free);
    const unlock = await lockWallet(locked.fan.userId);
    await orphan(blockedReply);
    await orphan(freeReply);
    expect(await endOf(free, freeReply, 3_000)).toMatchObject({ kind: 'failed', refunded: true });
    expect(await rowOf(blockedReply)).toMatchObject({ refunded: false });
    await unlock();
    expect(await endOf(locked, blockedReply)).toMatchObject({ kind: 'failed', refunded: true });
  });

  it('settles the others when one reply can’t be settled at all', async () => {
    const [poisoned, healthy] = await Promise.all([arrive(), arrive()]);
    await house.world.query(
      `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$;
       CREATE TRIGGER poison BEFORE UPDATE ON message FOR EACH ROW
       WHEN (NEW.status = 'failed' AND NEW.fan_id = '${poisoned.fan.userId}') EXECUTE FUNCTION poison()`,
    );
    const bad = await begin(poisoned);
    const good = await begin(healthy);
    await orphan(bad);
    await orphan(good);
    expect(await endOf(healthy, good, 3_000)).toMatchObject({ kind: 'failed', refunded: true });
    expect(await rowOf(bad)).toMatchObject({ refunded: false });
    await house.world.query('DROP TRIGGER poison ON message');
    expect(await endOf(poisoned, bad)).toMatchObject({ kind: 'failed', refunded: true });
  });

  it('keeps a lost connection from changing anything: the reply goes on and waits', async () => {
    house.llm.script({ kind: 'reply', words: ['a ', 'b ', 'c ', 'd'], wordDelayMs: 40 });
    const scene = await arrive();
    const { replyId } = await sayPaid(scene, 'I will be gone');
    scene.socket.close();
    const watcher = await scene.fan.openSocket();
    await watcher.emit('joinRoom', { conversationId: scene.conversationId });
    await endOf({ ...scene, socket: watcher }, replyId);
    const { items } = await scene.fan.api.chat.messages(scene.conversationId);
    expect(items.at(-1)).toMatchObject({ content: 'a b c d', status: 'done' });
  });

  it('keeps a conversation from being deleted while one of its paid replies is under way', async () => {
    const scene = await arrive();
    const replyId = await begin(scene);
    const remove = () => house.world.query('DELETE FROM conversation WHERE id = $1', [scene.conversationId]);
    await expect(remove()).rejects.toMatchObject({ code: '23001' });
    await expect(house.world.query('DELETE FROM app_user WHERE id = $1', [scene.fan.userId])).rejects.toMatchObject({
      code: '23001',
    });
    await scene.socket.emit('stopGeneration', { replyId });
    expect(await endOf(scene, replyId)).toMatchObject({ status: 'stopped', receipt: { refundedMicrocoins: PRICE } });
    // Its charge was taken back: it may go. Not for good here, because the books of this test are checked by their replies.
    const client = new Client({ connectionString: house.databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    const deleted = await client.query('DELETE FROM conversation WHERE id = $1', [scene.conversationId]);
    await client.end();
    expect(deleted.rowCount).toBe(1);
  });
});
