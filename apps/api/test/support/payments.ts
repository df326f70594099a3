import { randomUUID } from 'node:crypto';
import type { SandboxEvent } from '@troupe/contracts/http/payment';
import type { World } from '@troupe/test-kit/world';
import { signWebhook } from '../../src/modules/payment/providers/sandbox/webhook-signature.ts';
import { type House, SANDBOX_SECRET } from './boot.ts';

/** The world's pack, in dollars. */
export const PRICE_MINOR = 99;
export const COINS = 100_000_000;
export const BONUS = 10_000_000;

/** What the sandbox tells when somebody has paid for the world's pack in dollars. */
export const eventFor = (paymentId: string, changes: object = {}): SandboxEvent => ({
  id: `evt_${randomUUID()}`,
  type: 'payment.succeeded',
  paymentId,
  currency: 'USD',
  amountMinor: 99,
  ...changes,
});

/** Posts an event to the webhook, signed by the sandbox unless another signature is given. */
export async function deliver(house: Pick<House, 'origin'>, event: object, signature?: string): Promise<Response> {
  const body = Buffer.from(JSON.stringify(event));
  return fetch(`${house.origin}/payment/sandbox/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-sandbox-signature': signature ?? signWebhook(SANDBOX_SECRET, body, new Date()),
    },
    body,
  });
}

export interface OpenPayment {
  id: string;
  userId: string;
}

/** So many people, each with an empty wallet and a checkout for the world's pack that is open: past the door, for a test that needs very many. */
export async function openPayments(world: World, packId: string, count: number): Promise<OpenPayment[]> {
  const opened = Array.from({ length: count }, () => ({ id: randomUUID(), userId: randomUUID() }));
  const [ids, userIds] = [opened.map((it) => it.id), opened.map((it) => it.userId)];
  await world.query(
    `INSERT INTO app_user (id, email, name, roles) SELECT u, u || '@test.local', 'Buyer', '{fan}' FROM unnest($1::uuid[]) u`,
    [userIds],
  );
  await world.query('INSERT INTO wallet (owner_id) SELECT unnest($1::uuid[])', [userIds]);
  await world.query(
    `INSERT INTO payment (id, user_id, provider, pack_id, pack_name, coins_microcoins, bonus_microcoins, currency, amount_minor)
     SELECT p, u, 'sandbox', $3, 'Pack', $4, $5, 'USD', $6 FROM unnest($1::uuid[], $2::uuid[]) AS t(p, u)`,
    [ids, userIds, packId, COINS, BONUS, PRICE_MINOR],
  );
  return opened;
}

/** How a payment and the wallet of whoever opened it stand. Amounts in minor units and microcoins. */
export type Stand = Record<
  'refunded' | 'disputed' | 'taken' | 'fee' | 'coins' | 'bonus' | 'owed' | 'credits' | 'cash' | 'liability' | 'fees',
  number
> & { status: string; failure: string | null };

/** The same for many; the fiat accounts are summed over the journals that belong to each payment. */
export async function standsOf(world: World, paymentIds: readonly string[]): Promise<Stand[]> {
  const rows = await world.query<{ stand: Stand }>(
    `WITH own AS (
       SELECT p.id, k.journal FROM payment p JOIN ledger_key k ON k.owner = 1 AND k.key = ANY (
         ARRAY[ledger_key_of('payment', p.id::text), ledger_key_of('provider-fee', 'payment:' || p.id)]) WHERE p.id = ANY ($1::uuid[])
       UNION ALL SELECT c.payment_id, c.journal FROM payment_clawback c WHERE c.payment_id = ANY ($1::uuid[])
       UNION ALL
       SELECT d.payment_id, k.journal FROM payment_dispute d, unnest(ARRAY['0>1500', '1500>0']) step,
         LATERAL (SELECT journal FROM ledger_key WHERE owner = 1 AND key = ledger_key_of('provider-fee', 'dispute:' || d.provider || ':' || d.ref || ':' || step)) k
       WHERE d.payment_id = ANY ($1::uuid[])),
     side AS (
       SELECT o.id, t.kind, s.account, s.amount FROM own o JOIN ledger_transfer t USING (journal),
         LATERAL (VALUES (t.credit, t.amount), (t.debit, -t.amount)) s(account, amount)),
     fiat AS (
       SELECT id, coalesce(sum(-amount) FILTER (WHERE account & 31 IN (8, 9, 10)), 0) AS cash, coalesce(sum(amount) FILTER (WHERE account & 31 = 1), 0) AS liability,
              coalesce(sum(-amount) FILTER (WHERE account & 31 = 2), 0) AS fees
       FROM side WHERE account / 32 IN (2, 3) GROUP BY id)
     SELECT json_build_object('status', p.status, 'failure', p.failure_code, 'refunded', p.refunded_minor, 'disputed', p.disputed_minor,
       'taken', p.taken_minor, 'fee', coalesce(p.fee_minor, 0), 'coins', w.coins, 'bonus', w.bonus, 'owed', w.receivable,
       'credits', (SELECT count(DISTINCT t.journal) FROM ledger_transfer t WHERE t.credit = w.id * 32 + 1 AND t.kind = 11),
       'cash', coalesce(f.cash, 0), 'liability', coalesce(f.liability, 0), 'fees', coalesce(f.fees, 0)) AS stand
     FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place) JOIN payment p ON p.id = asked.id JOIN wallet w ON w.owner_id = p.user_id
     LEFT JOIN fiat f ON f.id = p.id ORDER BY asked.place`,
    [paymentIds],
  );
  return rows.map((row) => row.stand);
}
