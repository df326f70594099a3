/** Colour in OKLCH, so twelve hues share one lightness scale and sit on the wall as one set. */

type Triple = readonly [number, number, number];

const RADIANS = Math.PI / 180;

function oklchToLab(lightness: number, chroma: number, hueDegrees: number): Triple {
  const angle = hueDegrees * RADIANS;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

function labToLinear([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function linearToLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function encode(channel: number): string {
  const clipped = Math.min(1, Math.max(0, channel));
  const gamma = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(gamma * 255)
    .toString(16)
    .padStart(2, '0');
}

function decode(hex: string, at: number): number {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function isInGamut(linear: Triple): boolean {
  return linear.every((channel) => channel >= -0.0005 && channel <= 1.0005);
}

function toHex([r, g, b]: Triple): string {
  return `#${encode(r)}${encode(g)}${encode(b)}`;
}

/** OKLCH to an sRGB hex string. Chroma gives way before lightness or hue do. */
export function oklch(lightness: number, chroma: number, hueDegrees: number): string {
  let fitted = chroma;
  let linear = labToLinear(oklchToLab(lightness, fitted, hueDegrees));
  while (!isInGamut(linear) && fitted > 0.002) {
    fitted -= 0.002;
    linear = labToLinear(oklchToLab(lightness, fitted, hueDegrees));
  }
  return toHex(linear);
}

/** Mixes two hex colours in OKLab: 0 gives the first, 1 the second. */
export function mix(from: string, to: string, amount: number): string {
  const start = linearToLab([decode(from, 1), decode(from, 3), decode(from, 5)]);
  const end = linearToLab([decode(to, 1), decode(to, 3), decode(to, 5)]);
  const blend = (a: number, b: number): number => a + (b - a) * amount;
  return toHex(labToLinear([blend(start[0], end[0]), blend(start[1], end[1]), blend(start[2], end[2])]));
}

/** Four papers for one face: lit, base, shade and the deepest cut. */
export interface Skin {
  readonly lit: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
}

export interface Palette {
  readonly hue: number;
  readonly night: string;
  readonly deep: string;
  readonly shade: string;
  readonly mid: string;
  readonly main: string;
  readonly bright: string;
  readonly pale: string;
  readonly cream: string;
  /** Any other paper of this persona, by lightness, chroma and distance from the own hue. */
  readonly tone: (lightness: number, chroma: number, hueShift?: number) => string;
  /** A skin whose shadows lean towards the own hue, as if lit by the same lamp. */
  readonly skin: (lightness: number, chroma: number, hueDegrees: number) => Skin;
}

export function paletteOf(hue: number): Palette {
  const tone = (lightness: number, chroma: number, hueShift = 0): string => oklch(lightness, chroma, hue + hueShift);
  const night = tone(0.13, 0.035);
  const shade = tone(0.33, 0.1);
  return {
    hue,
    night,
    deep: tone(0.22, 0.065),
    shade,
    mid: tone(0.47, 0.14),
    main: tone(0.63, 0.19),
    bright: tone(0.77, 0.16),
    pale: tone(0.88, 0.09),
    cream: tone(0.955, 0.03),
    tone,
    skin: (lightness, chroma, hueDegrees) => {
      const base = oklch(lightness, chroma, hueDegrees);
      return {
        lit: oklch(Math.min(0.95, lightness + 0.08), chroma * 0.9, hueDegrees + 8),
        base,
        shade: mix(oklch(lightness * 0.8, chroma * (0.9 + 0.6 * lightness), hueDegrees - 12), shade, 0.16),
        deep: mix(oklch(lightness * 0.46, chroma, hueDegrees - 18), night, 0.25),
      };
    },
  };
}
