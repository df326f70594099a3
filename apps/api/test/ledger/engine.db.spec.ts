import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';
import { Client } from 'pg';
import { FoldLedgerService } from '../../src/modules/coin/fold-ledger.service.ts';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { OperationsRepository } from '../../src/modules/coin/ledger/operations.repository.ts';
import { VERIFY } from '../../src/modules/coin/ledger/verify.sql.ts';
import { VerifyLedgerService } from '../../src/modules/coin/verify-ledger.service.ts';
import { Metrics } from '../../src/platform/metrics/metrics.service.ts';
import { type Books, openBooks, type Wallet } from './books.ts';

/** Names of what must never happen, and of what the engine promises, each tried on a real server. */
describe('the ledger’s engine', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let world: World;
  let books: Books;
  let fold: FoldLedgerService;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase({ url: testDatabase.url, poolMax: 30, applicationName: 'test' }, () => undefined);
    world = openWorld(testDatabase.url);
    books = openBooks(world);
    fold = new FoldLedgerService(new OperationsRepository(database), new Metrics());
  });
  afterAll(async () => {
    await world.close();
    await database.close();
    await testDatabase.drop();
  });
  afterEach(async () => expect(await world.query(VERIFY)).toEqual([]));

  const wallet = async ({ id }: Wallet) =>
    books.one('SELECT coins::text, bonus::text, coins_held::text, bonus_held::text FROM wallet WHERE id = $1', [id]);
  const many = (number: number, call: (index: number) => Promise<{ outcome: string }>) =>
    Promise.all(Array.from({ length: number }, (_, index) => call(index))).then((answers) =>
      answers.map((answer) => answer.outcome).sort(),
    );
  /** Over connections of their own, so that they really meet. */
  const query = async (text: string, values: unknown[]) => (await database.pool.query(text, values)).rows[0];

  const untilSomebodyWaits = () =>
    until('somebody to wait for a lock', async () => {
      const row = await books.one<{ waiting: boolean }>(
        'SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()) AS waiting',
        [],
      );
      return row.waiting;
    });

  describe('charges', () => {
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
      const topUp = new Client({ connectionString: testDatabase.url });
      await topUp.connect();
      try {
        await topUp.query('BEGIN');
        await topUp.query(
          'SELECT outcome FROM ledger_post(1, $1, 0, ARRAY[$2::bigint], ARRAY[$3::bigint], ARRAY[10::bigint], ARRAY[99::smallint])',
          [randomUUID(), coinAccount('issued'), userAccount(fan.id, 'coins')],
        );
        const charging = books.charge([{ fan, creator, price: 5n, key: randomUUID() }]);
        await untilSomebodyWaits();
        await topUp.query('COMMIT');
        expect(await charging).toMatchObject([{ outcome: 'charged' }]);
      } finally {
        await topUp.end();
      }
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

  describe('holds', () => {
    it('a hold counts against what is available, bonus first, and the rich don’t skip it', async () => {
      const [fan, creator] = [await books.openFunded(1_000n, 5n), await books.openWallet()];
      const held = await books.hold(fan, creator, 8n);
      expect(held).toMatchObject({ outcome: 'held', bonus_part: '5', coins_part: '3' });
      expect(await wallet(fan)).toMatchObject({ coins: '1000', bonus: '5', coins_held: '3', bonus_held: '5' });
      expect(await books.hold(fan, creator, 998n)).toMatchObject({ outcome: 'insufficient' });
      expect((await books.charge([{ fan, creator, price: 998n, key: randomUUID() }]))[0]).toMatchObject({
        outcome: 'insufficient',
      });
      expect(await books.post(userAccount(fan.id, 'bonus'), coinAccount('promotions'), 1n)).toMatchObject({
        outcome: 'insufficient',
      });
    });

    it('is made once for a key, and another request under it is refused', async () => {
      const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
      const key = randomUUID();
      const first = await books.hold(fan, creator, 6n, key);
      expect(await books.hold(fan, creator, 6n, key)).toMatchObject({ outcome: 'duplicate', hold: first.hold });
      expect(await books.hold(fan, creator, 6n, key, 2n)).toMatchObject({ outcome: 'reused' });
      expect((await books.charge([{ fan, creator, price: 1n, key }]))[0]).toMatchObject({ outcome: 'duplicate' });
      expect(await wallet(fan)).toMatchObject({ coins_held: '6' });
    });

    it('settles held bonus first, splits both parts, and frees the rest', async () => {
      const [fan, creator] = [await books.openFunded(10n, 5n), await books.openWallet()];
      const { hold } = await books.hold(fan, creator, 12n);
      expect(await books.settle(hold ?? '', 8n)).toMatchObject({
        outcome: 'settled',
        bonus_used: '5',
        coins_used: '3',
      });
      expect(await wallet(fan)).toEqual({ coins: '7', bonus: '0', coins_held: '0', bonus_held: '0' });
      expect(await books.balance(userAccount(creator.id, 'earningsPending'))).toBe(2n);
      expect(await books.balance(userAccount(creator.id, 'earningsPromoPending'))).toBe(3n);
    });

    it('usage of zero is a settlement and not a missing figure: it pays nothing and frees all', async () => {
      const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
      const { hold } = await books.hold(fan, creator, 6n);
      expect(await books.settle(hold ?? '', 0n)).toMatchObject({ outcome: 'settled', journal: null });
      expect(await wallet(fan)).toMatchObject({ coins: '10', coins_held: '0' });
      expect(await books.settle(hold ?? '', 3n)).toMatchObject({ outcome: 'ended' });
    });

    it('refuses to settle above the hold, below zero, after another end, and what was never held', async () => {
      const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
      const { hold } = await books.hold(fan, creator, 6n);
      expect(await books.settle(hold ?? '', 7n)).toMatchObject({ outcome: 'above' });
      expect(await books.settle(hold ?? '', -1n)).toMatchObject({ outcome: 'invalid' });
      expect(await books.settle('999999999', 1n)).toMatchObject({ outcome: 'unknown' });
      expect(await books.settle(hold ?? '', 4n)).toMatchObject({ outcome: 'settled' });
      expect(await books.settle(hold ?? '', 4n)).toMatchObject({ outcome: 'duplicate' });
      expect(await books.settle(hold ?? '', 5n)).toMatchObject({ outcome: 'ended' });
      expect(await books.release(hold ?? '')).toMatchObject({ outcome: 'ended' });
      expect(await wallet(fan)).toMatchObject({ coins: '6', coins_held: '0' });
    });

    it('a sweeper and a late settlement never both count: of twenty that race, one ends the hold', async () => {
      const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
      const { hold } = await books.hold(fan, creator, 6n, randomUUID(), 1n, '1 millisecond');
      const outcomes = await many(20, (index) =>
        index % 2 === 0
          ? query('SELECT outcome FROM ledger_settle($1, 4)', [hold])
          : query("SELECT outcome FROM ledger_release($1, 'expired')", [hold]),
      );
      expect(outcomes.filter((outcome) => outcome === 'settled' || outcome === 'released')).toHaveLength(1);
      expect(await wallet(fan)).toMatchObject({ coins_held: '0' });
    });

    it('whoever would end a hold waits for another who is at it, and then finds it ended', async () => {
      const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
      const { hold } = await books.hold(fan, creator, 6n, randomUUID(), 1n, '1 millisecond');
      const releasing = new Client({ connectionString: testDatabase.url });
      await releasing.connect();
      try {
        await releasing.query('BEGIN');
        await releasing.query("SELECT outcome FROM ledger_release($1, 'released')", [hold]);
        const settling = books.settle(hold ?? '', 4n);
        await untilSomebodyWaits();
        await releasing.query('COMMIT');
        expect(await settling).toMatchObject({ outcome: 'ended' });
      } finally {
        await releasing.end();
      }
      expect(await wallet(fan)).toMatchObject({ coins: '10', coins_held: '0' });
    });

    it('a hold that everybody forgot is freed when its time has come; one that was renewed is not', async () => {
      const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
      const [forgotten, kept] = [
        await books.hold(fan, creator, 4n, randomUUID(), 1n, '1 millisecond'),
        await books.hold(fan, creator, 3n, randomUUID(), 1n, '1 millisecond'),
      ];
      const ledger = new OperationsRepository(database);
      expect(await ledger.renew(BigInt(kept.hold ?? 0), 60_000)).toBe(true);
      expect(await ledger.expire(BigInt(kept.hold ?? 0))).toBe('renewed');
      const expired = await ledger.expiredHolds(100);
      expect(expired).toContain(BigInt(forgotten.hold ?? 0));
      expect(expired).not.toContain(BigInt(kept.hold ?? 0));
      expect(await ledger.expire(BigInt(forgotten.hold ?? 0))).toBe('released');
      expect(await ledger.renew(BigInt(forgotten.hold ?? 0), 60_000)).toBe(false);
      expect(await wallet(fan)).toMatchObject({ coins_held: '3' });
    });

    it('a late settlement still counts after the time is up, as long as nothing else ended the hold', async () => {
      const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
      const { hold } = await books.hold(fan, creator, 4n, randomUUID(), 1n, '1 millisecond');
      expect(await books.settle(hold ?? '', 4n)).toMatchObject({ outcome: 'settled' });
    });
  });

  describe('posts', () => {
    it('refuses to debit a blocked wallet under its own key, while the platform still may', async () => {
      const fan = await books.openFunded(10n, 0n);
      await world.query('UPDATE wallet SET blocked = true WHERE id = $1', [fan.id]);
      const coins = userAccount(fan.id, 'coins');
      expect(await books.post(coins, coinAccount('issued'), 1n, randomUUID(), 0n, fan.id)).toMatchObject({
        outcome: 'blocked',
      });
      expect(await books.post(coins, coinAccount('issued'), 1n)).toMatchObject({ outcome: 'posted' });
      expect(await books.post(coinAccount('issued'), coins, 1n, randomUUID(), 0n, fan.id)).toMatchObject({
        outcome: 'posted',
      });
    });

    it.each([
      ['an amount of zero', 0n],
      ['a negative amount', -5n],
    ])('refuses %s and leaves no trace', async (_, amount) => {
      const fan = await books.openFunded(10n, 0n);
      const before = await books.journals();
      await expect(books.post(coinAccount('issued'), userAccount(fan.id, 'coins'), amount)).rejects.toThrow(
        'ledger_transfer_amount',
      );
      expect(await books.journals()).toBe(before);
      expect(await wallet(fan)).toMatchObject({ coins: '10' });
    });

    it('refuses the same account on both sides, two currencies, no transfers, and amounts beyond 64 bits', async () => {
      const fan = await books.openFunded(10n, 0n);
      const coins = userAccount(fan.id, 'coins');
      await expect(books.post(coins, coins, 1n)).rejects.toThrow('two_sides');
      await expect(books.post(65n, coins, 1n)).rejects.toThrow('one_currency');
      await expect(
        books.one("SELECT * FROM ledger_post(1, gen_random_uuid(), 0, '{}', '{}', '{}', '{}')", []),
      ).rejects.toThrow('needs transfers');
      await expect(books.post(coinAccount('issued'), coins, 9_223_372_036_854_775_807n)).rejects.toThrow(
        'out of range',
      );
      expect(await wallet(fan)).toMatchObject({ coins: '10' });
    });

    it('does not overdraw matured earnings', async () => {
      const creator = await books.openWallet();
      await books.post(coinAccount('issued'), userAccount(creator.id, 'earnings'), 10n);
      const swap = (amount: bigint) =>
        books.post(userAccount(creator.id, 'earnings'), userAccount(creator.id, 'coins'), amount);
      expect(await swap(11n)).toMatchObject({ outcome: 'insufficient' });
      const outcomes = await many(10, () => swap(3n));
      expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(3);
    });
  });

  describe('the fold', () => {
    it('never misses a journal whose transaction took its number early and commits late', async () => {
      const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
      const late = new Client({ connectionString: testDatabase.url });
      await late.connect();
      try {
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
      } finally {
        await late.end();
      }
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
      const ledger = new OperationsRepository(database);
      const coins = userAccount(fan.id, 'coins');
      expect(await ledger.balanceAt(coins, moment)).toMatchObject({ balance: 100n });
      expect(await ledger.balanceAt(userAccount(creator.id, 'earningsPending'), moment)).toMatchObject({ balance: 0n });
      expect(await ledger.balanceAt(coins, new Date())).toMatchObject({ balance: 90n, provisional: true });
    });
  });

  describe('seals', () => {
    it('tell when a transfer was changed, taken away or slipped in behind the ledger’s back', async () => {
      const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
      const [charged] = await books.charge([{ fan, creator, price: 10n, key: randomUUID() }]);
      await fold.fold();
      const faults = async (tampering: string) => {
        const client = new Client({ connectionString: testDatabase.url });
        await client.connect();
        try {
          await client.query('BEGIN; SET LOCAL session_replication_role = replica');
          await client.query(tampering);
          return (await client.query(VERIFY)).rows.map((row) => row.fault);
        } finally {
          await client.query('ROLLBACK');
          await client.end();
        }
      };
      const of = `journal = ${charged?.journal}`;
      expect(
        await faults(`UPDATE ledger_transfer SET created_at = created_at - interval '1 day' WHERE ${of}`),
      ).toContain('transfers differ from their seal');
      expect(await faults(`DELETE FROM ledger_transfer WHERE ${of}`)).toContain('transfers differ from their seal');
      expect(
        await faults(`UPDATE ledger_seal SET root = sha256('x') WHERE number = (SELECT max(number) FROM ledger_seal)`),
      ).toContain('seal does not continue the one before');
      expect(await faults('DELETE FROM ledger_seal WHERE number = (SELECT max(number) FROM ledger_seal)')).toContain(
        'folded journals without a seal',
      );
    });

    it.each(['ledger_transfer', 'ledger_key', 'ledger_seal', 'ledger_hold_end', 'ledger_horizon'])(
      '%s can neither be changed nor emptied',
      async (table) => {
        const { fan, creator } = { fan: await books.openFunded(10n, 0n), creator: await books.openWallet() };
        const { hold } = await books.hold(fan, creator, 4n);
        await books.settle(hold ?? '', 4n);
        await fold.fold();
        await books.age();
        await expect(world.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
        if (table !== 'ledger_horizon') await expect(world.query(`TRUNCATE ${table}`)).rejects.toThrow('append-only');
      },
    );
  });

  describe('maturing', () => {
    it('moves what is old enough, once, and leaves what is young', async () => {
      const [fan, creator] = [await books.openFunded(100n, 10n), await books.openWallet()];
      await books.charge([{ fan, creator, price: 20n, key: randomUUID() }]);
      await fold.fold();
      const upto = await books.age();
      await books.charge([{ fan, creator, price: 10n, key: randomUUID() }]);
      const outcomes = await many(5, () => books.mature(creator, upto));
      expect(outcomes).toEqual(['nothing', 'nothing', 'nothing', 'nothing', 'posted']);
      expect(await books.balance(userAccount(creator.id, 'earnings'))).toBe(7n);
      expect(await books.balance(userAccount(creator.id, 'earningsPromo'))).toBe(7n);
      expect(await books.balance(userAccount(creator.id, 'earningsPending'))).toBe(7n);
    });

    it('refuses journals that were not stable a day ago', async () => {
      const creator = await books.openWallet();
      const { journal } = await books.one<{ journal: string }>(
        'SELECT last_value::text AS journal FROM ledger_journal_seq',
        [],
      );
      await expect(books.mature(creator, String(BigInt(journal) + 1_000n))).rejects.toThrow('stable for a day');
    });

    it('a refund after maturing takes the share from earnings, and what was swapped away is owed', async () => {
      const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
      const [first] = await books.charge([{ fan, creator, price: 10n, key: randomUUID() }]);
      const [second] = await books.charge([{ fan, creator, price: 10n, key: randomUUID() }]);
      await fold.fold();
      await books.mature(creator, await books.age());
      expect(await books.reverse(first?.journal)).toMatchObject({ outcome: 'posted' });
      expect(await books.balance(userAccount(creator.id, 'earnings'))).toBe(7n);
      await books.post(userAccount(creator.id, 'earnings'), userAccount(creator.id, 'coins'), 5n);
      expect(await books.reverse(second?.journal)).toMatchObject({ outcome: 'posted' });
      expect(await books.balance(userAccount(creator.id, 'earnings'))).toBe(0n);
      expect(await books.balance(userAccount(creator.id, 'receivable'))).toBe(-5n);
      expect(await wallet(fan)).toMatchObject({ coins: '100' });
    });
  });

  it('is recomputed on request, and names the rows at fault', async () => {
    const fan = await books.openFunded(10n, 0n);
    const ledger = new OperationsRepository(database);
    const verification = new VerifyLedgerService(ledger, new Metrics());
    await world.query('UPDATE wallet SET coins = coins + 1 WHERE id = $1', [fan.id]);
    await verification.verify(new AbortController().signal);
    expect(await verification.health()).toMatchObject({
      faults: [{ fault: 'wallet differs from its transfers', subject: String(fan.id) }],
    });
    await world.query('UPDATE wallet SET coins = coins - 1 WHERE id = $1', [fan.id]);
    await verification.verify(new AbortController().signal);
    expect(await verification.health()).toMatchObject({ faults: [] });
  });

  it('makes partitions ahead, once, without being in anybody’s way', async () => {
    const fan = await books.openFunded(10n, 0n);
    const outcomes = await Promise.all([
      ...Array.from({ length: 4 }, () => query('SELECT ledger_make_partitions(6) AS made', [])),
      books.post(coinAccount('issued'), userAccount(fan.id, 'coins'), 1n),
    ]);
    const made = outcomes.slice(0, 4).map((row) => row.made as number);
    expect(made.filter((number) => number > 0)).toHaveLength(1);
    expect(await query('SELECT ledger_make_partitions(6) AS made', [])).toEqual({ made: 0 });
  });
});
