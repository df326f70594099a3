import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { z } from 'zod';
import { bigintText, sendForRow, sendStatement } from './statements.ts';

describe('sendStatement', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase({ url: testDatabase.url, poolMax: 2, applicationName: 'test' }, () => undefined);
    await database.pool.query('CREATE SEQUENCE attempts');
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const numberRow = z.object({ number: bigintText });
  const attempts = async () =>
    (await sendForRow(database, 'test-last', 'SELECT last_value AS number FROM attempts', [], numberRow)).number;

  it('sends again what a broken connection lost, with the same values', async () => {
    const text = `SELECT $1::bigint AS number FROM (SELECT nextval('attempts') AS attempt) AS a
      WHERE CASE WHEN attempt = 1 THEN pg_terminate_backend(pg_backend_pid(), 1000) ELSE true END`;
    const sent = sendStatement(database, 'test-broken', text, [9_007_199_254_740_993n], numberRow);
    expect(await sent).toEqual([{ number: 9_007_199_254_740_993n }]);
    expect(await attempts()).toBe(2n);
  });

  it('sends nothing again that the database refused', async () => {
    const before = await attempts();
    const text = "SELECT nextval('attempts') / $1::bigint AS number";
    await expect(sendStatement(database, 'test-refused', text, [0], numberRow)).rejects.toThrow('division by zero');
    expect(await attempts()).toBe(before + 1n);
  });

  it('refuses rows that are not what the code expects', async () => {
    await expect(
      sendStatement(database, 'test-drift', 'SELECT 1.5::float8 AS number', [], numberRow),
    ).rejects.toBeInstanceOf(z.ZodError);
  });

  it('names the statement that answered no row where one was promised', async () => {
    const none = sendForRow(database, 'test-none', 'SELECT 1::bigint AS number WHERE false', [], numberRow);
    await expect(none).rejects.toThrow('test-none answered nothing');
  });
});
