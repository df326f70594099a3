import { randomUUID } from 'node:crypto';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { type Engine, openEngine } from './engine.ts';

describe('the ledger’s holds', () => {
  let engine: Engine;
  let books: Engine['books'];
  let ledger: Engine['ledger'];
  let wallet: Engine['wallet'];
  let many: Engine['many'];
  let query: Engine['query'];
  let untilSomebodyWaits: Engine['untilSomebodyWaits'];
  let aside: Engine['aside'];

  beforeAll(async () => {
    engine = await openEngine();
    ({ books, ledger, wallet, many, query, untilSomebodyWaits, aside } = engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

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
    await aside(async (releasing) => {
      await releasing.query('BEGIN');
      await releasing.query("SELECT outcome FROM ledger_release($1, 'released')", [hold]);
      const settling = books.settle(hold ?? '', 4n);
      await untilSomebodyWaits();
      await releasing.query('COMMIT');
      expect(await settling).toMatchObject({ outcome: 'ended' });
    });
    expect(await wallet(fan)).toMatchObject({ coins: '10', coins_held: '0' });
  });

  it('a hold that everybody forgot is freed when its time has come; one that was renewed is not', async () => {
    const [fan, creator] = [await books.openFunded(10n, 0n), await books.openWallet()];
    const [forgotten, kept] = [
      await books.hold(fan, creator, 4n, randomUUID(), 1n, '1 millisecond'),
      await books.hold(fan, creator, 3n, randomUUID(), 1n, '1 millisecond'),
    ];
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
