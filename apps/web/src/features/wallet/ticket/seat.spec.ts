import { barsOf, seatOf } from './seat';

describe('a seat', () => {
  it('is the same for the same message and never a row that reads like a figure', () => {
    const id = '0190c5de-89ab-7def-8123-456789abcdef';
    expect(seatOf(id)).toEqual(seatOf(id));
    expect(seatOf(id).row).toMatch(/^[A-HJ-NP-Z]$/);
    expect(seatOf(id).number).toMatch(/^\d{3}$/);
  });

  it('has bars for every digit of the id', () => {
    expect(barsOf('0190c5de-89ab-7def-8123-456789abcdef')).toHaveLength(64);
  });
});
