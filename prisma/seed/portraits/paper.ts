/** Paper, scissors and one lamp: everything a figure is cut from. The lamp always stands at the upper left. */

import type { Palette } from './palette.ts';

export const WIDTH = 800;
export const HEIGHT = 1000;

export type Point = readonly [number, number];

/** How far a sheet stands off the one behind it: 0 lies flat, 3 stands furthest. */
export type Depth = 0 | 1 | 2 | 3;

export interface Figure {
  readonly slug: string;
  readonly hue: number;
  readonly draw: (palette: Palette) => string;
}

const WHOLE_STAGE = 'filterUnits="userSpaceOnUse" x="-900" y="-900" width="2400" height="2600"';

/** How far a filter may reach beyond its shape, in shares of it. Small regions keep rendering quick. */
const REACHES = [0.3, 0.8, 2, 6] as const;
const SHADOW_ROOM: Record<Depth, number> = { 0: 8, 1: 22, 2: 48, 3: 98 };

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Small seeded generator (mulberry32), so that the same portrait is cut the same way every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A closed soft outline through the points (Catmull-Rom turned into Béziers). */
export function smooth(points: readonly Point[], tension = 1): string {
  const count = points.length;
  const at = (index: number): Point => points[(index + count) % count] ?? [0, 0];
  const [startX, startY] = at(0);
  let d = `M${round(startX)} ${round(startY)}`;
  for (let index = 0; index < count; index += 1) {
    const [x0, y0] = at(index - 1);
    const [x1, y1] = at(index);
    const [x2, y2] = at(index + 1);
    const [x3, y3] = at(index + 2);
    const reach = tension / 6;
    d += `C${round(x1 + (x2 - x0) * reach)} ${round(y1 + (y2 - y0) * reach)}`;
    d += ` ${round(x2 - (x3 - x1) * reach)} ${round(y2 - (y3 - y1) * reach)} ${round(x2)} ${round(y2)}`;
  }
  return `${d}Z`;
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

export function disc(x: number, y: number, radiusX: number, radiusY = radiusX): string {
  const r = `${round(radiusX)} ${round(radiusY)} 0 1 1`;
  return (
    `M${round(x - radiusX)} ${round(y)}A${r} ${round(x + radiusX)} ${round(y)}A${r} ${round(x - radiusX)}` +
    ` ${round(y)}Z`
  );
}

/** A hole or ring: use with the even-odd rule, which every sheet has. */
export function ring(x: number, y: number, outer: number, inner: number): string {
  return disc(x, y, outer) + disc(x, y, inner);
}

export function box(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  return (
    `M${x + r} ${y}H${x + width - r}Q${x + width} ${y} ${x + width} ${y + r}V${y + height - r}` +
    `Q${x + width} ${y + height} ${x + width - r} ${y + height}H${x + r}Q${x} ${y + height} ${x} ${y + height - r}` +
    `V${y + r}Q${x} ${y} ${x + r} ${y}Z`
  );
}

/** Mirrors a path about a vertical axis. Only absolute M, L, C, Q and Z may be used in it. */
export function flip(d: string, axis = WIDTH / 2): string {
  let isX = false;
  return d.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    isX = !isX;
    return isX ? String(round(axis * 2 - Number(number))) : number;
  });
}

/** Moves, turns and scales content. Its shadow turns along, so keep the angles small for large pieces. */
export function place(content: string, x: number, y: number, degrees = 0, scale = 1): string {
  return `<g transform="translate(${round(x)} ${round(y)}) rotate(${degrees}) scale(${scale})">${content}</g>`;
}

