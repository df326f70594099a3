import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@troupe/test-kit/database';
import { openWorld } from '@troupe/test-kit/world';
import fc from 'fast-check';
import { coinAccount, userAccount } from './accounts.ts';
import { VERIFY } from './verify.sql.ts';

/** What a wallet should hold, kept beside the database by the plainest possible code. */
interface Oracle {
  coins: bigint;
  bonus: bigint;
}

type Operation =
  | { kind: 'charge'; fan: number; price: bigint; retry: boolean }
  | { kind: 'topUp'; fan: number; amount: bigint; bucket: 'coins' | 'bonus' }
  | { kind: 'reverse'; pick: number };

const FANS = 3;
const fan = fc.integer({ min: 0, max: FANS - 1 });
const amount = fc.bigInt({ min: 1n, max: 40n });

/** What of a price the bonus bucket pays: bonus coins go first. */
function bonusFirst(bonus: bigint, price: bigint): bigint {
  if (bonus < price) return bonus;
  return price;
}
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('charge' as const), fan, price: amount, retry: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('topUp' as const),
      fan,
      amount,
      bucket: fc.constantFrom('coins' as const, 'bonus' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse' as const), pick: fc.nat(50) }) },
);

describe('the ledger against an oracle', () => {
  it('agrees with it after any run of charges, retries, top-ups and reversals', async () => {
    const database = await createTestDatabase();
    const world = openWorld(database.url);
    const count = { accepted: 0, refused: 0 };
    const openWallet = async () => {
      const ownerId = randomUUID();
      const [row] = await world.query<{ id: string }>('INSERT INTO wallet (owner_id) VALUES ($1) RETURNING id', [
        ownerId,
      ]);
      return { ownerId, id: BigInt(row?.id ?? 0) };
    };
    const outcomeOf = async (text: string, values: unknown[]) => {
      const [row] = await world.query<{ outcome: string; journal: string }>(text, values);
      return { outcome: row?.outcome ?? '', journal: row?.journal ?? '' };
    };
    const charge = (fanId: string, creatorId: string, price: bigint, key: string) =>
      outcomeOf(
        'SELECT * FROM ledger_charge(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[$3::bigint], ARRAY[$4::uuid], ARRAY[$3::bigint], 70)',
        [fanId, key, price, creatorId],
      );

    const run = async (operations: readonly Operation[]): Promise<void> => {
      const creator = await openWallet();
      const wallets = await Promise.all(Array.from({ length: FANS }, openWallet));
      const oracle: Oracle[] = wallets.map(() => ({ coins: 0n, bonus: 0n }));
      const charged: { fan: number; coins: bigint; bonus: bigint; journal: string; reversed: boolean }[] = [];
      for (const step of operations) {
        if (step.kind === 'reverse') {
          const target = charged[step.pick % Math.max(1, charged.length)];
          if (target === undefined) continue;
          const { outcome } = await outcomeOf('SELECT * FROM ledger_reverse($1)', [target.journal]);
          expect(outcome).toBe(target.reversed ? 'duplicate' : 'posted');
          count[target.reversed ? 'refused' : 'accepted'] += 1;
          const expected = oracle[target.fan];
          if (!target.reversed && expected) {
            expected.coins += target.coins;
            expected.bonus += target.bonus;
          }
          target.reversed = true;
          continue;
        }
        const wallet = wallets[step.fan];
        const expected = oracle[step.fan];
        if (wallet === undefined || expected === undefined) throw new Error('no such fan');
        if (step.kind === 'topUp') {
          const source = coinAccount(step.bucket === 'coins' ? 'issued' : 'promotions');
          const { outcome } = await outcomeOf(
            'SELECT * FROM ledger_post(1, $1, 0, ARRAY[$2::bigint], ARRAY[$3::bigint], ARRAY[$4::bigint], ARRAY[99::smallint])',
            [randomUUID(), source, userAccount(wallet.id, step.bucket), step.amount],
          );
          expect(outcome).toBe('posted');
          expected[step.bucket] += step.amount;
          count.accepted += 1;
          continue;
        }
        const key = randomUUID();
        const first = await charge(wallet.ownerId, creator.ownerId, step.price, key);
        const affordable = expected.coins + expected.bonus >= step.price;
        expect(first.outcome).toBe(affordable ? 'charged' : 'insufficient');
        count[affordable ? 'accepted' : 'refused'] += 1;
        if (step.retry) {
          const again = await charge(wallet.ownerId, creator.ownerId, step.price, key);
          expect(again.outcome).toBe(affordable ? 'duplicate' : 'insufficient');
          if (affordable) expect(again.journal).toBe(first.journal);
        }
        if (!affordable) continue;
        const bonus = bonusFirst(expected.bonus, step.price);
        expected.bonus -= bonus;
        expected.coins -= step.price - bonus;
        charged.push({ fan: step.fan, coins: step.price - bonus, bonus, journal: first.journal, reversed: false });
      }
      const rows = await world.query<{ owner_id: string; coins: string; bonus: string }>(
        'SELECT owner_id, coins, bonus FROM wallet WHERE owner_id = ANY ($1)',
        [wallets.map((wallet) => wallet.ownerId)],
      );
      for (const [index, wallet] of wallets.entries()) {
        const row = rows.find((entry) => entry.owner_id === wallet.ownerId);
        expect({ coins: BigInt(row?.coins ?? -1), bonus: BigInt(row?.bonus ?? -1) }).toEqual(oracle[index]);
      }
    };

    try {
      await fc.assert(fc.asyncProperty(fc.array(operation, { minLength: 20, maxLength: 60, size: 'max' }), run), {
        numRuns: 40,
      });
      expect(await world.query(VERIFY)).toEqual([]);
      // Not vacuous: both kinds of answers came often.
      expect(count.accepted).toBeGreaterThan(100);
      expect(count.refused).toBeGreaterThan(30);
    } finally {
      await world.close();
      await database.drop();
    }
  });
});
