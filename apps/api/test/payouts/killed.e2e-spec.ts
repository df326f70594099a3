import { registerActor } from '@troupe/test-kit/actors';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';
import { faultsIn } from '../support/books.ts';
import { testEnv } from '../support/boot.ts';
import { once } from '../support/movements.ts';
import { asAdmin, payeeWith, standingOf } from '../support/payouts.ts';
import { type ApiProcess, startApiProcess } from '../support/process.ts';

describe('a process that dies while it pays', () => {
  let database: TestDatabase;
  let llm: LlmServer;
  let world: World;
  let api: ApiProcess;
  const closing = { add: () => undefined };

  beforeAll(async () => {
    [database, llm] = await Promise.all([createTestDatabase(), startLlmServer()]);
    world = openWorld(database.url);
  });
  afterEach(async () => void (await api.kill('SIGKILL')));
  afterAll(async () => {
    await llm.close();
    await world.close();
    await database.drop();
  });

  it.each(['payout.before-send', 'payout.after-send'])(
    'killed at %s: the next one goes on with the same payout, and its books are right at every moment',
    async (point) => {
      const env = testEnv(database.url, llm.baseUrl, { PAYOUT_INTERVAL_MS: '100' });
      api = await startApiProcess({ ...env, FAILPOINTS: `${point}=kill#1` });
      const { origin } = api;
      const register = (name?: string) => registerActor(origin, closing, name);
      const payee = await payeeWith({ world, register }, 2_500);
      const admin = await asAdmin({ world, origin }, await register());
      const { id } = await payee.api.payouts.request({ all: true, destinationId: payee.destinationId }, once());
      await admin.api.admin.payouts.approve(id);
      const statusOf = async () =>
        (
          await world.query<{ status: string; ref: string | null }>(
            'SELECT status, provider_ref AS ref FROM payout WHERE id = $1',
            [id],
          )
        )[0];
      await until('the process to be dead', () =>
        fetch(`${origin}/health/live`).then(
          () => false,
          () => true,
        ),
      );
      expect(await statusOf()).toEqual({ status: 'in_flight', ref: null });
      expect(await faultsIn(world)).toEqual([]);
      await world.query('UPDATE payout SET due_at = now() WHERE id = $1', [id]);
      api = await startApiProcess(env);
      await until('the payout to be paid', async () => (await statusOf())?.status === 'paid');
      expect((await statusOf())?.ref).toContain(id);
      const trail = await world.query('SELECT kind FROM payout_event WHERE payout_id = $1 ORDER BY id', [id]);
      expect(trail.map(({ kind }) => kind)).toEqual(['requested', 'approved', 'sent', 'paid']);
      expect(await standingOf(world, payee.userId)).toEqual({ earnings: 0, inFlight: 0 });
      expect(await faultsIn(world)).toEqual([]);
    },
  );
});
