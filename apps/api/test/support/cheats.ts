import { randomUUID } from 'node:crypto';
import type { SandboxOutcome } from '@troupe/contracts/http/payment';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { FoldLedgerService } from '../../src/modules/coin/fold-ledger.service.ts';
import { setBonus } from './books.ts';
import type { House } from './boot.ts';
import { once } from './movements.ts';
import { deliver, eventFor } from './payments.ts';

/** Somebody with an empty wallet: not even the welcome bonus. */
export async function poorFan(house: House): Promise<Actor> {
  const fan = await house.register();
  await setBonus(house.world, fan.userId, 0);
  return fan;
}

/** The friend on whose stage stolen coins are spent. */
export async function accomplice(house: House): Promise<Actor & { handle: string }> {
  const creator = await poorFan(house);
  const handle = `stage_${randomUUID().slice(0, 8)}`;
  await house.world.query('INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, $2)', [
    creator.userId,
    handle,
  ]);
  return { ...creator, handle };
}

export async function buy(fan: Actor, packId: string, promotionCode?: string): Promise<string> {
  const asked = { packId, currency: 'USD' as const, ...(promotionCode === undefined ? {} : { promotionCode }) };
  const { payment } = await fan.api.payment.sandboxCheckout(asked);
  await press(fan, payment.id, 'succeeded');
  return payment.id;
}

export const press = (fan: Actor, paymentId: string, outcome: SandboxOutcome) =>
  fan.api.payment.sandboxConfirm({ paymentId, outcome });

/** A part of the money goes back. */
export async function refundPart(house: House, paymentId: string, amountMinor: number): Promise<void> {
  const refund = { ref: `r_${randomUUID()}`, amountMinor, status: 'succeeded' };
  const answer = await deliver(house, eventFor(paymentId, { type: 'refund.updated', refund }));
  if (answer.status !== 200) throw new Error(`the refund was answered with ${answer.status}`);
}

export const tip = (fan: Actor, creatorHandle: string, amountMicrocoins: number) =>
  fan.api.coin.tip({ creatorHandle, amountMicrocoins }, once());

/** Lets everything mature that this creator has earned up to now, as if the holding period were over. */
export async function matureAll(house: House, creatorId: string): Promise<void> {
  const [row] = await house.world.query<{ last: string }>('SELECT last_value::text AS last FROM ledger_journal_seq');
  await until('everything to be folded', async () => {
    await house.get(FoldLedgerService).fold();
    const [folded] = await house.world.query<{ upto: string }>('SELECT upto::text FROM ledger_fold');
    return BigInt(folded?.upto ?? 0) >= BigInt(row?.last ?? 0);
  });
  await house.world.query(
    `INSERT INTO ledger_horizon (at, upto) SELECT now() - interval '30 days' + random() * interval '1 day', upto FROM ledger_fold`,
  );
  await house.world.query(
    'SELECT m.outcome FROM wallet w, ledger_fold f, ledger_mature(w.id, f.upto) m WHERE w.owner_id = $1',
    [creatorId],
  );
}

/** What somebody has and owes: the buckets that aren't empty, in microcoins. */
export async function purseOf(house: House, { userId }: Actor): Promise<Record<string, number>> {
  const [row] = await house.world.query<Record<string, string>>(
    `SELECT coins, bonus, earnings, promo, receivable AS owed, ledger_balance(id * 32 + 3) AS maturing, ledger_balance(id * 32 + 6) AS "maturingPromo"
     FROM wallet WHERE owner_id = $1`,
    [userId],
  );
  const buckets = Object.entries(row ?? {}).map(([bucket, amount]): [string, number] => [bucket, Number(amount)]);
  return Object.fromEntries(buckets.filter(([, amount]) => amount !== 0));
}

export type Platform = Record<'revenue' | 'promotions' | 'issued' | 'cash' | 'liability', number>;

/** The platform's books as a person would tell them: earned, given as bonus, issued, in microcoins; held in cash and owed for coins, in cents. */
export async function platformOf(house: House): Promise<Platform> {
  const [row] = await house.world.query<Platform>(
    `SELECT ledger_balance(33)::float8 AS revenue, -ledger_balance(34)::float8 AS promotions, -ledger_balance(35)::float8 AS issued,
            -ledger_balance(72)::float8 AS cash, ledger_balance(65)::float8 AS liability`,
  );
  if (row === undefined) throw new Error('no books');
  return row;
}

/** What changed on them since. */
export async function platformSince(house: House, before: Platform): Promise<Platform> {
  const now = await platformOf(house);
  const books = ['revenue', 'promotions', 'issued', 'cash', 'liability'] as const;
  return Object.fromEntries(books.map((book) => [book, now[book] - before[book]])) as Platform;
}
