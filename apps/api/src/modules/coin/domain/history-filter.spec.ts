import { historyKind } from '@troupe/contracts/http/coin';
import { KIND, transactionKindOf } from '../ledger/kinds.ts';
import { historyFilterOf } from './history-filter.ts';

describe('a filter of the history', () => {
  it('is none when nothing is asked for', () => {
    expect(historyFilterOf({})).toBeUndefined();
  });

  it('takes whole UTC days, both included', () => {
    expect(historyFilterOf({ from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
      from: new Date('2026-11-01T00:00:00Z'),
      to: new Date('2026-12-01T00:00:00Z'),
    });
  });

  it.each([
    [undefined, true, true],
    ['in', true, false],
    ['out', false, true],
  ] as const)('with the direction %s looks in: %s, out: %s', (direction, wantsIn, wantsOut) => {
    expect(historyFilterOf({ kind: 'gift', direction })).toMatchObject({ in: wantsIn, out: wantsOut });
  });

  it.each(historyKind.options)('for %s names the kinds that the history calls so', (kind) => {
    const source = historyFilterOf({ kind })?.source;
    const called = Object.values(KIND).filter((number) => {
      const name = transactionKindOf(number, kind === 'refund');
      return name === kind || (kind === 'bonus' && name === 'welcome_bonus');
    });
    for (const number of source?.kinds ?? []) expect(called).toContain(number);
    if (kind === 'refund') expect(source).toEqual({ from: 'transfers', kinds: null, reversals: true });
    else expect(source?.kinds).not.toHaveLength(0);
  });
});
