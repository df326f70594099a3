import type { FaceShape } from '../features.ts';
import { brow, eye, head, mouth } from '../features.ts';
import type { Palette } from '../palette.ts';
import type { Figure } from '../paper.ts';
import {
  disc,
  flip,
  glow,
  mark,
  motes,
  place,
  printed,
  seeded,
  sheet,
  smooth,
  spot,
  stack,
  strip,
  tilt,
} from '../paper.ts';

/** A frond of paired leaves along a bent stalk, growing upwards from the origin. */
function frond(length: number, fill: string, stalk: string, bend: number): string {
  let leaves = '';
  for (let step = 1; step <= 9; step += 1) {
    const t = step / 9;
    const size = (1 - t * 0.72) * length * 0.3;
    const leaf =
      `M0 0C${size * 0.3} ${-size * 0.36} ${size * 0.8} ${-size * 0.3} ${size} 0C${size * 0.7}` +
      ` ${size * 0.16} ${size * 0.3} ${size * 0.16} 0 0Z`;
    const x = bend * t * t * length;
    leaves +=
      place(mark(leaf, fill), x, -t * length, -34 + bend * 40) +
      place(mark(leaf, fill), x, -t * length, -146 + bend * 40);
  }
  return stack(strip(`M0 0Q${bend * length * 0.1} ${-length * 0.6} ${bend * length} ${-length}`, stalk, 5) + leaves, 1);
}

function trunk(x: number, width: number, fill: string): string {
  return sheet(
    `M${x} -60C${x + 16} 300 ${x - 14} 620 ${x - 40} 1040L${x + width + 50} 1040C${x + width + 6} 640` +
      ` ${x + width - 18} 300` +
      ` ${x + width + 10} -60Z`,
    fill,
    2,
  );
}

function toadstool(cap: string, spot1: string, stem: string): string {
  return (
    sheet('M-9 0C-7 -20 -8 -34 -10 -44L10 -44C8 -34 8 -20 10 0Z', stem, 0) +
    printed(
      `cap${cap.slice(1)}`,
      'M-36 -38C-34 -76 34 -76 36 -38C18 -30 -18 -30 -36 -38Z',
      cap,
      mark(disc(-14, -52, 6), spot1) + mark(disc(12, -58, 5), spot1) + mark(disc(20, -42, 4), spot1),
      1,
    )
  );
}

function hairMass(points: number, seed: number): string {
  const next = seeded(seed);
  const outline: (readonly [number, number])[] = [];
  for (let index = 0; index < points; index += 1) {
    const t = index / (points - 1);
    outline.push([252 - Math.sin(t * Math.PI) * 70 - (index % 2) * 26 - next() * 12, 320 + t * 430]);
  }
  outline.push([330, 740], [350, 330]);
  return smooth(outline);
}

