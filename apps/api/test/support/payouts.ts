import { randomUUID } from 'node:crypto';
import type { PayoutAccount } from '@troupe/contracts/http/payout';
import { type Actor, actorOf } from '@troupe/test-kit/actors';
import type { World } from '@troupe/test-kit/world';
import type { House } from './boot.ts';
import { coins } from './wallets.ts';

/** So long ago that nothing of it stays back for the reserve. */
export const LONG_AGO_DAYS = 40;

/** Gives matured shares of bought coins that matured so many days ago: as if a fan had bought these coins then, for a message. */
export async function giveEarnings(world: World, ownerId: string, microcoins: number, daysAgo: number): Promise<void> {
  await world.query(
    `DO $$
     DECLARE posted record;
     BEGIN
       SELECT p.* INTO STRICT posted FROM wallet w, LATERAL ledger_post(1, '${randomUUID()}', 0, ARRAY[35::bigint], ARRAY[w.id * 32 + 4],
                                          ARRAY[${microcoins}::bigint], ARRAY[50::smallint]) p WHERE w.owner_id = '${ownerId}';
       ASSERT posted.outcome = 'posted';
       -- Nothing but a test's own hands can write the past.
       SET LOCAL session_replication_role = replica;
       UPDATE ledger_transfer SET created_at = now() - interval '${daysAgo} days' WHERE journal = posted.journal;
     END $$`,
  );
}

export const PAYS: PayoutAccount = { kind: 'sandbox', handle: 'pays@sandbox' };
export const FAILS: PayoutAccount = { kind: 'sandbox', handle: 'fails@sandbox' };

/** A tax id that nobody else has. */
const newTaxId = (): string => randomUUID().replaceAll('-', '').slice(0, 12);

export interface Payee extends Actor {
  destinationId: string;
}

/** A creator with earnings (in coins) who may be paid out, but for a review of the first time. */
export async function payeeWith(
  house: Pick<House, 'world' | 'register'>,
  count: number,
  { account = PAYS, currency = 'USD' as 'USD' | 'INR', daysAgo = LONG_AGO_DAYS, taxId = newTaxId() } = {},
): Promise<Payee> {
  const actor = await house.register('Payee');
  if (count > 0) await giveEarnings(house.world, actor.userId, coins(count), daysAgo);
  await actor.api.payouts.saveProfile({ legalName: 'Paula Payee', country: 'DE', taxId });
  const { destination } = await actor.api.payouts.openDestination({ provider: 'sandbox', currency, account });
  return { ...actor, destinationId: destination.id };
}

/** The same person as an admin. */
export async function asAdmin(house: Pick<House, 'world' | 'origin'>, actor: Actor): Promise<Actor> {
  await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [actor.userId]);
  const renewed = await actor.api.auth.refresh({ refreshToken: actor.session.refreshToken });
  return actorOf(house.origin, { add: () => undefined }, { ...actor.session, ...renewed });
}

/** What a person has of the accounts that payouts move, in microcoins. */
export async function standingOf(world: World, ownerId: string): Promise<{ earnings: number; inFlight: number }> {
  const [row] = await world.query<{ earnings: string; in_flight: string }>(
    'SELECT earnings, in_flight FROM wallet WHERE owner_id = $1',
    [ownerId],
  );
  return { earnings: Number(row?.earnings), inFlight: Number(row?.in_flight) };
}

/** Balances (credits − debits) of the platform's fiat accounts that payouts move, in minor units. */
export async function fiatOf(world: World, currency: 'USD' | 'INR'): Promise<Record<string, number>> {
  const book = currency === 'USD' ? 2 : 3;
  const [row] = await world.query<Record<string, string>>(
    `SELECT ledger_balance($1 * 32 + 1) AS liability, ledger_balance($1 * 32 + 2) AS fees, ledger_balance($1 * 32 + 8) AS cash,
            ledger_balance($1 * 32 + 16) AS travelling`,
    [book],
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
}
