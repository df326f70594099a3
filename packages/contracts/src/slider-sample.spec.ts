import { sampleAnswer } from './slider-sample.ts';
import { SLIDER_KEYS } from './sliders.ts';

describe('the sample of sliders', () => {
  it.each(SLIDER_KEYS)('sounds different at the two ends of %s', (key) => {
    const at = (value: number): string => sampleAnswer({ warmth: 70, energy: 70, openness: 70, [key]: value });
    expect(at(0)).not.toBe(at(100));
  });

  it('is the same for the same, and says something in the middle', () => {
    expect(sampleAnswer({})).toBe('Hello. I can see that. What was it like?');
    expect(sampleAnswer({ warmth: 50 })).toBe(sampleAnswer({}));
  });

  it('grows with talkativeness, and the strongest stays longest', () => {
    const loud = { warmth: 90, humour: 100, energy: 90, openness: 65, flirtation: 65, curiosity: 65, formality: 65 };
    const lengths = [0, 20, 50, 70, 100].map((talkativeness) => sampleAnswer({ ...loud, talkativeness }).length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(lengths).size).toBe(lengths.length);
    expect(sampleAnswer({ ...loud, talkativeness: 0 })).toContain('villain');
  });
});
