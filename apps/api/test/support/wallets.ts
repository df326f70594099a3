import { randomUUID } from 'node:crypto';
import type { World } from '@troupe/test-kit/world';

const COIN = 1_000_000;
export const coins = (count: number): number => Math.round(count * COIN);

async function walletOf(world: World, ownerId: string): Promise<bigint> {
  const [row] = await world.query<{ id: string }>('SELECT id FROM wallet WHERE owner_id = $1', [ownerId]);
  if (row === undefined) throw new Error('this user has no wallet');
  return BigInt(row.id);
}

async function post(world: World, debit: bigint, credit: bigint, amount: number, kind: number): Promise<void> {
  const [row] = await world.query<{ outcome: string }>(
    'SELECT outcome FROM ledger_post(1, $1::uuid, 0, ARRAY[$2::bigint], ARRAY[$3::bigint], ARRAY[$4::bigint], ARRAY[$5::smallint])',
    [randomUUID(), debit, credit, amount, kind],
  );
  if (row?.outcome !== 'posted') throw new Error(`the ledger answered ${row?.outcome}`);
}

/** Gives bought coins, so many days ago. In one transaction: the fold must never see, and seal, the day on which it really was. */
export async function buyCoins(world: World, ownerId: string, microcoins: number, daysAgo = 0): Promise<void> {
  const account = (await walletOf(world, ownerId)) * 32n + 1n;
  await world.query(
    `DO $$
     DECLARE posted record;
     BEGIN
       SELECT * INTO STRICT posted FROM ledger_post(1, '${randomUUID()}', 0, ARRAY[35::bigint], ARRAY[${account}], ARRAY[${microcoins}::bigint], ARRAY[11::smallint]);
       ASSERT posted.outcome = 'posted';
       -- Nothing but a test's own hands can write the past.
       SET LOCAL session_replication_role = replica;
       UPDATE ledger_transfer SET created_at = now() - interval '${daysAgo} days' WHERE journal = posted.journal;
     END $$`,
  );
}

/** Gives a creator matured earnings: of bought coins, or promotional ones. */
export async function giveMatured(
  world: World,
  ownerId: string,
  microcoins: number,
  from: 'earnings' | 'promotional',
): Promise<void> {
  const wallet = (await walletOf(world, ownerId)) * 32n;
  if (from === 'earnings') await post(world, 33n, wallet + 4n, microcoins, 50);
  else await post(world, 34n, wallet + 5n, microcoins, 51);
}

/** The posted buckets of a wallet, in microcoins. */
export async function bucketsOf(world: World, ownerId: string): Promise<Record<string, number>> {
  const [row] = await world.query<Record<string, string>>(
    'SELECT coins, bonus, earnings, promo FROM wallet WHERE owner_id = $1',
    [ownerId],
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
}

/** How much has been written for this owner: what refused must leave it as it was. */
export async function traceOf(world: World, ownerId: string): Promise<Record<string, unknown>> {
  const [row] = await world.query(
    `SELECT (SELECT count(*)::int FROM ledger_transfer t WHERE w.id IN (t.debit >> 5, t.credit >> 5)) AS transfers,
            (SELECT count(*)::int FROM ledger_key k WHERE k.owner = w.id) AS keys,
            (SELECT count(*)::int FROM coin_movement m WHERE w.id IN (m.from_wallet, m.to_wallet)) AS movements,
            w.coins, w.bonus, w.earnings, w.promo, w.spent
     FROM wallet w WHERE w.owner_id = $1`,
    [ownerId],
  );
  return row ?? {};
}
