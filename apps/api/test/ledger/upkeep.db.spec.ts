import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { VerifyLedgerService } from '../../src/modules/coin/verify-ledger.service.ts';
import { Metrics } from '../../src/platform/metrics/metrics.service.ts';
import { type Engine, openEngine } from './engine.ts';

describe('the ledger’s upkeep', () => {
  let engine: Engine;
  let world: Engine['world'];
  let books: Engine['books'];
  let ledger: Engine['ledger'];
  let query: Engine['query'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ world, books, ledger, query } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  it('is recomputed on request, and names the rows at fault', async () => {
    const fan = await books.openFunded(10n, 0n);
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
    const make = async () => (await query<{ made: number }>('SELECT ledger_make_partitions(6) AS made', [])).made;
    const [made] = await Promise.all([
      Promise.all(Array.from({ length: 4 }, make)),
      books.post(coinAccount('issued'), userAccount(fan.id, 'coins'), 1n),
    ]);
    expect(made.filter((number) => number > 0)).toHaveLength(1);
    expect(await make()).toBe(0);
  });
});
