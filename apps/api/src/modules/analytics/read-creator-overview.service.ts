import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { CreatorOverview, EarningsDay } from '@troupe/contracts/http/analytics';
import { CoinFacade } from '../coin/index.ts';

const DAYS_SHOWN = 30;
const RECENT_ENTRIES_MAX = 20;
const DAY_MS = 86_400_000;

@Injectable()
export class ReadCreatorOverviewService {
  constructor(private readonly coin: CoinFacade) {}

  /** Earnings of one creator: balances, thirty days up to today (UTC) without gaps, and the newest entries. */
  async overview(creatorId: string): Promise<CreatorOverview> {
    const days = lastDays(new Date());
    const first = days[0] ?? '';
    const [balances, earned, recent] = await Promise.all([
      this.coin.earningsBalances(creatorId),
      this.coin.earningsByDay(creatorId, new Date(`${first}T00:00:00Z`)),
      this.coin.recentEarnings(creatorId, RECENT_ENTRIES_MAX),
    ]);
    const byDay = new Map(earned.map((entry) => [entry.day, entry]));
    const filled = days.map((day) => byDay.get(day) ?? emptyDay(day));
    return {
      ...balances,
      today: filled.at(-1) ?? emptyDay(first),
      days: filled,
      recent,
      payoutRateUsdMicrosPerCoin: ECONOMY.payoutRateUsdMicrosPerCoin,
      holdingDays: ECONOMY.payoutHoldingDays,
    };
  }
}

const emptyDay = (day: string): EarningsDay => ({ day, payableMicrocoins: 0, promotionalMicrocoins: 0, messages: 0 });

function lastDays(now: Date): string[] {
  const dayOf = (age: number): string => new Date(now.getTime() - age * DAY_MS).toISOString().slice(0, 10);
  return Array.from({ length: DAYS_SHOWN }, (_, index) => dayOf(DAYS_SHOWN - 1 - index));
}
