import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { openWorld, type World } from '@troupe/test-kit/world';
import { coinAccount, FIRST_USER_WALLET, fiatAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { ledgerKey } from '../../src/modules/coin/ledger/keys.ts';
import { VERIFY } from '../../src/modules/coin/ledger/verify.sql.ts';

interface Charged extends Record<string, unknown> {
  outcome: string;
  journal: string | null;
  coins_part: string | null;
  bonus_part: string | null;
}

describe('the ledger in the database', () => {
  let database: TestDatabase;
  let world: World;

  beforeAll(async () => {
    database = await createTestDatabase();
    world = openWorld(database.url);
  });
  afterAll(async () => {
    await world.close();
    await database.drop();
  });
  afterEach(async () => expect(await world.query(VERIFY)).toEqual([]));

  const post = async (debit: bigint, credit: bigint, amount: bigint, key: string = randomUUID(), hash = 0n) =>
    (
      await world.query<{ outcome: string; journal: string | null }>(
        'SELECT * FROM ledger_post(1, $1, $2, ARRAY[$3::bigint], ARRAY[$4::bigint], ARRAY[$5::bigint], ARRAY[99::smallint])',
        [key, hash, debit, credit, amount],
      )
    )[0];
  const openWallet = async (coins: bigint, bonus: bigint) => {
    const ownerId = randomUUID();
    const [row] = await world.query<{ id: string }>('INSERT INTO wallet (owner_id) VALUES ($1) RETURNING id', [
      ownerId,
    ]);
    const id = BigInt(row?.id ?? 0);
    if (coins > 0n) await post(coinAccount('issued'), userAccount(id, 'coins'), coins);
    if (bonus > 0n) await post(coinAccount('promotions'), userAccount(id, 'bonus'), bonus);
    return { ownerId, id };
  };
  const charge = async (fan: string, creator: string, price: bigint, key: string = randomUUID(), hash = 1n) =>
    (
      await world.query<Charged>(
        'SELECT * FROM ledger_charge(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[$3::bigint], ARRAY[$4::uuid], ARRAY[$5::bigint], 70)',
        [fan, key, hash, creator, price],
      )
    )[0];
  const bucketsOf = async (ownerId: string) =>
    (await world.query('SELECT coins, bonus FROM wallet WHERE owner_id = $1', [ownerId]))[0];
  const legsOf = async (journal: string | null | undefined) =>
    world.query('SELECT kind, debit, credit, amount FROM ledger_transfer WHERE journal = $1 ORDER BY leg', [journal]);

  it('numbers people’s wallets above the platform’s books', async () => {
    expect((await openWallet(0n, 0n)).id).toBeGreaterThanOrEqual(FIRST_USER_WALLET);
  });

  it('makes the same keys in SQL and in TypeScript', async () => {
    const [row] = await world.query("SELECT ledger_key_of('reverse', 'ü€🎭') AS key");
    expect(row?.['key']).toBe(ledgerKey('reverse', 'ü€🎭'));
  });

  it('burns bonus first and splits each part on its own, the creator’s share floored', async () => {
    const creator = await openWallet(0n, 0n);
    const fan = await openWallet(10n, 5n);
    const result = await charge(fan.ownerId, creator.ownerId, 8n);
    expect(result).toMatchObject({ outcome: 'charged', bonus_part: '5', coins_part: '3' });
    expect(await bucketsOf(fan.ownerId)).toEqual({ coins: '7', bonus: '0' });
    expect(await legsOf(result?.journal)).toEqual([
      {
        kind: 1,
        debit: String(userAccount(fan.id, 'coins')),
        credit: String(userAccount(creator.id, 'earningsPending')),
        amount: '2',
      },
      { kind: 2, debit: String(userAccount(fan.id, 'coins')), credit: String(coinAccount('revenue')), amount: '1' },
      {
        kind: 3,
        debit: String(userAccount(fan.id, 'bonus')),
        credit: String(userAccount(creator.id, 'earningsPromoPending')),
        amount: '3',
      },
      { kind: 4, debit: String(userAccount(fan.id, 'bonus')), credit: String(coinAccount('promotions')), amount: '2' },
    ]);
  });

  it('writes no transfer for a share of zero, and never debits zero for a price above it', async () => {
    const creator = await openWallet(0n, 0n);
    const fan = await openWallet(1n, 0n);
    const result = await charge(fan.ownerId, creator.ownerId, 1n);
    expect((await legsOf(result?.journal)).map((leg) => [leg['kind'], leg['amount']])).toEqual([[2, '1']]);
  });

  it.each([0n, -5n])('refuses a price of %s', async (price) => {
    const creator = await openWallet(0n, 0n);
    const fan = await openWallet(10n, 0n);
    expect(await charge(fan.ownerId, creator.ownerId, price)).toMatchObject({ outcome: 'invalid' });
    expect(await bucketsOf(fan.ownerId)).toEqual({ coins: '10', bonus: '0' });
  });

  it('refuses a fan who would pay themselves, and wallets that are not there', async () => {
    const fan = await openWallet(10n, 0n);
    expect(await charge(fan.ownerId, fan.ownerId, 1n)).toMatchObject({ outcome: 'invalid' });
    expect(await charge(fan.ownerId, randomUUID(), 1n)).toMatchObject({ outcome: 'invalid' });
    expect(await charge(randomUUID(), fan.ownerId, 1n)).toMatchObject({ outcome: 'invalid' });
  });

  it('answers a retry with the first journal, another request under the same key with a refusal, and forgets refusals', async () => {
    const creator = await openWallet(0n, 0n);
    const fan = await openWallet(3n, 0n);
    const key = randomUUID();
    expect(await charge(fan.ownerId, creator.ownerId, 5n, key)).toMatchObject({ outcome: 'insufficient' });
    await post(coinAccount('issued'), userAccount(fan.id, 'coins'), 2n);
    const first = await charge(fan.ownerId, creator.ownerId, 5n, key);
    expect(first?.outcome).toBe('charged');
    expect(await charge(fan.ownerId, creator.ownerId, 5n, key)).toMatchObject({
      outcome: 'duplicate',
      journal: first?.journal,
    });
    expect(await charge(fan.ownerId, creator.ownerId, 5n, key, 2n)).toMatchObject({ outcome: 'reused' });
  });

  it('counts what is held as not available, and spends nothing from a blocked wallet', async () => {
    const creator = await openWallet(0n, 0n);
    const fan = await openWallet(10n, 0n);
    await world.query('UPDATE wallet SET coins_held = 8 WHERE id = $1', [fan.id]);
    expect(await charge(fan.ownerId, creator.ownerId, 3n)).toMatchObject({ outcome: 'insufficient' });
    expect(await charge(fan.ownerId, creator.ownerId, 2n)).toMatchObject({ outcome: 'charged' });
    await world.query('UPDATE wallet SET coins_held = 0, suspended = true WHERE id = $1', [fan.id]);
    expect(await charge(fan.ownerId, creator.ownerId, 1n)).toMatchObject({ outcome: 'blocked' });
  });

  it('takes a charge back once, to the buckets and from the shares that it came from, and never takes a reversal back', async () => {
    const creator = await openWallet(0n, 0n);
    const fan = await openWallet(10n, 5n);
    const charged = await charge(fan.ownerId, creator.ownerId, 8n);
    const reverse = async (journal: unknown) =>
      (await world.query<{ outcome: string; journal: string }>('SELECT * FROM ledger_reverse($1)', [journal]))[0];
    const [first, second] = await Promise.all([reverse(charged?.journal), reverse(charged?.journal)]);
    expect([first?.outcome, second?.outcome].sort()).toEqual(['duplicate', 'posted']);
    expect(first?.journal).toBe(second?.journal);
    expect(await bucketsOf(fan.ownerId)).toEqual({ coins: '10', bonus: '5' });
    expect(await reverse(first?.journal)).toMatchObject({ outcome: 'refused' });
    expect(await reverse(999_999_999)).toMatchObject({ outcome: 'unknown' });
  });

  it('posts nothing that a wallet can’t bear', async () => {
    const fan = await openWallet(10n, 0n);
    expect(await post(userAccount(fan.id, 'coins'), coinAccount('issued'), 11n)).toMatchObject({
      outcome: 'insufficient',
    });
    expect(await bucketsOf(fan.ownerId)).toEqual({ coins: '10', bonus: '0' });
  });

  it('keeps currencies apart, and transfers and keys as they were written', async () => {
    const fan = await openWallet(1n, 0n);
    await expect(post(fiatAccount('USD', 'cashSandbox'), userAccount(fan.id, 'coins'), 1n)).rejects.toThrow(
      /one_currency/,
    );
    await expect(world.query('UPDATE ledger_transfer SET amount = 2')).rejects.toThrow(/append-only/);
    await expect(world.query('DELETE FROM ledger_transfer')).rejects.toThrow(/append-only/);
    await expect(world.query('TRUNCATE ledger_transfer')).rejects.toThrow(/append-only/);
    await expect(world.query('DELETE FROM ledger_key')).rejects.toThrow(/append-only/);
    await expect(world.query('UPDATE wallet SET coins = -1 WHERE id = $1', [fan.id])).rejects.toThrow(/never_negative/);
  });

  it('finds a wallet that was changed behind its back', async () => {
    const fan = await openWallet(1n, 0n);
    await world.query('UPDATE wallet SET coins = 2 WHERE id = $1', [fan.id]);
    expect(await world.query(VERIFY)).toMatchObject([
      { fault: 'wallet differs from its transfers', subject: String(fan.id) },
    ]);
    await world.query('UPDATE wallet SET coins = 1 WHERE id = $1', [fan.id]);
  });
});
