import { Injectable } from '@nestjs/common';
import type { Tx } from '@troupe/database';
import { z } from 'zod';
import { bigintText } from '../../../platform/database/statements.ts';
import { FIRST_USER_WALLET, USER_ACCOUNT } from './accounts.ts';
import type { MaturingShare } from './clawback-plan.ts';
import * as sql from './clawbacks.sql.ts';
import { KIND } from './kinds.ts';
import type { TransferInput } from './transfer.ts';

const purseRow = z.object({ id: bigintText, coins: bigintText, bonus: bigintText, receivable: bigintText });
export type PurseRow = z.infer<typeof purseRow>;
const shareRow = z.object({ charge: bigintText, wallet: bigintText, owner_id: z.string(), amount: bigintText });
const ownerRow = z.object({ owner_id: z.string() });
const legRow = z.object({ debit: bigintText, credit: bigintText, amount: bigintText, kind: z.number() });

type LedgerTx = Pick<Tx, '$queryRawUnsafe' | '$executeRawUnsafe'>;

/** What the taking back and returning of coins reads and writes; all of it within the caller's transaction. */
@Injectable()
export class ClawbacksRepository {
  /** Locks wallets until the transaction ends, in the order of every operation. */
  async lock(tx: LedgerTx, ownerIds: readonly string[]): Promise<void> {
    await tx.$queryRawUnsafe(sql.LOCK, [...ownerIds]);
  }

  /** What a wallet has that nothing holds, and what its owner owes. Throws for a user without a wallet. */
  async purse(tx: LedgerTx, ownerId: string): Promise<PurseRow> {
    const [purse] = z.array(purseRow).parse(await tx.$queryRawUnsafe(sql.PURSE, ownerId));
    if (purse === undefined) throw new Error('this user has no wallet');
    return purse;
  }

  /** What is left of the newest shares of what this wallet paid that still mature, of charges older than `settledAfterMs`. */
  async maturingShares(
    tx: LedgerTx,
    wallet: bigint,
    settledAfterMs: number,
    limit: number,
  ): Promise<(MaturingShare & { ownerId: string })[]> {
    const rows = z.array(shareRow).parse(await tx.$queryRawUnsafe(sql.MATURING_SHARES, wallet, settledAfterMs, limit));
    return rows.map(({ owner_id: ownerId, ...share }) => ({ ...share, ownerId }));
  }

  /** The coin legs of earlier takings and returns, oldest first. */
  async legs(tx: LedgerTx, journals: readonly bigint[]): Promise<TransferInput[]> {
    const kinds = [KIND.clawback, KIND.clawbackReturn];
    return z.array(legRow).parse(await tx.$queryRawUnsafe(sql.LEGS, [...journals], kinds));
  }

  async noteTaken(tx: LedgerTx, journal: bigint, shares: readonly MaturingShare[]): Promise<void> {
    if (shares.length === 0) return;
    const column = (pick: (share: MaturingShare) => bigint) => shares.map(pick);
    await tx.$executeRawUnsafe(
      sql.NOTE_TAKEN,
      journal,
      column((share) => share.charge),
      column((share) => share.wallet),
      column((share) => share.amount),
    );
  }

  /** Keeps which creators' shares a return brought back, so that they can be taken again; answers whose they are. */
  async noteReturned(
    tx: LedgerTx,
    journal: bigint,
    fanWallet: bigint,
    transfers: readonly TransferInput[],
  ): Promise<string[]> {
    const shares = transfers.filter(
      ({ credit }) => credit >= FIRST_USER_WALLET * 32n && (credit & 31n) === USER_ACCOUNT.earningsPending,
    );
    if (shares.length === 0) return [];
    const rows: unknown = await tx.$queryRawUnsafe(
      sql.NOTE_RETURNED,
      journal,
      fanWallet,
      shares.map(({ credit }) => credit >> 5n),
      shares.map(({ amount }) => amount),
    );
    return z
      .array(ownerRow)
      .parse(rows)
      .map((row) => row.owner_id);
  }
}
