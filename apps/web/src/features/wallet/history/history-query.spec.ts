import { historyHref, isFiltered, WHOLE_HISTORY } from './history-query';
import { parseHistoryQuery } from './parse-history-query';

describe('the history’s address', () => {
  it('is the wallet itself when nothing is asked for', () => {
    expect(historyHref(WHOLE_HISTORY)).toBe('/wallet');
    expect(parseHistoryQuery({})).toEqual(WHOLE_HISTORY);
    expect(isFiltered(WHOLE_HISTORY)).toBe(false);
  });

  it('keeps every choice, there and back', () => {
    const query = { kind: 'gift', direction: 'in', from: '2026-11-01', to: '2026-11-21' } as const;
    const href = historyHref(query);
    expect(href).toBe('/wallet?kind=gift&direction=in&from=2026-11-01&to=2026-11-21');
    expect(parseHistoryQuery(Object.fromEntries(new URL(href, 'http://house').searchParams))).toEqual(query);
    expect(historyHref(query, { kind: null, from: null, to: null })).toBe('/wallet?direction=in');
  });

  it.each([{ kind: 'theft' }, { from: '2026-02-30' }, { direction: 'sideways' }])('ignores %j', (params) => {
    expect(parseHistoryQuery(params)).toEqual(WHOLE_HISTORY);
  });

  it('ignores what is there twice, and other parameters', () => {
    expect(parseHistoryQuery({ kind: ['gift', 'tip'], next: '/' })).toEqual(WHOLE_HISTORY);
  });
});
