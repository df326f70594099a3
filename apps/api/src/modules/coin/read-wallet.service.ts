import { Injectable } from '@nestjs/common';
import type { Balance, TransactionsPage, TransactionsQuery } from '@troupe/contracts/http/coin';
import { z } from 'zod';
import { notFound } from '../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { historyFilterOf } from './domain/history-filter.ts';
import { FilterHistoryService } from './filter-history.service.ts';
import { LedgerRepository, type WalletRow } from './ledger/ledger.repository.ts';
import { PresentHistoryService } from './present-history.service.ts';

/** A thousand million coins: more than anybody has, and little enough that what a page adds to it is still a safe integer. */
const POSTED_MICROCOINS_MAX = 10n ** 15n;

/** Where a page ended and the posted balance below it, so that the next page need not sum what is above. */
const historyPosition = z.tuple([
  z.string().regex(/^\d{1,18}$/),
  z
    .string()
    .regex(/^\d{1,16}$/)
    .refine((text) => BigInt(text) <= POSTED_MICROCOINS_MAX),
]);

@Injectable()
export class ReadWalletService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly presenter: PresentHistoryService,
    private readonly filtered: FilterHistoryService,
  ) {}

  async balance(ownerId: string): Promise<Balance> {
    const wallet = await this.ledger.wallet(ownerId);
    if (wallet === undefined) throw notFound('This wallet');
    return toBalance(wallet);
  }

  /** One page of the history; filtered ones have no running balance. */
  async transactions(ownerId: string, query: TransactionsQuery): Promise<TransactionsPage> {
    const filter = historyFilterOf(query);
    if (filter !== undefined) return this.filtered.page(ownerId, filter, query.cursor, query.limit);
    return this.whole(ownerId, query.cursor, query.limit);
  }

  private async whole(ownerId: string, cursor: string | undefined, limit: number): Promise<TransactionsPage> {
    const position = cursor === undefined ? undefined : decodeCursor(historyPosition, cursor);
    const rows = await this.ledger.history(ownerId, position === undefined ? null : BigInt(position[0]), limit + 1);
    const shown = rows.slice(0, limit);
    let below = position === undefined ? (rows[0]?.posted ?? 0n) : BigInt(position[1]);
    const entries = shown.map((row) => {
      // A payout moves earnings: the running balance goes past it.
      const entry = { ...row, delta: row.delta + row.payout, balanceAfter: row.payout === 0n ? below : null };
      below -= row.delta;
      return entry;
    });
    const items = await this.presenter.present(ownerId, entries);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.journal.toString(), below.toString()]) : null };
  }
}

type Spendable = Omit<WalletRow, 'receivable' | 'blocked'>;

/** What a charge tells of the wallet it has just been taken from is the buckets alone: nothing is owed there, or it would have been refused. */
export function toBalance(wallet: Spendable & Partial<WalletRow>): Balance {
  return {
    balanceMicrocoins: Number(wallet.coins - wallet.coins_held + (wallet.bonus - wallet.bonus_held)),
    coinsMicrocoins: Number(wallet.coins),
    bonusMicrocoins: Number(wallet.bonus),
    heldMicrocoins: Number(wallet.coins_held + wallet.bonus_held),
    owedMicrocoins: Number(wallet.receivable ?? 0n),
    blocked: wallet.blocked ?? false,
  };
}
