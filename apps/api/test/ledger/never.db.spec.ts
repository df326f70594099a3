import { randomUUID } from 'node:crypto';
import { isTransient } from '@troupe/database';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { LedgerRepository } from '../../src/modules/coin/ledger/ledger.repository.ts';
import { type Engine, openEngine } from './engine.ts';

/** What went wrong in products like this one, and what the other files of this folder don't say by a name already. */
describe('what never happens to the ledger', () => {
  let engine: Engine;
  let books: Engine['books'];
  let many: Engine['many'];
  let query: Engine['query'];
  let wallet: Engine['wallet'];
  let aside: Engine['aside'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ books, many, query, wallet, aside } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  it('two cancels both refund: of ten that race, one gives the coins back', async () => {
    const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
    const [charged] = await books.charge([{ fan, creator, price: 6n, key: randomUUID() }]);
    const outcomes = await many(10, () => query('SELECT outcome FROM ledger_reverse($1)', [charged?.journal]));
    expect(outcomes).toEqual([...Array(9).fill('duplicate'), 'posted']);
    expect(await wallet(fan)).toMatchObject({ coins: '10' });
  });

  it('two releases free a hold twice: of ten that race, one does', async () => {
    const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
    const [{ hold }] = [await books.hold(fan, creator, 4n), await books.hold(fan, creator, 4n)];
    const outcomes = await many(10, () => query("SELECT outcome FROM ledger_release($1, 'released')", [hold]));
    expect(outcomes).toEqual([...Array(9).fill('duplicate'), 'released']);
    expect(await wallet(fan)).toMatchObject({ coins: '10', coins_held: '4' });
  });

  it('a refund leaves the creator’s share standing, or the platform’s', async () => {
    const [fan, creator] = [await books.openFunded(10n, 5n), await books.openWallet()];
    const platform = async () => [
      await books.balance(coinAccount('revenue')),
      await books.balance(coinAccount('promotions')),
    ];
    const before = await platform();
    const [charged] = await books.charge([{ fan, creator, price: 12n, key: randomUUID() }]);
    expect(await books.balance(userAccount(creator.id, 'earningsPending'))).toBe(4n);
    expect(await platform()).not.toEqual(before);
    expect(await books.reverse(charged?.journal)).toMatchObject({ outcome: 'posted' });
    expect(await books.balance(userAccount(creator.id, 'earningsPending'))).toBe(0n);
    expect(await books.balance(userAccount(creator.id, 'earningsPromoPending'))).toBe(0n);
    expect(await platform()).toEqual(before);
    expect(await wallet(fan)).toMatchObject({ coins: '10', bonus: '5' });
  });

  it('a negative price, rate or usage credits a wallet', async () => {
    const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
    const { hold } = await books.hold(fan, creator, 4n);
    const before = [await wallet(fan), await wallet(creator)];
    expect(await books.charge([{ fan, creator, price: -5n, key: randomUUID() }])).toMatchObject([
      { outcome: 'invalid' },
    ]);
    await expect(books.charge([{ fan, creator, price: 5n, key: randomUUID() }], -70)).rejects.toThrow('share');
    expect(await books.hold(fan, creator, -5n)).toMatchObject({ outcome: 'invalid' });
    expect(await books.settle(hold ?? '', -5n)).toMatchObject({ outcome: 'invalid' });
    expect([await wallet(fan), await wallet(creator)]).toEqual(before);
    expect(await books.balance(userAccount(creator.id, 'earningsPending'))).toBe(0n);
  });

  it('a session runs past its money: of slices that are held one after the other, as many pass as there are coins for', async () => {
    const [fan, creator] = [await books.openFunded(10n, 3n), await books.openWallet()];
    const outcomes: string[] = [];
    for (let slice = 0; slice < 6; slice += 1) {
      const held = await books.hold(fan, creator, 4n);
      outcomes.push(held.outcome);
      if (held.hold !== null) await books.settle(held.hold, 4n);
    }
    expect(outcomes).toEqual([...Array(3).fill('held'), ...Array(3).fill('insufficient')]);
    expect(await wallet(fan)).toEqual({ coins: '1', bonus: '0', coins_held: '0', bonus_held: '0' });
  });

  it('a wait for a lock that took too long is told as not enough coins: it is a failure of the moment, and the key is still free', async () => {
    const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
    const key = randomUUID();
    const charge = `SELECT outcome FROM ledger_charge(ARRAY['${fan.ownerId}'::uuid], ARRAY['${key}'::uuid], ARRAY[1::bigint], ARRAY['${creator.ownerId}'::uuid], ARRAY[5::bigint], 70)`;
    const refusal = await aside(async (holder) => {
      await holder.query('BEGIN');
      await holder.query('SELECT ledger_lock(ARRAY[$1::uuid])', [fan.ownerId]);
      return aside(async (waiting) => {
        await waiting.query("SET lock_timeout = '20ms'");
        return waiting.query(charge).catch((error: unknown) => error);
      });
    });
    expect(isTransient(refusal)).toBe(true);
    expect(await query(charge, [])).toEqual({ outcome: 'charged' });
  });

  it('a balance on the screen clamps, lags or lies: after each step it is what the transfers and the holds say', async () => {
    const [fan, creator] = [await books.openFunded(10n, 5n), await books.openWallet()];
    const ledger = new LedgerRepository(engine.database);
    const shown: bigint[] = [];
    const look = async () => {
      const row = await ledger.wallet(fan.ownerId);
      if (row === undefined) throw new Error('this wallet is not there');
      expect(row.coins).toBe(await books.balance(userAccount(fan.id, 'coins')));
      expect(row.bonus).toBe(await books.balance(userAccount(fan.id, 'bonus')));
      shown.push(row.coins + row.bonus - row.coins_held - row.bonus_held);
    };
    await look();
    const [charged] = await books.charge([{ fan, creator, price: 7n, key: randomUUID() }]);
    await look();
    const { hold } = await books.hold(fan, creator, 8n);
    await look();
    await books.reverse(charged?.journal);
    await look();
    await books.settle(hold ?? '', 3n);
    await look();
    expect(shown).toEqual([15n, 8n, 0n, 7n, 12n]);
  });
});