/** Rough width and height of the outlines in some markup. It errs to the small side, which is the safe one. */
function roughSize(markup: string): readonly [number, number] {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const [, command = '', text = ''] of markup.matchAll(/([MLCQHVA])([^A-Za-z"<>=]*)/g)) {
    const numbers = (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const pairs = command === 'A' ? numbers.slice(-2) : numbers;
    pairs.forEach((value, index) => {
      const isX = command === 'H' || (command !== 'V' && index % 2 === 0);
      if (isX) {
        left = Math.min(left, value);
        right = Math.max(right, value);
      } else {
        top = Math.min(top, value);
        bottom = Math.max(bottom, value);
      }
    });
    if (command === 'A') {
      top = Math.min(top, (pairs[1] ?? 0) - (numbers[1] ?? 0));
      bottom = Math.max(bottom, (pairs[1] ?? 0) + (numbers[1] ?? 0));
    }
  }
  return [right - left, bottom - top];
}

/** The cheapest cut filter whose region still holds the whole shadow of this shape. */
function cut(markup: string, depth: Depth): string {
  const smallest = Math.min(...roughSize(markup));
  if (!(smallest > 6)) return `filter="url(#cut${depth})"`;
  const index = REACHES.findIndex((reach) => smallest * reach >= SHADOW_ROOM[depth]);
  return index === -1 ? `filter="url(#cut${depth})"` : `filter="url(#cut${depth}r${index})"`;
}

/** Content tilted a little about a pivot: a head that listens. */
export function tilt(content: string, degrees: number, x: number, y: number): string {
  return `<g transform="rotate(${degrees} ${x} ${y})">${content}</g>`;
}

export function shift(content: string, x: number, y: number): string {
  return `<g transform="translate(${x} ${y})">${content}</g>`;
}

/** One cut sheet. Depth decides its shadow; its lit edge faces the lamp. */
export function sheet(d: string, fill: string, depth: Depth = 2): string {
  return `<path d="${d}" fill="${fill}" fill-rule="evenodd" ${cut(d, depth)}/>`;
}

/** Flat shape without any edge, for marks inside a sheet. */
export function mark(d: string, fill: string, opacity = 1): string {
  const fade = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<path d="${d}" fill="${fill}" fill-rule="evenodd"${fade}/>`;
}

/** A cut strip along an open path. */
export function strip(d: string, colour: string, width: number, depth: Depth | -1 = -1): string {
  const filter = depth === -1 ? '' : ` filter="url(#cut${depth})"`;
  return (
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"` +
    ` stroke-linejoin="round"${filter}/>`
  );
}

/** Several shapes glued together, with one edge and one shadow around them all. */
export function stack(content: string, depth: Depth = 2): string {
  return `<g ${cut(content, depth)}>${content}</g>`;
}

/** Content trimmed to an outline. The id must be unique within a portrait. */
export function trim(id: string, outline: string, content: string): string {
  return (
    `<clipPath id="${id}"><path d="${outline}" clip-rule="evenodd"/></clipPath>` +
    `<g clip-path="url(#${id})">${content}</g>`
  );
}

/** A sheet with shapes printed on it: they end where the sheet ends. */
export function printed(id: string, outline: string, fill: string, content: string, depth: Depth = 2): string {
  return stack(mark(outline, fill) + trim(id, outline, content), depth);
}

/** Light that spills: a blurred shape added to what lies below. */
export function glow(d: string, colour: string, opacity = 0.6, spread: 'small' | 'large' = 'large'): string {
  const blur = spread === 'large' ? 'glowLarge' : 'glowSmall';
  return `<path d="${d}" fill="${colour}" opacity="${opacity}" filter="url(#${blur})" style="mix-blend-mode:screen"/>`;
}

/** The spot: a cone from the upper left that widens towards a point on the stage. */
export function spot(colour: string, toX = 430, toY = 760, spread = 300, opacity = 0.5): string {
  const cone = (share: number): string =>
    polygon([
      [128 - 26 * share, -60],
      [128 + 26 * share, -70],
      [toX + spread * share, toY - 70 * share],
      [toX - spread * share, toY + 70 * share],
    ]);
  const ray = (share: number, strength: number): string =>
    `<path d="${cone(share)}" fill="${colour}" opacity="${round(strength * 100) / 100}" filter="url(#beam)"` +
    ` mask="url(#beamFade)"` +
    ' style="mix-blend-mode:screen"/>';
  return ray(1, opacity * 0.7) + ray(0.55, opacity * 0.6);
}

/** Dust in the beam. */
export function motes(colour: string, seed: number, count = 34): string {
  const next = seeded(seed);
  let dots = '';
  for (let index = 0; index < count; index += 1) {
    const along = next();
    const x = 130 + along * 330 + (next() - 0.5) * (80 + along * 520);
    const y = 20 + along * 640;
    dots +=
      `<circle cx="${round(x)}" cy="${round(y)}" r="${round(0.8 + next() ** 3 * 4)}"` +
      ` fill="${colour}" opacity="${round(0.15 + next() * 0.5)}"/>`;
  }
  return dots;
}

function cutFilter(id: string, region: string, depth: Depth, palette: Palette): string {
  const shadows: Record<Depth, readonly [number, number, number, number]> = {
    0: [1, 2, 1.5, 0.3],
    1: [3, 5, 5, 0.5],
    2: [7, 12, 11, 0.6],
    3: [14, 22, 24, 0.7],
  };
  const [dx, dy, blur, opacity] = shadows[depth];
  const edge = depth === 0 ? 1.2 : 1.4 + depth * 0.5;
  const slope = depth === 0 ? 1.15 : 1.3;
  const lift = ['R', 'G', 'B'].map((c) => `<feFunc${c} type="linear" slope="${slope}" intercept="0.05"/>`).join('');
  const turn = 4 + depth * 5;
  return (
    `<filter id="${id}" ${region} color-interpolation-filters="sRGB">` +
    `<feOffset in="SourceAlpha" dx="${edge}" dy="${edge * 1.3}" result="moved"/>` +
    '<feComposite in="SourceAlpha" in2="moved" operator="out" result="rim"/>' +
    `<feComponentTransfer in="SourceGraphic">${lift}</feComponentTransfer><feComposite in2="rim" operator="in"` +
    ` result="lit"/>` +
    `<feOffset in="SourceAlpha" dx="${-turn}" dy="${-turn * 1.4}"/><feGaussianBlur stdDeviation="${turn}"` +
    ` result="away"/>` +
    '<feComposite in="SourceAlpha" in2="away" operator="out" result="core"/>' +
    `<feFlood flood-color="${palette.night}" flood-opacity="0.42"/><feComposite in2="core" operator="in"` +
    ` result="turned"/>` +
    `<feOffset in="SourceAlpha" dx="${dx}" dy="${dy}"/><feGaussianBlur stdDeviation="${blur}" result="cast"/>` +
    `<feFlood flood-color="${palette.tone(0.08, 0.03)}" flood-opacity="${opacity}"/>` +
    '<feComposite in2="cast" operator="in" result="shadow"/>' +
    '<feMerge><feMergeNode in="shadow"/><feMergeNode in="SourceGraphic"/><feMergeNode in="turned"/>' +
    '<feMergeNode in="lit"/></feMerge></filter>'
  );
}

function definitions(palette: Palette): string {
  const blur = (id: string, amount: number): string =>
    `<filter id="${id}" ${WHOLE_STAGE}><feGaussianBlur stdDeviation="${amount}"/></filter>`;
  const depths: readonly Depth[] = [0, 1, 2, 3];
  return (
    '<defs>' +
    depths
      .map(
        (depth) =>
          cutFilter(`cut${depth}`, WHOLE_STAGE, depth, palette) +
          REACHES.map((reach, index) =>
            cutFilter(
              `cut${depth}r${index}`,
              `x="${-reach}" y="${-reach}" width="${1 + reach * 2}" height="${1 + reach * 2}"`,
              depth,
              palette,
            ),
          ).join(''),
      )
      .join('') +
    blur('glowSmall', 9) +
    blur('glowLarge', 34) +
    blur('beam', 7) +
    '<linearGradient id="beamRamp" x1="0" y1="0" x2="0.45" y2="1"><stop offset="0" stop-color="#fff"/>' +
    '<stop offset="0.45" stop-color="#888"/><stop offset="0.85" stop-color="#000"/></linearGradient>' +
    `<mask id="beamFade"><rect x="-200" y="-200" width="1200" height="1400" fill="url(#beamRamp)"/></mask>` +
    `<radialGradient id="house" cx="0.42" cy="0.34" r="0.8"><stop offset="0" stop-color="${palette.shade}"/>` +
    `<stop offset="0.5" stop-color="${palette.deep}"/><stop offset="1"` +
    ` stop-color="${palette.night}"/></radialGradient>` +
    '<radialGradient id="key" cx="0.3" cy="0.18" r="0.85"><stop offset="0" stop-color="#fff" stop-opacity="0.34"/>' +
    '<stop offset="0.5" stop-color="#fff" stop-opacity="0"/></radialGradient>' +
    '<radialGradient id="dim" cx="0.46" cy="0.4" r="0.78"><stop offset="0.5" stop-color="#000" stop-opacity="0"/>' +
    `<stop offset="1" stop-color="${palette.tone(0.09, 0.03)}" stop-opacity="0.68"/></radialGradient>` +
    '<linearGradient id="apron" x1="0" y1="0" x2="0" y2="1">' +
    `<stop offset="0.6" stop-color="${palette.night}" stop-opacity="0"/>` +
    `<stop offset="0.82" stop-color="${palette.night}" stop-opacity="0.62"/>` +
    `<stop offset="1" stop-color="${palette.night}" stop-opacity="0.95"/></linearGradient>` +
    `<filter id="fibre" ${WHOLE_STAGE} color-interpolation-filters="sRGB">` +
    '<feTurbulence type="fractalNoise" baseFrequency="0.16 0.22" numOctaves="4" seed="7" result="pulp"/>' +
    '<feDiffuseLighting in="pulp" surfaceScale="1.5" diffuseConstant="1.08" lighting-color="#fff">' +
    '<feDistantLight azimuth="225" elevation="58"/></feDiffuseLighting></filter>' +
    '</defs>'
  );
}

/** Puts a drawn figure on the stage: house dark, key light, paper fibre, and a calm apron for the name. */
export function frame(palette: Palette, content: string): string {
  const full = `width="${WIDTH}" height="${HEIGHT}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ${full}>` +
    definitions(palette) +
    `<rect ${full} fill="url(#house)"/>` +
    content +
    `<rect ${full} fill="url(#key)" style="mix-blend-mode:soft-light"/>` +
    `<rect ${full} fill="url(#dim)"/><rect ${full} fill="url(#apron)"/>` +
    `<rect ${full} filter="url(#fibre)" opacity="0.2" style="mix-blend-mode:soft-light"/>` +
    // Sheets that run off the stage would show a lit edge where the canvas ends.
    `<rect ${full} fill="none" stroke="${palette.night}" stroke-width="9" opacity="0.9"/></svg>`
  );
}
