import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { bigintText, sendForRow, sendStatement } from '../../../platform/database/statements.ts';
import * as sql from './payouts.sql.ts';

const SHARES_READ_MAX = 100_000;

const standingRow = z.object({
  id: bigintText,
  earnings: bigintText,
  in_flight: bigintText,
  receivable: bigintText,
  suspended: z.boolean(),
  matured_upto: bigintText,
  pending: bigintText,
  recently_matured: bigintText,
  oldest_pending_at: z.date().nullable(),
});

/** A creator's way to a payout, in microcoins. */
export interface PayoutStanding {
  walletId: bigint;
  pending: bigint;
  oldestPendingAt: Date | null;
  /** Matured shares of bought coins: what can be paid out, but for the reserve. */
  earnings: bigint;
  /** What matured within the days of the reserve. */
  recentlyMatured: bigint;
  inFlight: bigint;
  /** What its owner owes the platform. */
  receivable: bigint;
  /** By the platform; whoever owes something can't be paid either. */
  suspended: boolean;
  /** The last journal whose shares have matured. */
  maturedUpto: bigint;
}

/** What a payout asks the ledger; the posting itself is `PostPayoutsService`. */
@Injectable()
export class PayoutsRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async lockWallet(tx: Pick<Tx, '$queryRawUnsafe'>, ownerId: string): Promise<void> {
    await tx.$queryRawUnsafe(sql.LOCK_WALLET, ownerId);
  }

  /** In the caller's transaction where one is given. */
  async standing(
    ownerId: string,
    reserveDays: number,
    tx?: Pick<Tx, '$queryRawUnsafe'>,
  ): Promise<PayoutStanding | undefined> {
    const values = [ownerId, `${reserveDays} days`] as const;
    const rows =
      tx === undefined
        ? await sendStatement(this.database, 'ledger-payout-standing', sql.PAYOUT_STANDING, values, standingRow)
        : z.array(standingRow).parse(await tx.$queryRawUnsafe(sql.PAYOUT_STANDING, ...values));
    const row = rows[0];
    return (
      row && {
        walletId: row.id,
        pending: row.pending,
        oldestPendingAt: row.oldest_pending_at,
        earnings: row.earnings,
        recentlyMatured: row.recently_matured,
        inFlight: row.in_flight,
        receivable: row.receivable,
        suspended: row.suspended,
        maturedUpto: row.matured_upto,
      }
    );
  }

  async payers(ownerId: string, afterJournal: bigint, largest: number): Promise<{ total: bigint; largest: bigint }> {
    const row = z.object({ total: bigintText, largest: bigintText });
    const values = [ownerId, afterJournal, largest, SHARES_READ_MAX];
    return sendForRow(this.database, 'ledger-payers', sql.PAYERS, values, row);
  }

  async paidBy(ownerId: string, userIds: readonly string[], afterJournal: bigint): Promise<string[]> {
    if (userIds.length === 0) return [];
    const row = z.object({ owner_id: z.string() });
    const rows = await sendStatement(
      this.database,
      'ledger-paid-by',
      sql.PAID_BY,
      [ownerId, userIds, afterJournal],
      row,
    );
    return rows.map((found) => found.owner_id);
  }
}
