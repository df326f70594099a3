import { Injectable } from '@nestjs/common';
import type { Spending, SpendingDay } from '@troupe/contracts/http/coin-movements';
import { lastDays } from './domain/last-days.ts';
import { MovementsRepository } from './movements.repository.ts';

@Injectable()
export class ReadSpendingService {
  constructor(private readonly repository: MovementsRepository) {}

  /** Spending of the last `days` UTC days, each of them, today last. */
  async spending(ownerId: string, days: number): Promise<Spending> {
    const names = lastDays(new Date(), days);
    const rows = await this.repository.spendingByDay(ownerId, new Date(names[0] ?? Date.now()));
    const byDay = new Map(rows.map((row) => [row.day, row]));
    return {
      days: names.map((day): SpendingDay => {
        const row = byDay.get(day);
        return {
          day,
          messagesMicrocoins: Number(row?.messages ?? 0n),
          tipsMicrocoins: Number(row?.tips ?? 0n),
          giftsMicrocoins: Number(row?.gifts ?? 0n),
          refundsMicrocoins: Number(row?.refunds ?? 0n),
        };
      }),
    };
  }
}
