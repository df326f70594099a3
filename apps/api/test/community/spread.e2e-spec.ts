import { randomUUID } from 'node:crypto';
import { type Actor, registerActor } from '@troupe/test-kit/actors';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';
import { testEnv } from '../support/boot.ts';
import { addFollowers, signInAgain } from '../support/community.ts';
import { type ApiProcess, startApiProcess } from '../support/process.ts';

const FOLLOWERS = 1_800;
const NO_LLM = 'http://127.0.0.1:9';

describe('a post to many followers', () => {
  let database: TestDatabase;
  let world: World;
  const running: ApiProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    world = openWorld(database.url);
  });
  afterAll(async () => {
    await Promise.all(running.map((api) => api.kill('SIGKILL')));
    await world.close();
    await database.drop();
  });

  const start = async (settings: Record<string, string>): Promise<ApiProcess> => {
    const env = testEnv(database.url, NO_LLM, { NOTIFICATION_INTERVAL_MS: '100', ...settings });
    const api = await startApiProcess(env);
    running.push(api);
    return api;
  };
  /** Makes somebody the creator of the world's cast. */
  const actAs = async (api: ApiProcess, creatorId: string): Promise<Actor> => {
    const actor = await registerActor(api.origin, { add: () => undefined });
    await world.query(
      `WITH as_creator AS (INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'kept', 'Kept')),
            taken AS (UPDATE persona SET creator_id = $1 WHERE creator_id = $2)
       UPDATE app_user SET roles = '{fan,creator}' WHERE id = $1`,
      [actor.userId, creatorId],
    );
    return signInAgain(actor);
  };
  const told = async () =>
    world.query<{ rows: number; people: number; step: string }>(
      `SELECT count(*)::int AS rows, count(DISTINCT user_id)::int AS people, (SELECT step::text FROM notification_spread) AS step FROM notification`,
    );

  it('is told part by part: a process that is killed in the middle leaves whole parts, and others tell the rest, each once', async () => {
    const cast = await world.addCast();
    await addFollowers(world, cast.personaId, FOLLOWERS);
    const dying = await start({ FAILPOINTS: 'spread.before-commit=kill#2' });
    const creator = await actAs(dying, cast.creatorId);
    const clientPostId = randomUUID();
    await creator.api.community
      .createPost(cast.personaId, { clientPostId, text: 'To all of you.' })
      .catch(() => undefined);
    await until('a part to be told and the process to die', async () => {
      const isDead = await fetch(`${dying.origin}/health/live`).then(
        () => false,
        () => true,
      );
      return isDead && (await told())[0]?.rows === 500;
    });
    expect(await told()).toEqual([{ rows: 500, people: 500, step: 'telling' }]);
    // Two at once, so that they race for what is left.
    await Promise.all([start({}), start({})]);
    await until('all to be told', async () => (await told())[0]?.step === 'done');
    expect(await told()).toEqual([{ rows: FOLLOWERS, people: FOLLOWERS, step: 'done' }]);
  });
});
