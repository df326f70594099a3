import { randomUUID } from 'node:crypto';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { type Engine, openEngine } from './engine.ts';

describe('the ledger’s posts', () => {
  let engine: Engine;
  let world: Engine['world'];
  let books: Engine['books'];
  let wallet: Engine['wallet'];
  let many: Engine['many'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ world, books, wallet, many } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  it('refuses to debit a blocked wallet under its own key, while the platform still may', async () => {
    const fan = await books.openFunded(10n, 0n);
    await world.query('UPDATE wallet SET suspended = true WHERE id = $1', [fan.id]);
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
    await expect(books.post(coinAccount('issued'), coins, 9_223_372_036_854_775_807n)).rejects.toThrow('out of range');
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
