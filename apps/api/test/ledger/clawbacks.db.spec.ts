import { randomUUID } from 'node:crypto';
import { ClawBackService } from '../../src/modules/coin/claw-back.service.ts';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { ClawbacksRepository } from '../../src/modules/coin/ledger/clawbacks.repository.ts';
import { LedgerRepository } from '../../src/modules/coin/ledger/ledger.repository.ts';
import type { Wallet } from './books.ts';
import { type Engine, openEngine } from './engine.ts';

const cash = { account: 'cashSandbox', currency: 'USD', amountMinor: 1 } as const;

describe('shares that are taken back', () => {
  let engine: Engine;
  let books: Engine['books'];
  let clawing: ClawBackService;

  beforeAll(async () => {
    engine = await openEngine();
    books = engine.books;
    clawing = new ClawBackService(new LedgerRepository(engine.database), new ClawbacksRepository());
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  const pair = async (coins: bigint) => ({ fan: await books.openFunded(coins, 0n), creator: await books.openWallet() });
  /** Pays for a message, two hours ago: before the fold sees, and seals, when it really was. */
  const charge = async (fan: Wallet, creator: Wallet, price: bigint): Promise<string> => {
    const [charged] = await books.charge([{ fan, creator, price, key: randomUUID() }]);
    const journal = charged?.journal;
    if (journal == null) throw new Error(`the charge was ${charged?.outcome}`);
    await engine.aside(async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query("UPDATE ledger_transfer SET created_at = now() - interval '2 hours' WHERE journal = $1", [
        journal,
      ]);
    });
    return journal;
  };
  const take = (fan: Wallet, coins: bigint) =>
    engine.database.unitOfWork.run('take', (tx) =>
      clawing.take(tx, { ownerId: fan.ownerId, name: randomUUID(), due: { coins, bonus: 0n }, withShares: true, cash }),
    );
  const giveBack = (fan: Wallet, journals: bigint[], coins: bigint) =>
    engine.database.unitOfWork.run('give-back', (tx) =>
      clawing.giveBack(tx, { ownerId: fan.ownerId, name: randomUUID(), journals, due: { coins, bonus: 0n }, cash }),
    );
  const pending = (creator: Wallet) => books.balance(userAccount(creator.id, 'earningsPending'));
  const owed = async (fan: Wallet) => -(await books.balance(userAccount(fan.id, 'receivable')));
  const mature = async (creator: Wallet) => {
    await engine.fold.fold();
    return books.mature(creator, await books.age());
  };

  it('a small dispute does not put the rest of a share out of reach of the next one', async () => {
    const { fan, creator } = await pair(100n);
    await charge(fan, creator, 100n);
    await take(fan, 1n);
    expect([await pending(creator), await owed(fan)]).toEqual([69n, 0n]);
    await take(fan, 99n);
    expect([await pending(creator), await owed(fan)]).toEqual([0n, 30n]);
    expect(await mature(creator)).toMatchObject({ outcome: 'nothing' });
  });

  it('a share that came back can be taken again, and matures from the day on which it came back', async () => {
    const { fan, creator } = await pair(100n);
    await charge(fan, creator, 100n);
    const { journal } = await take(fan, 50n);
    const { touchedIds } = await giveBack(fan, [journal], 50n);
    expect(touchedIds.toSorted()).toEqual([fan.ownerId, creator.ownerId].toSorted());
    expect(await pending(creator)).toBe(70n);
    await take(fan, 60n);
    expect([await pending(creator), await owed(fan)]).toEqual([10n, 0n]);
    expect(await mature(creator)).toMatchObject({ outcome: 'posted', earnings: '10' });
    expect(await pending(creator)).toBe(0n);
  });

  it('what matured meanwhile is left alone', async () => {
    const { fan, creator } = await pair(100n);
    await charge(fan, creator, 50n);
    expect(await mature(creator)).toMatchObject({ earnings: '35' });
    await charge(fan, creator, 50n);
    await take(fan, 100n);
    expect([await pending(creator), await owed(fan)]).toEqual([0n, 65n]);
    expect(await books.balance(userAccount(creator.id, 'earnings'))).toBe(35n);
  });

  it('a charge that is taken back after its share was: the creator loses it once, and its payer owes what it had settled', async () => {
    const { fan, creator } = await pair(100n);
    const first = await charge(fan, creator, 100n);
    await take(fan, 40n);
    expect(await pending(creator)).toBe(30n);
    expect(await books.reverse(first)).toMatchObject({ outcome: 'posted' });
    expect([await pending(creator), await owed(fan)]).toEqual([0n, 40n]);
    expect(await books.balance(userAccount(fan.id, 'coins'))).toBe(100n);
    expect(await mature(creator)).toMatchObject({ outcome: 'nothing' });
  });

  it('the same when the rest of it has matured since', async () => {
    const { fan, creator } = await pair(100n);
    const first = await charge(fan, creator, 100n);
    await take(fan, 40n);
    expect(await mature(creator)).toMatchObject({ earnings: '30' });
    expect(await books.reverse(first)).toMatchObject({ outcome: 'posted' });
    expect(await books.balance(userAccount(creator.id, 'earnings'))).toBe(0n);
    expect([await owed(creator), await owed(fan)]).toEqual([0n, 40n]);
  });

  it('a dispute and the refund of the same charge at once: nothing is taken twice', async () => {
    const { fan, creator } = await pair(100n);
    const first = await charge(fan, creator, 100n);
    await Promise.all([take(fan, 100n), books.reverse(first)]);
    expect(await pending(creator)).toBe(0n);
    const [coins, debt] = [await books.balance(userAccount(fan.id, 'coins')), await owed(fan)];
    expect(coins - debt).toBe(0n);
  });

  it('two disputes of one fan at once take a share once', async () => {
    const { fan, creator } = await pair(100n);
    await charge(fan, creator, 100n);
    await Promise.all([take(fan, 60n), take(fan, 40n)]);
    expect([await pending(creator), await owed(fan)]).toEqual([0n, 30n]);
  });

  it('tips are taken however young they are, messages only once nobody gives them back any more', async () => {
    const { fan, creator } = await pair(100n);
    await books.charge([{ fan, creator, price: 50n, key: randomUUID() }]);
    await books.one('SELECT outcome FROM ledger_tip($1, $2, $3, 0, 50, 70, NULL, NULL)', [
      fan.ownerId,
      creator.ownerId,
      randomUUID(),
    ]);
    await take(fan, 100n);
    expect([await pending(creator), await owed(fan)]).toEqual([35n, 65n]);
  });

  it('whoever owes gets nothing for it from the platform', async () => {
    const { fan } = await pair(10n);
    const issued = await books.balance(coinAccount('issued'));
    await take(fan, 25n);
    expect(await books.balance(coinAccount('issued'))).toBe(issued + 25n);
    expect(await books.balance(userAccount(fan.id, 'coins'))).toBe(0n);
    expect(await owed(fan)).toBe(15n);
  });
});
