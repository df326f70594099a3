import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';
import { type House, openHouse } from './support/boot.ts';

describe('when Postgres drops connections', () => {
  let database: TestDatabase;
  let world: World;
  let opened: Database;
  const reported: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    world = openWorld(database.url);
    const options = { url: database.url, poolMax: 4, applicationName: 'outage' };
    opened = openDatabase(options, (error) => reported.push(error.message));
  });
  afterAll(async () => {
    await opened.close();
    await world.close();
    await database.drop();
  });
  beforeEach(() => void reported.splice(0));

  const terminateAll = async (): Promise<void> => {
    await world.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'outage'");
  };

  it('a connection that breaks while somebody holds it is reported once, and the process lives on', async () => {
    const client = await opened.pool.connect();
    await client.query('SELECT 1');
    const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
    await terminateAll();
    await ended;
    client.release();
    expect(reported).toEqual(['terminating connection due to administrator command']);
    expect(await opened.isReachable()).toBe(true);
  });

  it('an idle connection that breaks is reported once and replaced', async () => {
    expect(await opened.isReachable()).toBe(true);
    await terminateAll();
    await until('the broken connection to be reported', () => reported.length > 0);
    expect(await opened.isReachable()).toBe(true);
    expect(reported).toEqual(['terminating connection due to administrator command']);
  });
});

describe('what a caller sees while Postgres drops connections', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());

  const connectionsThat = async (what: 'wait' | 'exist', then: 'terminate' | 'count'): Promise<number> => {
    const rows = await house.world.query<{ n: number }>(
      `SELECT count(${then === 'terminate' ? 'pg_terminate_backend(pid)' : '*'})::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'troupe-api' ${what === 'wait' ? "AND wait_event_type = 'Lock'" : ''}`,
    );
    return rows[0]?.n ?? 0;
  };
  const post = async (path: string, body: object) => {
    const response = await fetch(house.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  it('a transaction that loses its connection answers busy and writes nothing', async () => {
    const email = `${randomUUID()}@test.local`;
    const fan = { email, password: 'a long enough password' };
    // Somebody holds what the registration needs in its middle and nothing else touches.
    const release = await house.world.lock('session');
    const answer = post('/auth/register', fan);
    await until('the registration to wait', async () => (await connectionsThat('wait', 'count')) > 0);
    await connectionsThat('wait', 'terminate');
    await release();
    expect(await answer).toMatchObject({ status: 503, body: { code: 'busy' } });
    expect(await house.world.query('SELECT 1 FROM app_user WHERE email = $1', [email])).toEqual([]);
    expect((await post('/auth/register', fan)).status).toBe(201);
  });

  it('a read that loses its connection is sent again', async () => {
    await house.world.addCast();
    const release = await house.world.lock('persona');
    const answer = fetch(`${house.origin}/personas`);
    await until('the read to wait', async () => (await connectionsThat('wait', 'count')) > 0);
    await connectionsThat('wait', 'terminate');
    await release();
    expect((await answer).status).toBe(200);
  });

  it('no read is called our fault while every connection is cut again and again', async () => {
    const cutting = new AbortController();
    const cut = (async () => {
      while (!cutting.signal.aborted) await connectionsThat('exist', 'terminate');
    })();
    const statuses: number[] = [];
    for (let read = 0; read < 20; read += 1) statuses.push((await fetch(`${house.origin}/personas`)).status);
    cutting.abort();
    await cut;
    // Retries may run out in such a storm; what remains is named for what it is.
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  });
});
