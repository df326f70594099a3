import { ECONOMY } from '@troupe/contracts/economy';
import type { Client } from 'pg';
import { BOOK, coinAccount, fiatAccount, userAccount } from '../../apps/api/src/modules/coin/ledger/accounts.ts';
import { ledgerKey, requestHash } from '../../apps/api/src/modules/coin/ledger/keys.ts';
import { KIND } from '../../apps/api/src/modules/coin/ledger/kinds.ts';

interface Transfer {
  debit: bigint;
  credit: bigint;
  amount: bigint;
  kind: number;
}

/** Opens a wallet with the welcome bonus, through the ledger's own functions and keys, as a registration does. */
export async function openWallet(db: Client, ownerId: string, welcomeBonusMicrocoins: bigint): Promise<bigint> {
  await db.query('INSERT INTO wallet (owner_id) VALUES ($1) ON CONFLICT (owner_id) DO NOTHING', [ownerId]);
  const wallet = await walletId(db, ownerId);
  if (welcomeBonusMicrocoins > 0n) {
    const bonus = {
      debit: coinAccount('promotions'),
      credit: userAccount(wallet, 'bonus'),
      amount: welcomeBonusMicrocoins,
    };
    await post(db, 'welcome', ownerId, [{ ...bonus, kind: KIND.welcomeBonus }]);
  }
  return wallet;
}

export interface SeedPurchase {
  paymentId: string;
  ownerId: string;
  coinsMicrocoins: bigint;
  bonusMicrocoins: bigint;
  amountMinor: bigint;
}

/** Writes a sandbox purchase in US dollars as of `boughtAt`; returns its journal, also of one that was written before. */
export async function writePastPurchase(db: Client, purchase: SeedPurchase, boughtAt: Date): Promise<bigint> {
  const wallet = await walletId(db, purchase.ownerId);
  return writePast(db, 'payment', purchase.paymentId, purchaseTransfers(wallet, purchase), boughtAt);
}

/** Whether anything ever matured, or waits to, for this creator. */
export async function hasEarned(db: Client, creatorId: string): Promise<boolean> {
  const wallet = await walletId(db, creatorId);
  const maturing = [userAccount(wallet, 'earningsPending'), userAccount(wallet, 'earningsPromoPending')];
  const found = await db.query('SELECT 1 FROM ledger_transfer WHERE credit = ANY ($1::bigint[]) LIMIT 1', [maturing]);
  return found.rowCount !== 0;
}

export interface SeedTip {
  id: string;
  fanId: string;
  creatorId: string;
  amountMicrocoins: bigint;
  note: string;
}

