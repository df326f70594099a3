import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';
import { Client } from 'pg';
import { FoldLedgerService } from '../../src/modules/coin/fold-ledger.service.ts';
import { OperationsRepository } from '../../src/modules/coin/ledger/operations.repository.ts';
import { VERIFY } from '../../src/modules/coin/ledger/verify.sql.ts';
import { Metrics } from '../../src/platform/metrics/metrics.service.ts';
import { type Books, openBooks, type Wallet } from './books.ts';

type Row = Record<string, unknown>;

/** The ledger on a real server, with what a test needs to make its calls really meet. */
export interface Engine {
  database: Database;
  world: World;
  books: Books;
  ledger: OperationsRepository;
  fold: FoldLedgerService;
  /** The posted and held coins of a wallet. */
  wallet(of: Wallet): Promise<Row>;
  /** The same call so many times at once; the outcomes, sorted. */
  many(times: number, call: (index: number) => Promise<{ outcome: string }>): Promise<string[]>;
  /** The first row, over a connection of its own: of such queries, as many as there are connections meet. */
  query<Answer extends Row = Row & { outcome: string }>(text: string, values: unknown[]): Promise<Answer>;
  untilSomebodyWaits(): Promise<void>;
  /** A connection apart from all pools, for a transaction that stays open; closed, and its transaction with it, when `work` is over. */
  aside<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  /** What `ledger:verify` finds: nothing, after whatever a test has done. */
  faults(): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openEngine(): Promise<Engine> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase({ url: testDatabase.url, poolMax: 30, applicationName: 'test' }, () => undefined);
  const world = openWorld(testDatabase.url);
  const books = openBooks(world);
  const ledger = new OperationsRepository(database);
  return {
    database,
    world,
    books,
    ledger,
    fold: new FoldLedgerService(ledger, new Metrics()),
    wallet: ({ id }) =>
      books.one('SELECT coins::text, bonus::text, coins_held::text, bonus_held::text FROM wallet WHERE id = $1', [id]),
    async many(times, call) {
      const answers = await Promise.all(Array.from({ length: times }, (_, index) => call(index)));
      return answers.map((answer) => answer.outcome).sort();
    },
    query: async <Answer extends Row>(text: string, values: unknown[]) => {
      const [row] = (await database.pool.query<Answer>(text, values)).rows;
      if (row === undefined) throw new Error(`no answer to ${text}`);
      return row;
    },
    async untilSomebodyWaits() {
      await until('somebody to wait for a lock', async () => {
        const { waiting } = await books.one<{ waiting: boolean }>(
          'SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()) AS waiting',
          [],
        );
        return waiting;
      });
    },
    async aside(work) {
      const client = new Client({ connectionString: testDatabase.url });
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    faults: () => world.query(VERIFY),
    async close() {
      await world.close();
      await database.close();
      await testDatabase.drop();
    },
  };
}
