/** The hue of an sRGB colour (0–255 a channel) in OKLCH, in degrees from 0 to 360. The matrices are those of CSS Color 4, 10.9 and its sample code. */
export function oklchHue(colour: { r: number; g: number; b: number }): number {
  const [r, g, b] = [linear(colour.r), linear(colour.g), linear(colour.b)] as const;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const along = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const degrees = (Math.atan2(along, a) * 180) / Math.PI;
  return ((degrees % 360) + 360) % 360;
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