/** Writes a tip of bought coins as of `tippedAt`, and what its creator got of it as matured at `maturedAt`. A second writing changes nothing. */
export async function writePastTip(db: Client, tip: SeedTip, tippedAt: Date, maturedAt: Date): Promise<void> {
  const [fan, creator] = [await walletId(db, tip.fanId), await walletId(db, tip.creatorId)];
  const [coins, pending] = [userAccount(fan, 'coins'), userAccount(creator, 'earningsPending')];
  const share = (tip.amountMicrocoins * BigInt(ECONOMY.creatorSharePercent)) / 100n;
  const journal = await writePast(
    db,
    'seed-tip',
    tip.id,
    [
      { debit: coins, credit: pending, amount: share, kind: KIND.tipShare },
      { debit: coins, credit: coinAccount('revenue'), amount: tip.amountMicrocoins - share, kind: KIND.tipFee },
    ],
    tippedAt,
  );
  await db.query(
    `INSERT INTO coin_movement (journal, from_wallet, to_wallet, amount, kind, note, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [journal, fan, creator, tip.amountMicrocoins, KIND.tipShare, tip.note, tippedAt],
  );
  const matured = {
    debit: pending,
    credit: userAccount(creator, 'earnings'),
    amount: share,
    kind: KIND.earningsMatured,
  };
  await writePast(db, 'mature', `${creator}:${journal}`, [matured], maturedAt);
  await db.query('UPDATE wallet SET matured_upto = greatest(matured_upto, $2) WHERE id = $1', [creator, journal]);
}

/**
 * Writes a journal as of a past moment; returns its number, also of one that was written before. The ledger's functions only ever write the present, and
 * coins can be given away or paid out once they are older than the holding period: a demo needs a past.
 */
async function writePast(
  db: Client,
  scope: string,
  name: string,
  transfers: readonly Transfer[],
  at: Date,
): Promise<bigint> {
  const key = ledgerKey(scope, name);
  const written = await db.query<{ journal: string }>(
    `WITH claimed AS (
       INSERT INTO ledger_key (owner, key, request_hash, journal) VALUES ($1, $2, $3, nextval('ledger_journal_seq'))
       ON CONFLICT DO NOTHING RETURNING journal),
     moved AS (
       UPDATE wallet w SET coins = w.coins + d.coins, bonus = w.bonus + d.bonus, earnings = w.earnings + d.earnings
       FROM ledger_deltas($4::bigint[], $5::bigint[], $6::bigint[]) d WHERE w.id = d.wallet AND EXISTS (SELECT FROM claimed))
     INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind, created_at)
     SELECT c.journal, t.leg, t.debit, t.credit, t.amount, t.kind, $8
     FROM claimed c, unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::smallint[]) WITH ORDINALITY AS t(debit, credit, amount, kind, leg)
     RETURNING journal`,
    [
      BOOK.COIN,
      key,
      hashOf(transfers),
      transfers.map((transfer) => transfer.debit),
      transfers.map((transfer) => transfer.credit),
      transfers.map((transfer) => transfer.amount),
      transfers.map((transfer) => transfer.kind),
      at,
    ],
  );
  const before = 'SELECT journal FROM ledger_key WHERE owner = $1 AND key = $2';
  const row = written.rows[0] ?? (await db.query<{ journal: string }>(before, [BOOK.COIN, key])).rows[0];
  return BigInt(row?.journal ?? '');
}

function purchaseTransfers(wallet: bigint, purchase: SeedPurchase): Transfer[] {
  const transfers: Transfer[] = [
    {
      debit: fiatAccount('USD', 'cashSandbox'),
      credit: fiatAccount('USD', 'coinLiability'),
      amount: purchase.amountMinor,
      kind: KIND.purchaseCash,
    },
    {
      debit: coinAccount('issued'),
      credit: userAccount(wallet, 'coins'),
      amount: purchase.coinsMicrocoins,
      kind: KIND.purchaseCoins,
    },
    {
      debit: coinAccount('promotions'),
      credit: userAccount(wallet, 'bonus'),
      amount: purchase.bonusMicrocoins,
      kind: KIND.purchaseBonus,
    },
  ];
  return transfers.filter((transfer) => transfer.amount > 0n);
}

async function walletId(db: Client, ownerId: string): Promise<bigint> {
  const result = await db.query<{ id: string }>('SELECT id FROM wallet WHERE owner_id = $1', [ownerId]);
  return BigInt(result.rows[0]?.id ?? '');
}

async function post(db: Client, scope: string, name: string, transfers: readonly Transfer[]): Promise<bigint> {
  const result = await db.query<{ outcome: string; journal: string | null }>(
    'SELECT outcome, journal FROM ledger_post($1, $2, $3, $4::bigint[], $5::bigint[], $6::bigint[], $7::smallint[])',
    [
      BOOK.COIN,
      ledgerKey(scope, name),
      hashOf(transfers),
      transfers.map((transfer) => transfer.debit),
      transfers.map((transfer) => transfer.credit),
      transfers.map((transfer) => transfer.amount),
      transfers.map((transfer) => transfer.kind),
    ],
  );
  const row = result.rows[0];
  if (row?.journal == null) throw new Error(`the ledger answered ${row?.outcome ?? 'nothing'} to ${scope} ${name}`);
  return BigInt(row.journal);
}

const hashOf = (transfers: readonly Transfer[]): bigint =>
  requestHash(transfers.map((transfer) => `${transfer.debit}>${transfer.credit}:${transfer.amount}`));
