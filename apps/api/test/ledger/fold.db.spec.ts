import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import { userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { type Engine, openEngine } from './engine.ts';

describe('the ledger’s fold', () => {
  let engine: Engine;
  let books: Engine['books'];
  let ledger: Engine['ledger'];
  let fold: Engine['fold'];
  let aside: Engine['aside'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ books, ledger, fold, aside } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  it('never misses a journal whose transaction took its number early and commits late', async () => {
    const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
    await aside(async (late) => {
      await late.query('BEGIN');
      await late.query(
        'SELECT outcome FROM ledger_charge(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[1::bigint], ARRAY[$3::uuid], ARRAY[10::bigint], 70)',
        [fan.ownerId, randomUUID(), creator.ownerId],
      );
      const other = await books.openFunded(50n, 0n);
      await books.charge([{ fan: other, creator, price: 10n, key: randomUUID() }]);
      const before = await books.one('SELECT upto::text FROM ledger_fold', []);
      const folding = fold.fold();
      // The fold asks again and again whether the open transaction has ended; nothing may be folded as long as it hasn't.
      await until('the fold to ask for the open transaction', async () => {
        const row = await books.one<{ asking: boolean }>(
          "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_snapshot_xmin%') AS asking",
          [],
        );
        return row.asking;
      });
      const upto = await books.one('SELECT upto::text FROM ledger_fold', []);
      expect(upto).toEqual(before);
      await late.query('COMMIT');
      await folding;
    });
    const snapshot = await books.one('SELECT balance::text FROM ledger_snapshot WHERE account = $1', [
      userAccount(creator.id, 'earningsPending'),
    ]);
    expect(snapshot).toEqual({ balance: '14' });
  });

  it('reads the same balance whether nothing, a part or all is folded, while charges go on', async () => {
    const creator = await books.openWallet();
    const fans = await Promise.all(Array.from({ length: 6 }, () => books.openFunded(1_000n, 0n)));
    const account = userAccount(creator.id, 'earningsPending');
    let charged = 0n;
    await Promise.all([
      ...fans.map(async (fan) => {
        for (let round = 0; round < 20; round += 1) {
          await books.charge([{ fan, creator, price: 10n, key: randomUUID() }]);
          charged += 7n;
        }
      }),
      (async () => {
        for (let round = 0; round < 5; round += 1) await fold.fold();
      })(),
    ]);
    expect(await books.balance(account)).toBe(charged);
    await fold.fold();
    expect(await books.balance(account)).toBe(charged);
  });

  it('has one folder at a time', async () => {
    await books.openFunded(1n, 0n);
    const results = await Promise.all(Array.from({ length: 6 }, () => fold.fold()));
    expect(results.some((upto) => upto !== undefined)).toBe(true);
  });

  it('answers the balance of a past moment', async () => {
    const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
    await fold.fold();
    const { moment } = await books.one<{ moment: Date }>('SELECT clock_timestamp() AS moment', []);
    await books.charge([{ fan, creator, price: 10n, key: randomUUID() }]);
    await fold.fold();
    const coins = userAccount(fan.id, 'coins');
    expect(await ledger.balanceAt(coins, moment)).toMatchObject({ balance: 100n });
    expect(await ledger.balanceAt(userAccount(creator.id, 'earningsPending'), moment)).toMatchObject({ balance: 0n });
    expect(await ledger.balanceAt(coins, new Date())).toMatchObject({ balance: 90n, provisional: true });
  });
});
