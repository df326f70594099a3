/** Faces: one plane of light, one plane of shadow that draws the nose, and a few sure cuts for eyes and mouth. */

import type { Skin } from './palette.ts';
import type { Depth } from './paper.ts';
import { mark, round, stack, trim } from './paper.ts';

export interface FaceShape {
  readonly id: string;
  readonly x: number;
  /** Height of the pupils. */
  readonly eyeY: number;
  readonly top: number;
  readonly chin: number;
  /** Half widths. */
  readonly cheek: number;
  readonly jaw: number;
  readonly chinWidth: number;
  readonly noseY: number;
  readonly skin: Skin;
}

export function faceOutline(face: FaceShape): string {
  const { x, eyeY, top, chin, cheek, jaw, chinWidth } = face;
  const jawY = eyeY + (chin - eyeY) * 0.64;
  const side = (s: 1 | -1): readonly string[] => [
    `${round(x + s * cheek * 0.94)} ${round(eyeY - 40)}`,
    `${round(x + s * cheek * 1.03)} ${round(eyeY + 30)}`,
    `${round(x + s * jaw)} ${round(jawY)}`,
    `${round(x + s * jaw * 0.9)} ${round(jawY + (chin - jawY) * 0.55)}`,
    `${round(x + s * chinWidth)} ${chin}`,
  ];
  const [l1, l2, l3, l4, l5] = side(-1);
  const [r1, r2, r3, r4, r5] = side(1);
  const dome = round(top - cheek * 0.18);
  return (
    `M${l1}C${l2} ${round(x - jaw * 1.08)} ${round(jawY - 30)} ${l3}C${l4} ${l5} ${round(x)} ${chin}` +
    `C${r5} ${r4} ${r3}C${round(x + jaw * 1.08)} ${round(jawY - 30)} ${r2} ${r1}` +
    `C${round(x + cheek * 0.92)} ${dome} ${round(x - cheek * 0.92)} ${dome} ${l1}Z`
  );
}

/** The plane turned away from the lamp. Its edge runs down brow, nose, lips and chin. */
function shadowPlane({ x, eyeY, top, chin, cheek, noseY }: FaceShape): string {
  const far = x + cheek * 1.4;
  const up = top - cheek;
  return (
    `M${x + 14} ${up}L${x + 12} ${eyeY - 60}C${x + 16} ${eyeY - 30} ${x + 12} ${eyeY - 18} ${x + 4} ${eyeY - 4}` +
    `C${x - 2} ${eyeY + 20} ${x - 8} ${noseY - 30} ${x - 17} ${noseY - 10}C${x - 23} ${noseY + 2} ${x - 18}` +
    ` ${noseY + 11}` +
    ` ${x - 6} ${noseY + 11}L${x + 8} ${noseY + 12}C${x + 4} ${noseY + 24} ${x + 5} ${noseY + 30} ${x + 8}` +
    ` ${noseY + 40}` +
    `C${x + 18} ${noseY + 58} ${x + 8} ${chin - 26} ${x + 22} ${chin + 20}L${far} ${chin + 20}L${far} ${up}Z`
  );
}

/** Head without hair. Extra content (freckles, cheeks, cast shadows) is trimmed to the face. */
export function head(face: FaceShape, extra = '', depth: Depth = 1): string {
  const outline = faceOutline(face);
  return stack(
    mark(outline, face.skin.base) + trim(`${face.id}-face`, outline, mark(shadowPlane(face), face.skin.shade) + extra),
    depth,
  );
}

export interface EyeLook {
  readonly white: string;
  readonly iris: string;
  readonly lid: string;
  /** Where the pupil looks, in shares of the eye: -1 left or up, 1 right or down. */
  readonly lookX?: number;
  readonly lookY?: number;
  /** How far the upper lid comes down: 0 wide open, 1 shut. */
  readonly lowered?: number;
}

