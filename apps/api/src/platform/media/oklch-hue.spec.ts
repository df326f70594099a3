import { oklchHue } from './oklch-hue.ts';

describe('oklchHue', () => {
  // CSS Color 4 gives these hues for the sRGB primaries.
  it.each([
    ['red', { r: 255, g: 0, b: 0 }, 29.23],
    ['lime', { r: 0, g: 255, b: 0 }, 142.5],
    ['blue', { r: 0, g: 0, b: 255 }, 264.05],
  ])('knows %s', (_, colour, degrees) => {
    expect(oklchHue(colour)).toBeCloseTo(degrees, 1);
  });

  it('is a number for grey, which has none', () => {
    expect(oklchHue({ r: 128, g: 128, b: 128 })).toBeGreaterThanOrEqual(0);
    expect(oklchHue({ r: 0, g: 0, b: 0 })).toBeLessThan(360);
  });
});
