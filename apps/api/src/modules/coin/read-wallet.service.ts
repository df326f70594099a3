import { Injectable } from '@nestjs/common';
import type { Balance, Transaction, TransactionsPage } from '@troupe/contracts/http/coin';
import { z } from 'zod';
import { notFound } from '../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { ChargeSubjects } from './charge-subjects.ts';
import { transactionKindOf } from './ledger/kinds.ts';
import { type HistoryRow, LedgerRepository, type WalletRow } from './ledger/ledger.repository.ts';

/** Where a page ended and the posted balance below it, so that the next page need not sum what is above. */
const historyPosition = z.tuple([z.string().regex(/^\d{1,18}$/), z.string().regex(/^-?\d{1,18}$/)]);

@Injectable()
export class ReadWalletService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly subjects: ChargeSubjects,
  ) {}

  async balance(ownerId: string): Promise<Balance> {
    const wallet = await this.ledger.wallet(ownerId);
    if (wallet === undefined) throw notFound('This wallet');
    return toBalance(wallet);
  }

  async transactions(ownerId: string, cursor: string | undefined, limit: number): Promise<TransactionsPage> {
    const position = cursor === undefined ? undefined : decodeCursor(historyPosition, cursor);
    const rows = await this.ledger.history(ownerId, position === undefined ? null : BigInt(position[0]), limit + 1);
    const shown = rows.slice(0, limit);
    // A refund is about what it takes back, so it carries that journal's subject.
    const journalOf = (row: HistoryRow): bigint => row.reverses ?? row.journal;
    const subjects = await this.subjects.describe({ kind: 'payer', ownerId }, [...new Set(shown.map(journalOf))]);
    let balanceAfter = position === undefined ? (rows[0]?.posted ?? 0n) : BigInt(position[1]);
    const items = shown.map((row): Transaction => {
      const item: Transaction = {
        journalId: row.journal.toString(),
        kind: transactionKindOf(row.kind, row.reverses !== null),
        amountMicrocoins: Number(row.delta),
        balanceAfterMicrocoins: Number(balanceAfter),
        createdAt: row.created_at.toISOString(),
        subject: subjects.get(journalOf(row)) ?? null,
      };
      balanceAfter -= row.delta;
      return item;
    });
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.journal.toString(), balanceAfter.toString()]) : null };
  }
}

export function toBalance(wallet: Omit<WalletRow, 'blocked'> & { blocked?: boolean }): Balance {
  return {
    balanceMicrocoins: Number(wallet.coins - wallet.coins_held + (wallet.bonus - wallet.bonus_held)),
    coinsMicrocoins: Number(wallet.coins),
    bonusMicrocoins: Number(wallet.bonus),
    heldMicrocoins: Number(wallet.coins_held + wallet.bonus_held),
    blocked: wallet.blocked ?? false,
  };
}
