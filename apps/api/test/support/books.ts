import type { World } from '@troupe/test-kit/world';
import { VERIFY } from '../../src/modules/coin/ledger/verify.sql.ts';
import { PAYMENTS_VERIFY } from '../../src/modules/payment/payments-verify.sql.ts';
import { PAYOUTS_VERIFY } from '../../src/modules/payment/payouts/payouts-verify.sql.ts';

/** Faults of the books as `ledger:verify` finds them, and charges that paid for nothing. */
export async function faultsIn(world: World): Promise<Record<string, unknown>[]> {
  const unpaired = `
    SELECT 'charge without exactly one reply' AS fault, t.journal::text AS subject, count(DISTINCT m.id)::text AS detail
    FROM ledger_transfer t LEFT JOIN message m ON m.journal_id = t.journal AND m.role = 'assistant'
    WHERE t.kind BETWEEN 1 AND 4 AND t.reverses IS NULL GROUP BY t.journal HAVING count(DISTINCT m.id) <> 1`;
  const unreturned = `
    SELECT 'refund on the message and in the ledger differ' AS fault, m.id::text AS subject, m.refunded::text AS detail
    FROM message m WHERE m.role = 'assistant' AND m.journal_id IS NOT NULL
      AND m.refunded <> EXISTS (SELECT FROM ledger_transfer t WHERE t.reverses = m.journal_id)`;
  const checks = [VERIFY, PAYMENTS_VERIFY, PAYOUTS_VERIFY, unpaired, unreturned];
  return (await Promise.all(checks.map((check) => world.query(check)))).flat();
}

export interface Earned {
  pending: number;
  promo: number;
}

/** What a creator has earned, in microcoins, summed from the transfers. */
export async function earnedBy(world: World, creatorId: string): Promise<Earned> {
  const [row] = await world.query<{ pending: string; promo: string }>(
    `SELECT coalesce(sum(CASE WHEN t.credit = w.id * 32 + 3 THEN amount WHEN t.debit = w.id * 32 + 3 THEN -amount END), 0)::text AS pending,
            coalesce(sum(CASE WHEN t.credit = w.id * 32 + 6 THEN amount WHEN t.debit = w.id * 32 + 6 THEN -amount END), 0)::text AS promo
     FROM wallet w LEFT JOIN ledger_transfer t ON t.credit >> 5 = w.id OR t.debit >> 5 = w.id WHERE w.owner_id = $1`,
    [creatorId],
  );
  return { pending: Number(row?.pending), promo: Number(row?.promo) };
}

/** Leaves a fan with exactly this much bonus, through the ledger. */
export async function setBonus(world: World, ownerId: string, microcoins: number): Promise<void> {
  const [wallet] = await world.query<{ id: string; bonus: string }>(
    'SELECT id, bonus FROM wallet WHERE owner_id = $1',
    [ownerId],
  );
  const account = BigInt(wallet?.id ?? 0) * 32n + 2n;
  const delta = BigInt(microcoins) - BigInt(wallet?.bonus ?? 0);
  if (delta === 0n) return;
  const [debit, credit] = delta > 0n ? [34n, account] : [account, 34n];
  await world.query(
    'SELECT * FROM ledger_post(1, gen_random_uuid(), 0, ARRAY[$1::bigint], ARRAY[$2::bigint], ARRAY[$3::bigint], ARRAY[20::smallint])',
    [debit, credit, delta > 0n ? delta : -delta],
  );
}
