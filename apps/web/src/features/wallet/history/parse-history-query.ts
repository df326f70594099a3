import { transactionsQuery } from '@troupe/contracts/http/coin';
import type { HistoryQuery } from './history-query';
import { WHOLE_HISTORY } from './history-query';

/** Reads the address. What the contract would refuse counts as not asked for. */
export function parseHistoryQuery(params: Record<string, string | string[] | undefined>): HistoryQuery {
  const one = (name: string) => (typeof params[name] === 'string' && params[name] !== '' ? params[name] : undefined);
  const asked = { kind: one('kind'), direction: one('direction'), from: one('from'), to: one('to') };
  const parsed = transactionsQuery.safeParse(asked);
  if (!parsed.success) return WHOLE_HISTORY;
  const { kind = null, direction = null, from = null, to = null } = parsed.data;
  return { kind, direction, from, to };
}
