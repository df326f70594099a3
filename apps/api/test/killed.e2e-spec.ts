import { type Actor, actorOf, registerActor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { Client } from 'pg';
import { earnedBy } from './support/books.ts';
import { enter, type Scene, sayPaid } from './support/chat.ts';
import { type ApiProcess, type DeathStage, openDeathStage, startApiProcess } from './support/process.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;
const WORDS =
  'Listen: the lamp turns and the ships go by and every keeper learns the slow sums of light on moving water. '.split(
    /(?<= )/,
  );

describe('when the process dies', () => {
  let stage: DeathStage;
  let llm: DeathStage['llm'];
  let world: DeathStage['world'];
  let cast: DeathStage['cast'];
  let env: DeathStage['env'];
  let closing: DeathStage['closing'];
  let api: ApiProcess;

  beforeAll(async () => {
    stage = await openDeathStage({ REPLY_LEASE_MS: '500', SWEEP_INTERVAL_MS: '100', SHUTDOWN_GRACE_MS: '3000' });
    ({ llm, world, cast, env, closing } = stage);
  });
  beforeEach(async () => {
    api = await startApiProcess(env);
  });
  afterEach(() => stage.clear(api));
  afterAll(() => stage.close());

  const restarted = async (scene: Scene): Promise<Actor> => {
    api = await startApiProcess(env);
    return actorOf(api.origin, closing, scene.fan.session);
  };
  const settled = async (fan: Actor, scene: Scene) =>
    until('the reply to be settled', async () => {
      const { items } = await fan.api.chat.messages(scene.conversationId);
      const reply = items.at(-1);
      return reply !== undefined && !['queued', 'streaming'].includes(reply.status) && reply;
    });

  it('SIGKILL before the first token: after the restart the coins are back and the share is gone', async () => {
    llm.script({ kind: 'hang' });
    const before = await earnedBy(world, cast.creatorId);
    const scene = await enter(await registerActor(api.origin, closing), cast.personaId);
    const { replyId } = await sayPaid(scene, 'Are you there?');
    await api.kill('SIGKILL');
    const fan = await restarted(scene);
    expect(await settled(fan, scene)).toMatchObject({
      status: 'failed',
      failureCode: 'generation_interrupted',
      charge: { chargedMicrocoins: PRICE, refundedMicrocoins: PRICE },
    });
    expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(WELCOME);
    expect(await fan.api.coin.receipt(replyId)).toMatchObject({
      status: 'refunded',
      subject: { reason: 'generation_interrupted' },
    });
    expect(await earnedBy(world, cast.creatorId)).toEqual(before);
  });

  it('SIGKILL after a sentence was saved: the text stays and the price stands', async () => {
    llm.script({ kind: 'hang', afterWords: WORDS });
    const scene = await enter(await registerActor(api.origin, closing), cast.personaId);
    const { replyId } = await sayPaid(scene, 'Tell me of the sea');
    await until('the text to be saved', async () => {
      const [row] = await world.query<{ content: string }>('SELECT content FROM generation WHERE reply_id = $1', [
        replyId,
      ]);
      return row?.content === WORDS.join('');
    });
    await api.kill('SIGKILL');
    const fan = await restarted(scene);
    expect(await settled(fan, scene)).toMatchObject({
      status: 'done',
      content: WORDS.join(''),
      failureCode: 'generation_interrupted',
      charge: { refundedMicrocoins: 0 },
    });
    expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(WELCOME - PRICE);
  });

  it('SIGKILL with twenty replies under way: every one is answered or refunded, none twice', async () => {
    llm.script({ kind: 'reply', words: WORDS, wordDelayMs: 15 });
    const scenes = await Promise.all(
      Array.from({ length: 20 }, async () => enter(await registerActor(api.origin, closing), cast.personaId)),
    );
    await Promise.all(scenes.map((scene) => sayPaid(scene, 'All at once')));
    await api.kill('SIGKILL');
    api = await startApiProcess(env);
    await until('nothing to be in progress', async () => {
      const [row] = await world.query<{ open: number }>('SELECT count(*)::int AS open FROM generation');
      return row?.open === 0;
    });
  });

  it('SIGTERM lets a running reply finish, turns new ones away, and exits with 0', async () => {
    llm.script({ kind: 'reply', words: WORDS, wordDelayMs: 30 });
    const scene = await enter(await registerActor(api.origin, closing), cast.personaId);
    const { replyId } = await sayPaid(scene, 'Quickly, before you go');
    await until('the first delta', () => scene.socket.eventsOf('messageDelta').length > 0);
    expect(await api.kill('SIGTERM')).toBe(0);
    const [row] = await world.query('SELECT status, content, refunded FROM message WHERE id = $1', [replyId]);
    expect(row).toEqual({ status: 'done', content: WORDS.join(''), refunded: false });
  });

  it('SIGTERM turns readiness red at once, also while the work of a module waits for the database', async () => {
    const lock = new Client({ connectionString: stage.databaseUrl });
    await lock.connect();
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE generation IN ACCESS EXCLUSIVE MODE');
    await until('a sweep that waits', async () => {
      const [row] = await world.query<{ waiting: number }>(
        "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%orphans%'",
      );
      return row !== undefined && row.waiting > 0;
    });
    const exited = api.kill('SIGTERM');
    const ready = async () => (await fetch(`${api.origin}/health/ready`)).status;
    try {
      await until('readiness to be red', async () => (await ready()) === 503, 1_000);
    } finally {
      await lock.end();
    }
    expect(await exited).toBe(0);
  });

  it('SIGTERM with a reply that never ends settles it after the grace', async () => {
    llm.script({ kind: 'hang' });
    await api.kill('SIGKILL');
    api = await startApiProcess({ ...env, SHUTDOWN_GRACE_MS: '100', LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
    const scene = await enter(await registerActor(api.origin, closing), cast.personaId);
    const { replyId } = await sayPaid(scene, 'Hello?');
    expect(await api.kill('SIGTERM')).toBe(0);
    const [row] = await world.query('SELECT status, failure_code, refunded FROM message WHERE id = $1', [replyId]);
    expect(row).toEqual({ status: 'failed', failure_code: 'generation_interrupted', refunded: true });
  });
});
