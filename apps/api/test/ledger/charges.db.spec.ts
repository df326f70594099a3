import { randomUUID } from 'node:crypto';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { type Engine, openEngine } from './engine.ts';

describe('the ledger’s charges', () => {
  let engine: Engine;
  let database: Engine['database'];
  let world: Engine['world'];
  let books: Engine['books'];
  let wallet: Engine['wallet'];
  let many: Engine['many'];
  let query: Engine['query'];
  let untilSomebodyWaits: Engine['untilSomebodyWaits'];
  let aside: Engine['aside'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ database, world, books, wallet, many, query, untilSomebodyWaits, aside } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  it('two messages that race never take a wallet below zero: of twenty, as many pass as there are coins for', async () => {
    const [fan, creator] = [await books.openFunded(25n, 10n), await books.openWallet()];
    const outcomes = await many(20, () =>
      query(
        'SELECT outcome FROM ledger_charge(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[1::bigint], ARRAY[$3::uuid], ARRAY[5::bigint], 70)',
        [fan.ownerId, randomUUID(), creator.ownerId],
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'charged')).toHaveLength(7);
    expect(await wallet(fan)).toMatchObject({ coins: '0', bonus: '0' });
  });

  it('a retry that races its first try is never told insufficient, and pays nobody twice', async () => {
    const [fan, creator] = [await books.openFunded(5n, 0n), await books.openWallet()];
    const key = randomUUID();
    const outcomes = await many(10, () =>
      query(
        'SELECT outcome FROM ledger_charge(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[1::bigint], ARRAY[$3::uuid], ARRAY[5::bigint], 70)',
        [fan.ownerId, key, creator.ownerId],
      ),
    );
    expect(outcomes).toEqual(['charged', ...Array(9).fill('duplicate')]);
    expect(await books.balance(userAccount(creator.id, 'earningsPending'))).toBe(3n);
  });

  it('waits for a top-up that is in flight and sees it, instead of saying insufficient', async () => {
    const [fan, creator] = [await books.openFunded(1n, 0n), await books.openWallet()];
    await aside(async (topUp) => {
      await topUp.query('BEGIN');
      await topUp.query(
        'SELECT outcome FROM ledger_post(1, $1, 0, ARRAY[$2::bigint], ARRAY[$3::bigint], ARRAY[10::bigint], ARRAY[99::smallint])',
        [randomUUID(), coinAccount('issued'), userAccount(fan.id, 'coins')],
      );
      const charging = books.charge([{ fan, creator, price: 5n, key: randomUUID() }]);
      await untilSomebodyWaits();
      await topUp.query('COMMIT');
      expect(await charging).toMatchObject([{ outcome: 'charged' }]);
    });
  });

  it('batches with the same fans in any order don’t deadlock', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => books.openFunded(1_000n, 0n)));
    const creator = await books.openWallet();
    await Promise.all(
      Array.from({ length: 40 }, async (_, round) => {
        const order = round % 2 === 0 ? people : people.toReversed();
        const members = order.map((person) => [person.ownerId, randomUUID()]);
        const { rows } = await database.pool.query(
          'SELECT outcome FROM ledger_charge($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::bigint[], 70)',
          [
            members.map(([id]) => id),
            members.map(([, key]) => key),
            members.map(() => 1),
            members.map(() => creator.ownerId),
            members.map(() => 2),
          ],
        );
        expect(rows.map((row) => row.outcome)).toEqual(members.map(() => 'charged'));
      }),
    );
    expect(await wallet(people[0] ?? creator)).toMatchObject({ coins: '920' });
  });

  it('refuses a batch with the same fan twice: both would be judged by one balance', async () => {
    const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
    const member = () => ({ fan, creator, price: 6n, key: randomUUID() });
    await expect(books.charge([member(), member()])).rejects.toThrow('only once');
    expect(await wallet(fan)).toMatchObject({ coins: '10' });
  });

  it.each([-1, 101, null])('refuses a creator’s share of %s per cent', async (share) => {
    const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
    await expect(
      books.charge([{ fan, creator, price: 6n, key: randomUUID() }], share as unknown as number),
    ).rejects.toThrow('share');
  });

  it('keeps to the limits of a message and of a day, and gives the day back what came back', async () => {
    const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
    await world.query('UPDATE wallet SET message_limit_microcoins = 20, daily_limit_microcoins = 30 WHERE id = $1', [
      fan.id,
    ]);
    const charge = async (price: bigint) => (await books.charge([{ fan, creator, price, key: randomUUID() }]))[0];
    expect(await charge(21n)).toMatchObject({ outcome: 'limited' });
    const first = await charge(20n);
    expect(first).toMatchObject({ outcome: 'charged' });
    expect(await charge(11n)).toMatchObject({ outcome: 'limited' });
    expect(await charge(10n)).toMatchObject({ outcome: 'charged' });
    expect(await charge(1n)).toMatchObject({ outcome: 'limited' });
    await books.reverse(first?.journal);
    expect(await charge(20n)).toMatchObject({ outcome: 'charged' });
  });

  it('tells of a low balance once, and again only after a top-up', async () => {
    const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
    await world.query('UPDATE wallet SET low_balance_microcoins = 50 WHERE id = $1', [fan.id]);
    const low = async (price: bigint) => (await books.charge([{ fan, creator, price, key: randomUUID() }]))[0]?.low;
    expect([await low(50n), await low(1n), await low(1n)]).toEqual([false, true, false]);
    await books.post(coinAccount('issued'), userAccount(fan.id, 'coins'), 1n);
    expect(await low(1n)).toBe(false);
    await books.post(coinAccount('issued'), userAccount(fan.id, 'coins'), 100n);
    expect([await low(1n), await low(98n), await low(1n)]).toEqual([false, true, false]);
  });
});
