import type { CreatorOverview, EarningsDay, EarningsEntry } from '@troupe/contracts/http/analytics';
import type { ServerEvent } from '@troupe/contracts/socket/events';

export type Earning = ServerEvent<'earning'>;

/** As many as the server gives; the list is a pulse, not an archive. */
const RECENT_ENTRIES_MAX = 20;
const DAYS_SHOWN = 30;
const MICRO = 1_000_000;

/** The overview after one more earning, before the server has been asked again. Days are UTC, like the server's. */
export function addEarning(overview: CreatorOverview, earning: Earning, title: string): CreatorOverview {
  const day = earning.createdAt.slice(0, 10);
  const today = overview.today.day === day ? overview.today : emptyDay(day);
  const counted = addToDay(today, earning);
  const days = overview.days.some((known) => known.day === day)
    ? overview.days.map((known) => (known.day === day ? counted : known))
    : [...overview.days, counted].slice(-DAYS_SHOWN);
  return {
    ...overview,
    pendingMicrocoins: overview.pendingMicrocoins + earning.payableMicrocoins,
    promotionalMicrocoins: overview.promotionalMicrocoins + earning.promotionalMicrocoins,
    today: counted,
    days,
    recent: [entryOf(earning, title), ...overview.recent].slice(0, RECENT_ENTRIES_MAX),
  };
}

/** A tip is no message. */
const MESSAGES_OF: Record<Earning['kind'], number> = { message: 1, refund: -1, tip: 0 };

function emptyDay(day: string): EarningsDay {
  return { day, payableMicrocoins: 0, promotionalMicrocoins: 0, messages: 0 };
}

function addToDay(day: EarningsDay, earning: Earning): EarningsDay {
  return {
    ...day,
    payableMicrocoins: day.payableMicrocoins + earning.payableMicrocoins,
    promotionalMicrocoins: day.promotionalMicrocoins + earning.promotionalMicrocoins,
    messages: day.messages + MESSAGES_OF[earning.kind],
  };
}

function entryOf(earning: Earning, title: string): EarningsEntry {
  return {
    journalId: `live-${earning.createdAt}-${earning.personaId}-${earning.kind}`,
    kind: earning.kind,
    title,
    personaSlug: null,
    payableMicrocoins: earning.payableMicrocoins,
    promotionalMicrocoins: earning.promotionalMicrocoins,
    createdAt: earning.createdAt,
  };
}

/** True for an entry that came over the socket and that the server's list has not replaced yet. */
export function isLive({ journalId }: Pick<EarningsEntry, 'journalId'>): boolean {
  return journalId.startsWith('live-');
}

/** Everything earned, whatever it may become. */
export function earnedMicrocoins(part: { payableMicrocoins: number; promotionalMicrocoins: number }): number {
  return part.payableMicrocoins + part.promotionalMicrocoins;
}

/** Payable microcoins in US cents at the payout rate, rounded down: never more than will be paid. */
export function payoutUsdCents(microcoins: number, rateUsdMicrosPerCoin: number): number {
  return Math.floor((microcoins / MICRO) * (rateUsdMicrosPerCoin / 10_000) + 1e-9);
}
