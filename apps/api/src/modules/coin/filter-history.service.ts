import { Injectable } from '@nestjs/common';
import type { TransactionsPage } from '@troupe/contracts/http/coin';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import type { HistoryFilter } from './domain/history-filter.ts';
import { type FilteredRow, MovementsRepository } from './movements.repository.ts';
import { PresentHistoryService } from './present-history.service.ts';

const filteredPosition = z.tuple([z.string().regex(/^\d{1,18}$/)]);
const BEYOND_THE_NEWEST = 9_223_372_036_854_775_807n;

@Injectable()
export class FilterHistoryService {
  constructor(
    private readonly repository: MovementsRepository,
    private readonly presenter: PresentHistoryService,
  ) {}

  /** A page of those journals that pass the filter, newest first; without running balances, which a list with gaps can't have. */
  async page(
    ownerId: string,
    filter: HistoryFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<TransactionsPage> {
    const position = cursor === undefined ? undefined : decodeCursor(filteredPosition, cursor);
    const beforeJournal = position === undefined ? BEYOND_THE_NEWEST : BigInt(position[0]);
    const rows = await this.rows(filter, { ownerId, beforeJournal, limit: limit + 1, ...filter });
    const shown = rows.slice(0, limit);
    const items = await this.presenter.present(
      ownerId,
      shown.map((row) => ({ ...row, balanceAfter: null })),
    );
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.journal.toString()]) : null };
  }

  private async rows(
    { source }: HistoryFilter,
    stretch: Parameters<MovementsRepository['filteredMovements']>[0],
  ): Promise<FilteredRow[]> {
    if (source.from === 'movements') return this.repository.filteredMovements(stretch, source.kinds);
    return this.repository.filteredHistory(stretch, source.kinds, source.reversals);
  }
}
