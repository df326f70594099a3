import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';

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
