import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { AuthRepository } from './auth.repository.ts';

const LIVE = 20_000;
const DAY_MS = 86_400_000;

describe('the purge of sessions, among many that are open', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase({ url: testDatabase.url, poolMax: 2, applicationName: 'test' }, () => undefined);
    await database.pool.query(
      `WITH person AS (INSERT INTO app_user (id, email, name, roles) VALUES (gen_random_uuid(), 'ann@test.local', 'Ann', '{fan}') RETURNING id)
       INSERT INTO session (id, user_id, expires_at, revoked_at)
       SELECT gen_random_uuid(), p.id, now() + CASE WHEN n % 3 = 0 THEN interval '-3 days' ELSE interval '30 days' END,
              CASE WHEN n % 3 = 1 THEN now() - interval '3 days' END
       FROM person p, generate_series(1, 9) n
       UNION ALL SELECT gen_random_uuid(), p.id, now() + interval '30 days', NULL FROM person p, generate_series(1, $1::int)`,
      [LIVE],
    );
    await database.pool.query('ANALYZE session');
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  it('finds the few that are over without reading the others', async () => {
    const repository = new AuthRepository(database);
    const { deleted, scan } = await database.unitOfWork.run('test', async (tx) => {
      const count = await repository.deleteEndedSessions(tx, new Date(Date.now() - DAY_MS), 500);
      // What this very transaction did to the table.
      const rows: { whole: number; read: number }[] = await tx.$queryRaw`
        SELECT seq_scan::int AS whole, (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'session'`;
      return { deleted: count, scan: rows[0] };
    });
    expect(deleted).toBe(6);
    expect(scan?.whole).toBe(0);
    expect(scan?.read).toBeLessThan(100);
  });
});
