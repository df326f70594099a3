import { actorOf, registerActor, type WatchingSocket } from '@troupe/test-kit/actors';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { hasRedis, type RedisServer, startRedis } from '@troupe/test-kit/redis';
import { until } from '@troupe/test-kit/until';
import { type Cast, openWorld, type World } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { testEnv } from './support/boot.ts';
import { enter, type Scene, say, sayPaid } from './support/chat.ts';
import { type ApiProcess, startApiProcess } from './support/process.ts';

const WELCOME = 30_000_000;
const WORDS = Array.from({ length: 60 }, (_, n) => `word${n} `);

// A machine without redis-server can't run these; `.ci/run` installs it where it may.
(hasRedis() ? describe : describe.skip)('two API processes with a Redis between them', () => {
  let database: TestDatabase;
  let llm: LlmServer;
  let world: World;
  let cast: Cast;
  let redis: RedisServer;
  let first: ApiProcess;
  let second: ApiProcess;
  let env: Record<string, string>;
  const closers: (() => void)[] = [];
  const closing = { add: (close: () => void) => void closers.push(close) };

  beforeAll(async () => {
    [database, llm, redis] = await Promise.all([createTestDatabase(), startLlmServer(), startRedis()]);
    world = openWorld(database.url);
    cast = await world.addCast();
    env = testEnv(database.url, llm.baseUrl, {
      REDIS_URL: redis.url,
      LLM_FIRST_TOKEN_TIMEOUT_MS: '60000',
      LLM_IDLE_TIMEOUT_MS: '60000',
      REPLY_LEASE_MS: '1000',
      REPLY_SAVE_INTERVAL_MS: '300',
      SWEEP_INTERVAL_MS: '200',
    });
  });
  beforeEach(async () => {
    [first, second] = await Promise.all([startApiProcess(env), startApiProcess(env)]);
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) close();
    await Promise.all([first.kill('SIGKILL'), second.kill('SIGKILL')]);
    expect(await faultsIn(world)).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all([llm.close(), world.close(), redis.kill()]);
    await database.drop();
  });

  /** One fan on two devices, each connected to another process; both watch the same conversation. */
  const arrive = async (): Promise<{ here: Scene; there: Scene }> => {
    const fan = await registerActor(first.origin, closing, 'Ben');
    const here = await enter(fan, cast.personaId);
    const other = actorOf(second.origin, closing, fan.session);
    const socket = await other.openSocket();
    const joined = await socket.emit('joinRoom', { conversationId: here.conversationId });
    if (!joined.ok) throw new Error(joined.code);
    return { here, there: { fan: other, socket, conversationId: here.conversationId } };
  };
  const textOf = (socket: WatchingSocket) =>
    socket
      .eventsOf('messageDelta')
      .map((delta) => delta.text)
      .join('');
  const endOn = (socket: WatchingSocket, replyId: string) =>
    until(
      'the end',
      () =>
        socket.eventsOf('messageDone').find((event) => event.replyId === replyId) ??
        socket.eventsOf('messageFailed').find((event) => event.replyId === replyId),
      10_000,
    );

  it('let a stream be followed from both, without a missing or doubled character', async () => {
    llm.script({ kind: 'reply', words: WORDS, wordDelayMs: 5 });
    const { here, there } = await arrive();
    const { replyId } = await sayPaid(here, 'Tell me');
    const [ours, theirs] = await Promise.all([endOn(here.socket, replyId), endOn(there.socket, replyId)]);
    expect(ours).toEqual(theirs);
    expect(textOf(here.socket)).toBe(WORDS.join(''));
    expect(textOf(there.socket)).toBe(WORDS.join(''));
    expect(there.socket.eventsOf('message')).toHaveLength(2);
    await until('the balance on both', () => there.socket.eventsOf('balance').length > 0);
  });

  it('let a device join in the middle, at the process that does not run the reply', async () => {
    llm.script({ kind: 'hang', afterWords: ['Once upon ', 'a time'] });
    const { here, there } = await arrive();
    const { replyId } = await sayPaid(here, 'Tell me');
    await until('the words', () => textOf(here.socket) === 'Once upon a time');
    const late = await there.fan.openSocket();
    const joined = await late.emit('joinRoom', { conversationId: here.conversationId });
    expect(joined).toMatchObject({ ok: true, active: [{ replyId, text: 'Once upon a time' }] });
    await there.socket.emit('stopGeneration', { replyId });
    await endOn(late, replyId);
  });

  it('let a reply be stopped from the other one, which closes the provider’s connection', async () => {
    llm.script({ kind: 'hang', afterWords: ['Once upon a time'] });
    const before = llm.abandoned;
    const { here, there } = await arrive();
    const { replyId } = await sayPaid(here, 'Tell me');
    await until('the words', () => textOf(there.socket) === 'Once upon a time');
    expect(await there.socket.emit('stopGeneration', { replyId })).toEqual({ ok: true });
    expect(await endOn(there.socket, replyId)).toMatchObject({ status: 'stopped', content: 'Once upon a time' });
    expect(await endOn(here.socket, replyId)).toMatchObject({ status: 'stopped' });
    await until('the provider to see it', () => llm.abandoned === before + 1);
  });

  it('carry on when one is killed: its reply is settled by the other, which takes new messages', async () => {
    llm.script({ kind: 'hang' });
    const { here, there } = await arrive();
    const { replyId } = await sayPaid(here, 'Tell me');
    await first.kill('SIGKILL');
    expect(await endOn(there.socket, replyId)).toMatchObject({ code: 'generation_interrupted', refunded: true });
    llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
    const again = await sayPaid(there, 'And now?');
    expect(await endOn(there.socket, again.replyId)).toMatchObject({ status: 'done', content: 'Well met.' });
  });

  it('answer the same message sent to both at once equally, and charge once', async () => {
    llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
    const { here, there } = await arrive();
    const clientMessageId = crypto.randomUUID();
    const acks = await Promise.all(
      [here, there, here, there, here].map((scene) => say(scene, 'Once', clientMessageId)),
    );
    expect(new Set(acks.map((ack) => ack.ok && `${ack.messageId} ${ack.replyId} ${ack.chargedMicrocoins}`)).size).toBe(
      1,
    );
    if (acks[0]?.ok) await endOn(there.socket, acks[0].replyId);
    expect((await there.fan.api.coin.balance(there.fan.userId)).balanceMicrocoins).toBe(WELCOME - 2_000_000);
  });

  it('go on each by itself when Redis dies', async () => {
    llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
    const { here, there } = await arrive();
    await redis.kill();
    for (const scene of [here, there]) {
      const { replyId } = await sayPaid(scene, 'Still there?');
      expect(await endOn(scene.socket, replyId)).toMatchObject({ status: 'done', content: 'Well met.' });
    }
    redis = await startRedis();
  });
});
