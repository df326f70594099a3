import { fullYears } from './full-years.ts';

const at = (day: string) => new Date(`${day}T12:00:00Z`);

describe('fullYears', () => {
  it.each([
    ['2008-11-21', '2026-11-21', 18],
    ['2008-11-22', '2026-11-21', 17],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-22', '2026-11-21', undefined],
    ['1850-01-01', '2026-11-21', undefined],
  ])('born on %s, on %s: %s', (born, today, years) => expect(fullYears(born, at(today))).toBe(years));
});
