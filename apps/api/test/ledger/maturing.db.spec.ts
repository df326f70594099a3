import { randomUUID } from 'node:crypto';
import { userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { type Engine, openEngine } from './engine.ts';

describe('maturing', () => {
  let engine: Engine;
  let books: Engine['books'];
  let fold: Engine['fold'];
  let wallet: Engine['wallet'];
  let many: Engine['many'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ books, fold, wallet, many } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

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
