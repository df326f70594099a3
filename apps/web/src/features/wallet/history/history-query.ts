import type { HistoryDirection, HistoryKind } from '@troupe/contracts/http/coin';

/** What the address says about the history. */
export interface HistoryQuery {
  kind: HistoryKind | null;
  direction: HistoryDirection | null;
  /** UTC days, both included. */
  from: string | null;
  to: string | null;
}

export const WHOLE_HISTORY: HistoryQuery = { kind: null, direction: null, from: null, to: null };

/** The address of the wallet with some of the choices changed. */
export function historyHref(query: HistoryQuery, change: Partial<HistoryQuery> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) {
    if (value !== null) params.set(name, value);
  }
  return params.size === 0 ? '/wallet' : `/wallet?${params}`;
}

export function isFiltered(query: HistoryQuery): boolean {
  return Object.values(query).some((value) => value !== null);
}

/** As the API client takes it: what isn't asked for is left out. */
export function toOptions(query: HistoryQuery) {
  const { kind, direction, from, to } = query;
  return {
    kind: kind ?? undefined,
    direction: direction ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
  };
}