/** One eye. Width is half of it; a negative width mirrors the outer corner. */
export function eye(id: string, x: number, y: number, width: number, look: EyeLook): string {
  const half = Math.abs(width);
  const outer = Math.sign(width);
  const open = half * (0.62 - 0.3 * (look.lowered ?? 0));
  const px = (share: number): number => round(x + outer * half * share);
  const almond =
    `M${px(-1)} ${y + 4}C${px(-0.5)} ${round(y - open * 1.1)} ${px(0.4)} ${round(y - open * 1.25)} ${px(1)} ${y - 2}` +
    `C${px(0.5)} ${round(y + half * 0.5)} ${px(-0.4)} ${round(y + half * 0.52)} ${px(-1)} ${y + 4}Z`;
  const lid =
    `M${px(-1.08)} ${y + 6}C${px(-0.5)} ${round(y - open * 1.55)} ${px(0.4)} ${round(y - open * 1.85)} ${px(1.3)}` +
    ` ${y - 7}` +
    `C${px(0.9)} ${y - 3} ${px(0.4)} ${round(y - open * 0.95)} ${px(-0.1)} ${round(y - open * 0.85)}` +
    `C${px(-0.5)} ${round(y - open * 0.7)} ${px(-0.8)} ${y + 1} ${px(-1.08)} ${y + 6}Z`;
  const irisX = round(x + half * 0.35 * (look.lookX ?? 0));
  const irisY = round(y - 1 + half * 0.2 * (look.lookY ?? 0));
  const radius = round(half * 0.47);
  return (
    mark(almond, look.white) +
    trim(
      `${id}-eye`,
      almond,
      `<circle cx="${irisX}" cy="${irisY}" r="${radius}" fill="${look.iris}"/>` +
        `<circle cx="${irisX}" cy="${irisY}" r="${round(radius * 0.52)}" fill="${look.lid}"/>` +
        `<circle cx="${round(irisX - radius * 0.4)}" cy="${round(irisY - radius * 0.4)}"` +
        ` r="${round(radius * 0.26)}" fill="#fff"/>`,
    ) +
    mark(lid, look.lid)
  );
}

/** A brow: thick towards the nose, thin at the temple. Lift raises its outer end. */
export function brow(x: number, y: number, width: number, thick: number, lift: number, fill: string): string {
  const s = Math.sign(width);
  const half = Math.abs(width);
  const at = (share: number): number => round(x + s * half * share);
  return mark(
    `M${at(-1)} ${round(y + thick * 0.5)}C${at(-0.4)} ${round(y - thick - 6)} ${at(0.3)} ${round(y - thick - lift - 4)}` +
      ` ${at(1)} ${round(y - lift + thick * 0.4)}C${at(0.3)} ${round(y - lift * 0.8)} ${at(-0.3)}` +
      ` ${round(y - lift * 0.2)}` +
      ` ${at(-0.94)} ${round(y + thick * 1.3)}Z`,
    fill,
  );
}

/** Closed lips. Smile above zero lifts the corners, below zero drops them. */
export function mouth(x: number, y: number, half: number, smile: number, upper: string, lower: string): string {
  const cornerY = round(y - smile);
  return (
    mark(
      `M${x - half} ${cornerY}C${round(x - half * 0.4)} ${y + 3} ${round(x + half * 0.4)} ${y + 3} ${x + half}` +
        ` ${cornerY}` +
        `C${round(x + half * 0.6)} ${y + 22} ${round(x - half * 0.6)} ${y + 22} ${x - half} ${cornerY}Z`,
      lower,
    ) +
    mark(
      `M${x - half} ${cornerY}C${round(x - half * 0.55)} ${y - 12} ${round(x - half * 0.2)} ${y - 15} ${x} ${y - 9}` +
        `C${round(x + half * 0.2)} ${y - 15} ${round(x + half * 0.55)} ${y - 12} ${x + half} ${cornerY}` +
        `C${round(x + half * 0.4)} ${y + 6} ${round(x - half * 0.4)} ${y + 6} ${x - half} ${cornerY}Z`,
      upper,
    )
  );
}
