import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { bigintText, sendStatement } from '../../../platform/database/statements.ts';
import * as sql from './ledger.sql.ts';
import type { TransferInput } from './transfer.ts';

export interface PostInput {
  /** Wallet number, or the platform's book, in whose name the key is unique. */
  owner: bigint;
  key: string;
  requestHash: bigint;
  transfers: readonly TransferInput[];
}

const postRow = z.object({
  outcome: z.enum(['posted', 'duplicate', 'reused', 'blocked', 'insufficient', 'unknown']),
  journal: bigintText.nullable(),
});
const walletRow = z.object({
  coins: bigintText,
  bonus: bigintText,
  coins_held: bigintText,
  bonus_held: bigintText,
  receivable: bigintText,
  blocked: z.boolean(),
});
export type WalletRow = z.infer<typeof walletRow>;

const historyRow = z.object({
  journal: bigintText,
  delta: bigintText,
  payout: bigintText,
  kind: z.number(),
  reverses: bigintText.nullable(),
  created_at: z.date(),
  posted: bigintText,
});
export type HistoryRow = z.infer<typeof historyRow>;

const chargeRow = z.object({
  kind: z.number(),
  amount: bigintText,
  created_at: z.date(),
  refunded_at: z.date().nullable(),
});
const recentRow = z.object({
  journal: bigintText,
  payable: bigintText,
  promo: bigintText,
  reverses: bigintText.nullable(),
  created_at: z.date(),
});
const dayRow = z.object({ day: z.string(), payable: bigintText, promo: bigintText, messages: z.number() });
const accountRow = z.object({ code: z.number(), balance: bigintText });

/** All reads and posts of the ledger. Charges and reversals go through SQL functions that other modules compose in their own statement. */
@Injectable()
export class LedgerRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async openWallet(tx: Pick<Tx, '$executeRawUnsafe'>, ownerId: string): Promise<void> {
    await tx.$executeRawUnsafe(sql.OPEN_WALLET, ownerId);
  }

  async walletId(tx: Pick<Tx, '$queryRawUnsafe'>, ownerId: string): Promise<bigint | undefined> {
    const rows = z.array(z.object({ id: bigintText })).parse(await tx.$queryRawUnsafe(sql.WALLET_ID, ownerId));
    return rows[0]?.id;
  }

  async post(tx: Pick<Tx, '$queryRawUnsafe'>, input: PostInput): Promise<z.infer<typeof postRow>> {
    const column = <Value>(pick: (transfer: TransferInput) => Value): Value[] => input.transfers.map(pick);
    const rows: unknown = await tx.$queryRawUnsafe(
      sql.POST,
      input.owner,
      input.key,
      input.requestHash,
      column((transfer) => transfer.debit),
      column((transfer) => transfer.credit),
      column((transfer) => transfer.amount),
      column((transfer) => transfer.kind),
    );
    return z.tuple([postRow]).parse(rows)[0];
  }

  async wallet(ownerId: string): Promise<WalletRow | undefined> {
    return (await sendStatement(this.database, 'ledger-balance', sql.BALANCE, [ownerId], walletRow))[0];
  }

  async history(ownerId: string, beforeJournal: bigint | null, limit: number): Promise<HistoryRow[]> {
    return sendStatement(this.database, 'ledger-history', sql.HISTORY, [ownerId, beforeJournal, limit], historyRow);
  }

  async charge(payerId: string, journal: bigint): Promise<z.infer<typeof chargeRow>[]> {
    return sendStatement(this.database, 'ledger-charge-of', sql.CHARGE_OF_JOURNAL, [payerId, journal], chargeRow);
  }

  async journalOfKey(
    ownerId: string,
    key: string,
    tx?: Pick<Tx, '$queryRawUnsafe'>,
  ): Promise<{ journal: bigint; requestHash: bigint } | undefined> {
    const row = z.object({ journal: bigintText, request_hash: bigintText });
    const values = [ownerId, key];
    const [found] =
      tx === undefined
        ? await sendStatement(this.database, 'ledger-journal-of-key', sql.JOURNAL_OF_KEY, values, row)
        : z.array(row).parse(await tx.$queryRawUnsafe(sql.JOURNAL_OF_KEY, ...values));
    return found && { journal: found.journal, requestHash: found.request_hash };
  }

  async creatorShares(journal: bigint): Promise<{ payable: bigint; promotional: bigint }> {
    const row = z.object({ payable: bigintText, promotional: bigintText });
    const [shares] = await sendStatement(this.database, 'ledger-creator-shares', sql.CREATOR_SHARES, [journal], row);
    return shares ?? { payable: 0n, promotional: 0n };
  }

  async recentEarnings(ownerId: string, limit: number): Promise<z.infer<typeof recentRow>[]> {
    return sendStatement(this.database, 'ledger-earnings-recent', sql.EARNINGS_RECENT, [ownerId, limit], recentRow);
  }

  async earningsByDay(ownerId: string, since: Date): Promise<z.infer<typeof dayRow>[]> {
    return sendStatement(this.database, 'ledger-earnings-day', sql.EARNINGS_BY_DAY, [ownerId, since], dayRow);
  }

  async earningsBalances(ownerId: string): Promise<z.infer<typeof accountRow>[]> {
    return sendStatement(this.database, 'ledger-earnings-balance', sql.EARNINGS_BALANCE, [ownerId], accountRow);
  }
}
