import { describeSliders, SLIDERS, sliders } from './sliders.ts';

describe('describeSliders', () => {
  it('says nothing for the middle or for what is not set', () => {
    expect(describeSliders({})).toEqual([]);
    expect(describeSliders({ warmth: 50, humour: 40, energy: 60 })).toEqual([]);
  });

  it('has four wordings a slider', () => {
    expect([0, 39, 61, 100].map((humour) => describeSliders({ humour })[0])).toEqual([...SLIDERS.humour.says]);
  });

  it('keeps the table’s order, whatever order they were set in', () => {
    expect(describeSliders({ flirtation: 0, warmth: 100 })).toEqual([
      SLIDERS.warmth.says[3],
      SLIDERS.flirtation.says[0],
    ]);
  });

  it('takes 0 to 100, whole numbers, and no slider that is not in the table', () => {
    expect(sliders.safeParse({ warmth: 0, humour: 100 }).success).toBe(true);
    for (const bad of [
      { warmth: -1 },
      { warmth: 101 },
      { warmth: 1.5 },
      { cruelty: 50 },
      { __proto__: null, constructor: 1 },
    ])
      expect(sliders.safeParse(bad).success).toBe(false);
  });
});
