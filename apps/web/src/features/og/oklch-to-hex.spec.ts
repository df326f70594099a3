import { isDrawable } from './fonts';
import { oklchToHex } from './oklch-to-hex';

describe('a picture of a link', () => {
  // What browsers make of the same OKLCH.
  it.each([
    [{ lightness: 1, chroma: 0, hueDegrees: 0 }, '#ffffff'],
    [{ lightness: 0, chroma: 0, hueDegrees: 0 }, '#000000'],
    [{ lightness: 0.62796, chroma: 0.25768, hueDegrees: 29.234 }, '#ff0000'],
    [{ lightness: 0.86644, chroma: 0.29483, hueDegrees: 142.495 }, '#00ff00'],
    [{ lightness: 0.45201, chroma: 0.31321, hueDegrees: 264.052 }, '#0000ff'],
  ])('is lit with %j as %s', (colour, hex) => expect(oklchToHex(colour)).toBe(hex));

  it.each([
    ['Inspector Vesper', true],
    ['Zoë Ångström-Şahin', true],
    ['Nguyễn Văn', true],
    ['“Mr.” O’Hara – €5', true],
    ['桜井みどり', false],
    ['Ольга', false],
    ['فاطمة', false],
    ['Fox 🦊', false],
  ])('can have %j drawn: %s', (text, drawable) => expect(isDrawable(text)).toBe(drawable));
});
