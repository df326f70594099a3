import type { HistoryKind, TransactionsQuery } from '@troupe/contracts/http/coin';

/** Where the journals of a kind are found: among a wallet's transfers, or among the movements, which have rows of their own. */
export type HistorySource =
  | { from: 'transfers'; kinds: readonly number[] | null; reversals: boolean | null }
  | { from: 'movements'; kinds: readonly number[] };

/** The numbers are those of `ledger/kinds.ts`; `history-filter.spec.ts` holds the two against each other. */
const SOURCES: Readonly<Record<HistoryKind, HistorySource>> = {
  message: { from: 'transfers', kinds: [1, 2, 3, 4], reversals: false },
  purchase: { from: 'transfers', kinds: [11, 12], reversals: false },
  bonus: { from: 'transfers', kinds: [20, 21], reversals: false },
  refund: { from: 'transfers', kinds: null, reversals: true },
  payout: { from: 'transfers', kinds: [60, 61], reversals: null },
  gift: { from: 'movements', kinds: [30] },
  tip: { from: 'movements', kinds: [31] },
  swap: { from: 'movements', kinds: [35, 36] },
};

export interface HistoryFilter {
  source: HistorySource;
  out: boolean;
  in: boolean;
  /** Included. */
  from: Date;
  /** Not included. */
  to: Date;
}

const DAY_MS = 86_400_000;
/** Before the first and after the last journal that there can be. */
const ALWAYS = { from: new Date(0), to: new Date('9999-12-31T00:00:00Z') };

/** The filter that a query asks for, or undefined when it asks for the whole history. */
export function historyFilterOf(
  query: Pick<TransactionsQuery, 'kind' | 'direction' | 'from' | 'to'>,
): HistoryFilter | undefined {
  const { kind, direction, from, to } = query;
  if (kind === undefined && direction === undefined && from === undefined && to === undefined) return undefined;
  return {
    source: kind === undefined ? { from: 'transfers', kinds: null, reversals: null } : SOURCES[kind],
    out: direction !== 'in',
    in: direction !== 'out',
    from: from === undefined ? ALWAYS.from : new Date(from),
    to: to === undefined ? ALWAYS.to : new Date(Date.parse(to) + DAY_MS),
  };
}
