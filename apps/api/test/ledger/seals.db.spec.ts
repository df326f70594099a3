import { randomUUID } from 'node:crypto';
import { VERIFY } from '../../src/modules/coin/ledger/verify.sql.ts';
import { type Engine, openEngine } from './engine.ts';

describe('the ledger’s seals', () => {
  let engine: Engine;
  let world: Engine['world'];
  let books: Engine['books'];
  let fold: Engine['fold'];
  let aside: Engine['aside'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ world, books, fold, aside } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  it('tell when a transfer was changed, taken away or slipped in behind the ledger’s back', async () => {
    const [fan, creator] = [await books.openFunded(100n, 0n), await books.openWallet()];
    const [charged] = await books.charge([{ fan, creator, price: 10n, key: randomUUID() }]);
    await fold.fold();
    const faults = (tampering: string) =>
      aside(async (client) => {
        await client.query('BEGIN; SET LOCAL session_replication_role = replica');
        await client.query(tampering);
        return (await client.query(VERIFY)).rows.map((row) => row.fault);
      });
    const of = `journal = ${charged?.journal}`;
    expect(await faults(`UPDATE ledger_transfer SET created_at = created_at - interval '1 day' WHERE ${of}`)).toContain(
      'transfers differ from their seal',
    );
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
