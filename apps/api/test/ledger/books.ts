import { randomUUID } from 'node:crypto';
import type { World } from '@troupe/test-kit/world';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';

export interface Wallet {
  ownerId: string;
  id: bigint;
}

/** One member of a charge. */
export interface ChargeMember {
  fan: Wallet;
  creator: Wallet;
  price: bigint;
  key: string;
  hash?: bigint;
}

export interface Charged {
  outcome: string;
  journal: string | null;
  coins_part: string | null;
  bonus_part: string | null;
  low: boolean;
}

type Row = Record<string, unknown>;

/** The ledger's functions as a test calls them: raw, so that what the database itself allows is what is tried. */
export function openBooks(world: World) {
  const one = async <Answer extends Row>(text: string, values: unknown[]): Promise<Answer> => {
    const [row] = await world.query<Answer>(text, values);
    if (row === undefined) throw new Error(`no answer to ${text}`);
    return row;
  };
  const post = (debit: bigint, credit: bigint, amount: bigint, key: string = randomUUID(), hash = 0n, owner = 1n) =>
    one<{ outcome: string; journal: string | null }>(
      'SELECT outcome, journal::text FROM ledger_post($1, $2, $3, ARRAY[$4::bigint], ARRAY[$5::bigint], ARRAY[$6::bigint], ARRAY[99::smallint])',
      [owner, key, hash, debit, credit, amount],
    );
  return {
    one,
    post,
    async openWallet(): Promise<Wallet> {
      const ownerId = randomUUID();
      const row = await one<{ id: string }>('INSERT INTO wallet (owner_id) VALUES ($1) RETURNING id::text', [ownerId]);
      return { ownerId, id: BigInt(row.id) };
    },
    async openFunded(coins: bigint, bonus: bigint): Promise<Wallet> {
      const wallet = await this.openWallet();
      if (coins > 0n) await post(coinAccount('issued'), userAccount(wallet.id, 'coins'), coins);
      if (bonus > 0n) await post(coinAccount('promotions'), userAccount(wallet.id, 'bonus'), bonus);
      return wallet;
    },
    async charge(members: readonly ChargeMember[], share = 70): Promise<Charged[]> {
      return world.query<Charged & Row>(
        `SELECT outcome, journal::text, coins_part::text, bonus_part::text, low
         FROM ledger_charge($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::bigint[], $6::int) ORDER BY ord`,
        [
          members.map((it) => it.fan.ownerId),
          members.map((it) => it.key),
          members.map((it) => it.hash ?? 1n),
          members.map((it) => it.creator.ownerId),
          members.map((it) => it.price),
          share,
        ],
      );
    },
    hold: (fan: Wallet, creator: Wallet, amount: bigint, key: string = randomUUID(), hash = 1n, ttl = '1 hour') =>
      one<{ outcome: string; hold: string | null; coins_part: string | null; bonus_part: string | null }>(
        'SELECT outcome, hold::text, coins_part::text, bonus_part::text FROM ledger_hold($1, $2, $3, $4, $5, 70, $6::interval)',
        [fan.ownerId, key, hash, creator.ownerId, amount, ttl],
      ),
    settle: (hold: string, actual: bigint) =>
      one<{ outcome: string; journal: string | null; coins_used: string | null; bonus_used: string | null }>(
        'SELECT outcome, journal::text, coins_used::text, bonus_used::text FROM ledger_settle($1, $2)',
        [hold, actual],
      ),
    release: (hold: string, how = 'released') =>
      one<{ outcome: string }>('SELECT outcome FROM ledger_release($1, $2)', [hold, how]),
    reverse: (journal: unknown) =>
      one<{ outcome: string; journal: string | null }>('SELECT outcome, journal::text FROM ledger_reverse($1)', [
        journal,
      ]),
    mature: (wallet: Wallet, upto: string) =>
      one<{ outcome: string; earnings: string; promo: string }>(
        'SELECT outcome, earnings::text, promo::text FROM ledger_mature($1, $2)',
        [wallet.id, upto],
      ),
    /** Folds everything; only for a test without other transactions. */
    fold: () =>
      one<{ upto: string }>(
        // A sequence that was never asked says 1 as its last value, and then hands out 1.
        'SELECT ledger_fold_upto(CASE WHEN is_called THEN last_value ELSE 0 END)::text AS upto FROM ledger_journal_seq',
        [],
      ),
    /** Makes what is folded as old as maturing wants it. */
    async age(): Promise<string> {
      const row = await one<{ upto: string }>(
        "INSERT INTO ledger_horizon (at, upto) SELECT now() - interval '30 days' + random() * interval '1 day', upto FROM ledger_fold RETURNING upto::text",
        [],
      );
      return row.upto;
    },
    balance: async (account: bigint): Promise<bigint> =>
      BigInt((await one<{ balance: string }>('SELECT ledger_balance($1)::text AS balance', [account])).balance),
    journals: async (): Promise<number> =>
      (await one<{ n: number }>('SELECT count(DISTINCT journal)::int AS n FROM ledger_transfer', [])).n,
  };
}

export type Books = ReturnType<typeof openBooks>;
