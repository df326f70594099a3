import { lastDays } from './last-days.ts';

describe('the last days', () => {
  it('are UTC days, oldest first, today last, across months', () => {
    expect(lastDays(new Date('2026-03-01T23:59:59.999Z'), 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('are today alone when there is one', () => {
    expect(lastDays(new Date('2026-11-21T00:00:00Z'), 1)).toEqual(['2026-11-21']);
  });
});
