/** The company's portraits: each figure draws itself, the frame lights them all the same way. */

import { bartholomewAsh } from './figures/bartholomew-ash.ts';
import { grannySuyin } from './figures/granny-suyin.ts';
import { halcyon } from './figures/halcyon.ts';
import { idrisFarrow } from './figures/idris-farrow.ts';
import { inspectorVesper } from './figures/inspector-vesper.ts';
import { junoStatic } from './figures/juno-static.ts';
import { mrUnderhall } from './figures/mr-underhall.ts';
import { nettieHollow } from './figures/nettie-hollow.ts';
import { oskTarrow } from './figures/osk-tarrow.ts';
import { pendletonChime } from './figures/pendleton-chime.ts';
import { perpetuaVane } from './figures/perpetua-vane.ts';
import { queenieAdair } from './figures/queenie-adair.ts';
import { paletteOf } from './palette.ts';
import type { Figure } from './paper.ts';
import { frame } from './paper.ts';

const PORTRAIT_FIGURES: readonly Figure[] = [
  inspectorVesper,
  nettieHollow,
  oskTarrow,
  junoStatic,
  halcyon,
  bartholomewAsh,
  mrUnderhall,
  queenieAdair,
  grannySuyin,
  idrisFarrow,
  perpetuaVane,
  pendletonChime,
];

/** The portrait as an SVG string, 800 by 1000, ready to be rendered. */
export function composePortrait(slug: string): string {
  const figure = PORTRAIT_FIGURES.find((candidate) => candidate.slug === slug);
  if (figure === undefined) throw new Error(`There is no portrait for "${slug}".`);
  const palette = paletteOf(figure.hue);
  return frame(palette, figure.draw(palette));
}
