import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { openWorld, type World } from '@troupe/test-kit/world';
import * as sql from './ledger/movements.sql.ts';

const WALLETS = 200;
const POSTS = 8_000;
const GIFTS = 1_600;
const HOLDING = '7 days';
const ALWAYS = [new Date(0), new Date('9999-12-31')];
const NEWEST = '9223372036854775807';

describe('the reads of the wallet page, among many wallets', () => {
  let database: TestDatabase;
  let world: World;
  const owner = randomUUID();

  beforeAll(async () => {
    database = await createTestDatabase();
    world = openWorld(database.url);
    await world.query(
      `INSERT INTO wallet (owner_id) SELECT CASE WHEN n = 1 THEN $1::uuid ELSE gen_random_uuid() END FROM generate_series(1, ${WALLETS}) n`,
      [owner],
    );
    await world.query(
      `SELECT count(*) FROM generate_series(1, ${POSTS}) n, LATERAL ledger_post(1, gen_random_uuid(), 0,
         ARRAY[35::bigint], ARRAY[(1000 + n % ${WALLETS}) * 32 + 1::bigint], ARRAY[1000000::bigint], ARRAY[11::smallint])`,
    );
    await world.query(
      `SELECT count(*) FROM generate_series(1, ${GIFTS}) n, wallet f, wallet t, LATERAL ledger_gift(f.owner_id, t.owner_id,
         gen_random_uuid(), 0, 1, NULL, '0 days', '24 hours', 1000000000)
       WHERE f.id = 1000 + n % ${WALLETS} AND t.id = 1000 + (n + 7) % ${WALLETS}`,
    );
    await world.query(
      'INSERT INTO ledger_horizon (at, upto) SELECT now() - make_interval(days => n), 0 FROM generate_series(1, 3000) n',
    );
    await world.query('ANALYZE');
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await database.drop();
  });

  const statements: [string, string, unknown[]][] = [
    ['history by direction', sql.FILTERED_HISTORY, [owner, NEWEST, true, false, null, null, ...ALWAYS, 31]],
    ['history by kind', sql.FILTERED_HISTORY, [owner, NEWEST, true, true, [11, 12], false, ...ALWAYS, 31]],
    ['history by date', sql.FILTERED_HISTORY, [owner, NEWEST, true, true, null, null, new Date(), new Date(), 31]],
    ['gifts', sql.FILTERED_MOVEMENTS, [owner, NEWEST, true, true, [30], ...ALWAYS, 31]],
    ['spending', sql.SPENDING_BY_DAY, [owner, new Date(Date.now() - 90 * 86_400_000)]],
    ['a receipt', sql.JOURNAL_RECEIPT, [owner, '7']],
    ['a movement', sql.MOVEMENT, [owner, String(POSTS + 1)]],
    ['names', sql.MOVEMENTS_OF_JOURNALS, [owner, [String(POSTS + 1), String(POSTS + 2)]]],
    ['the gift allowance', sql.GIFT_ALLOWANCE, [owner, HOLDING, '24 hours', '500000000']],
    ['limits', sql.LIMITS_OF, [owner]],
  ];

  it.each(statements)('%s never scan a table of the ledger from end to end', async (_, text, values) => {
    const plan = await world.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    const scans = plan
      .map((row) => row['QUERY PLAN'])
      .filter((line) => /Seq Scan on (ledger_|coin_|wallet)/.test(line));
    // The partitions that wait for journals to come are empty, and an empty table is read in any way.
    expect(scans.filter((line) => !/ledger_transfer_[12]\b/.test(line))).toEqual([]);
  });

  it('look at rows in proportion to the page, not to the table', async () => {
    const [row] = await world.query<{ 'QUERY PLAN': [{ Plan: Record<string, unknown> }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql.FILTERED_HISTORY}`,
      [owner, NEWEST, true, true, [11, 12], false, ...ALWAYS, 31],
    );
    const plan = row?.['QUERY PLAN'][0].Plan ?? {};
    const pages = Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks']);
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThan(600);
  });
});
