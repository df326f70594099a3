import { describeSliders, SLIDERS } from './sliders.ts';

describe('describeSliders', () => {
  it('says nothing for the middle or for what is not set', () => {
    expect(describeSliders({})).toEqual([]);
    expect(describeSliders({ warmth: 50, humour: 40, energy: 60 })).toEqual([]);
  });

  it('has four wordings a slider', () => {
    expect([0, 39, 61, 100].map((humour) => describeSliders({ humour })[0])).toEqual([...SLIDERS.humour]);
  });

  it('keeps the table’s order, whatever order they were set in', () => {
    expect(describeSliders({ flirtation: 0, warmth: 100 })).toEqual([SLIDERS.warmth[3], SLIDERS.flirtation[0]]);
  });
});