function draw(p: Palette): string {
  const skin = p.skin(0.82, 0.055, 55);
  const copper = p.tone(0.55, 0.16, -110);
  const copperDark = p.tone(0.4, 0.13, -115);
  const face: FaceShape = {
    id: 'n',
    x: 404,
    eyeY: 404,
    top: 320,
    chin: 572,
    cheek: 124,
    jaw: 98,
    chinWidth: 34,
    noseY: 470,
    skin,
  };
  const backdrop =
    glow(disc(360, 330, 250), p.bright, 0.75) +
    glow(disc(560, 200, 170), p.bright, 0.7) +
    trunk(-30, 110, p.tone(0.36, 0.09)) +
    trunk(640, 46, p.tone(0.5, 0.11)) +
    trunk(130, 40, p.tone(0.44, 0.1)) +
    trunk(716, 130, p.tone(0.24, 0.06)) +
    spot(p.tone(0.9, 0.14, -30), 420, 720, 320, 0.6) +
    motes(p.pale, 8, 46);

  const left = hairMass(13, 3);
  const hair =
    sheet('M300 400L510 400L496 670L316 670Z', copperDark, 0) +
    sheet(left, copper, 2) +
    sheet(flip(hairMass(13, 9), 404), copperDark, 2);
  const body =
    sheet('M110 1040C120 810 190 700 330 650L480 650C620 700 690 810 706 1040Z', p.tone(0.3, 0.08), 3) +
    sheet('M356 540L346 690C376 726 436 726 464 690L454 540Z', skin.shade, 1) +
    mark('M356 566C384 596 430 596 454 566L456 610C430 636 380 636 353 610Z', skin.deep, 0.5) +
    sheet(
      'M300 650C340 716 470 716 508 650C570 680 606 740 616 800C510 880 300 880 196 800C206 740 240 680 300 650Z',
      p.tone(0.5, 0.13),
      2,
    );

  const freckles = [
    [330, 452],
    [346, 462],
    [316, 466],
    [332, 478],
    [362, 452],
    [470, 456],
    [486, 468],
    [458, 470],
  ]
    .map(([x, y]) => mark(disc(x ?? 0, y ?? 0, 3.4), copperDark, 0.65))
    .join('');
  const features =
    head(
      face,
      mark('M260 300L560 300L560 366C460 344 350 344 260 372Z', skin.deep, 0.45) +
        mark(disc(326, 470, 34, 24), p.tone(0.66, 0.15, -125), 0.5) +
        mark(disc(486, 470, 34, 24), p.tone(0.5, 0.13, -125), 0.5) +
        freckles,
    ) +
    eye('nl', 350, 406, 31, { white: p.cream, iris: p.main, lid: skin.deep, lookX: 0.2, lookY: 0.2, lowered: 0.1 }) +
    eye('nr', 460, 406, -31, { white: p.pale, iris: p.main, lid: skin.deep, lookX: 0.2, lookY: 0.2, lowered: 0.1 }) +
    brow(346, 362, -36, 7, 2, copperDark) +
    brow(464, 360, 36, 7, 8, copperDark) +
    mouth(406, 520, 40, 14, p.tone(0.45, 0.14, -128), p.tone(0.6, 0.15, -128)) +
    sheet('M282 340C262 400 268 470 290 520C256 500 236 430 250 350Z', copper, 1) +
    sheet('M522 340C548 400 542 470 520 524C556 500 578 430 560 350Z', copperDark, 1);

  const felt = p.tone(0.33, 0.09);
  const cone =
    'M240 322C262 236 292 164 352 98C402 44 470 4 560 26C600 36 622 66 616 96C612 112 596 108 590 96' +
    'C574 76 540 74 516 100C490 132 520 200 566 322Z';
  const hat =
    printed(
      'n-cone',
      cone,
      felt,
      mark('M400 20C420 140 430 240 420 330L640 330L640 0Z', p.tone(0.23, 0.07)) +
        mark('M230 262C330 236 470 236 590 268L596 312C470 282 330 282 226 310Z', p.tone(0.58, 0.16)),
      2,
    ) +
    sheet(
      'M76 356C120 300 250 272 404 272C560 272 690 304 736 362C744 384 716 386 690 374C600 336 500 330 404 330' +
        'C300 330 214 340 124 374C96 384 66 380 76 356Z',
      felt,
      3,
    ) +
    place(toadstool(p.tone(0.6, 0.19, -125), p.cream, p.cream), 226, 300, -14, 1.15) +
    place(toadstool(p.tone(0.56, 0.18, -124), p.cream, p.cream), 172, 322, -24, 0.8) +
    place(frond(120, p.bright, p.mid, 0.3), 590, 302, 30) +
    place(frond(90, p.main, p.mid, -0.2), 566, 300, 0);

  // The mandrake peeks over its pot: half plant, half witness.
  const pot =
    sheet('M-92 10L92 10L70 190L-70 190Z', p.tone(0.5, 0.12, -110), 2) +
    sheet('M-108 -24L108 -24L102 24L-102 24Z', p.tone(0.58, 0.13, -108), 1);
  const root =
    printed(
      'root',
      'M-62 0C-74 -60 -50 -120 0 -122C50 -120 74 -60 62 0Z',
      p.tone(0.78, 0.07, -75),
      mark('M8 -140C20 -80 10 -40 16 10L90 10L90 -140Z', p.tone(0.6, 0.07, -80)),
      1,
    ) +
    mark(disc(-22, -58, 9), p.night) +
    mark(disc(26, -58, 9), p.night) +
    mark(disc(-25, -61, 3), '#ffffff') +
    mark(disc(23, -61, 3), '#ffffff') +
    strip('M-8 -34Q2 -42 12 -34', p.night, 4);
  const mandrake =
    place(frond(130, p.bright, p.mid, -0.35), -14, -112, -26) +
    place(frond(140, p.pale, p.mid, 0.2), 10, -112, 16) +
    place(frond(150, p.main, p.mid, 0), 0, -112, -4) +
    root +
    pot;

  return (
    backdrop +
    tilt(hair, 3, 404, 600) +
    body +
    tilt(features + hat, 4, 404, 590) +
    place(mandrake, 214, 800, -5, 0.95) +
    place(frond(330, p.tone(0.2, 0.06), p.deep, -0.4), 770, 1010, -12) +
    place(frond(250, p.tone(0.17, 0.05), p.deep, -0.2), 30, 1040, -6)
  );
}

export const nettieHollow: Figure = { slug: 'nettie-hollow', hue: 155, draw };
