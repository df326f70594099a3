import type { FaceShape } from '../features.ts';
import { brow, eye, head, mouth } from '../features.ts';
import type { Palette } from '../palette.ts';
import type { Figure } from '../paper.ts';
import {
  box,
  disc,
  flip,
  glow,
  mark,
  motes,
  place,
  polygon,
  printed,
  ring,
  seeded,
  sheet,
  spot,
  stack,
  strip,
  tilt,
  trim,
} from '../paper.ts';

function skyline(fill: string, lit: string, top: number, seed: number): string {
  const next = seeded(seed);
  let blocks = '';
  let panes = '';
  for (let x = -40; x < 840; x += 86) {
    const y = top + next() * 170;
    blocks += mark(box(x, y, 92, 900), fill);
    for (let row = 0; row < 7; row += 1) {
      for (let column = 0; column < 3; column += 1) {
        if (next() > 0.72) panes += mark(box(x + 16 + column * 24, y + 26 + row * 34, 12, 18), lit, 0.8);
      }
    }
  }
  return stack(blocks, 1) + panes;
}

/** Light through a blind: the same bars cross the wall and the face. */
function slats(fill: string, opacity: number): string {
  let bars = '';
  for (let row = 0; row < 13; row += 1) {
    const y = 40 + row * 58;
    bars += mark(
      polygon([
        [-40, y - 26],
        [840, y + 44],
        [840, y + 74],
        [-40, y + 4],
      ]),
      fill,
      opacity,
    );
  }
  return bars;
}

function draw(p: Palette): string {
  const skin = p.skin(0.74, 0.06, 55);
  const coat = p.tone(0.42, 0.1);
  const felt = p.tone(0.3, 0.1);
  const face: FaceShape = {
    id: 'v',
    x: 392,
    eyeY: 388,
    top: 300,
    chin: 570,
    cheek: 122,
    jaw: 104,
    chinWidth: 46,
    noseY: 462,
    skin,
  };
  const backdrop =
    skyline(p.tone(0.25, 0.07), p.tone(0.8, 0.13, -180), 210, 5) +
    skyline(p.tone(0.19, 0.055), p.tone(0.8, 0.13, -180), 380, 11) +
    trim('wall', box(0, 0, 800, 1000), slats(p.tone(0.74, 0.13), 0.26)) +
    spot(p.bright, 420, 760, 300, 0.5) +
    motes(p.pale, 21);

  const bob = 'M240 330C214 420 222 520 268 566C292 584 318 566 322 540L330 330Z';
  const hair = sheet(bob, p.tone(0.2, 0.05), 1) + sheet(flip(bob, 396), p.tone(0.17, 0.045), 1);
  const neck =
    sheet('M342 520L334 690L458 690L450 520Z', skin.shade, 1) +
    mark('M342 556C372 590 430 590 450 556L454 620C420 640 370 640 338 620Z', skin.deep, 0.6);

  const features =
    head(
      face,
      mark('M240 250L560 250L560 376L230 350Z', skin.deep, 0.82) +
        [400, 468, 536]
          .map((y) =>
            mark(
              polygon([
                [230, y],
                [560, y + 26],
                [560, y + 54],
                [230, y + 28],
              ]),
              skin.deep,
              0.5,
            ),
          )
          .join(''),
    ) +
    eye('vl', 342, 390, 31, { white: p.cream, iris: p.main, lid: skin.deep, lookX: 0.35, lowered: 0.45 }) +
    eye('vr', 444, 392, -31, { white: p.pale, iris: p.main, lid: skin.deep, lookX: -0.35, lowered: 0.45 }) +
    brow(340, 358, -38, 6, 4, skin.deep) +
    brow(446, 358, 38, 6, 12, skin.deep) +
    mouth(394, 512, 36, 5, p.tone(0.42, 0.15, 115), p.tone(0.52, 0.17, 115)) +
    mark(disc(330, 500, 3.4), skin.deep);

  const crown =
    'M262 312C244 214 264 130 322 108C352 96 372 122 396 126C424 118 450 94 482 112C536 140 552 220 532 316Z';
  const brim =
    'M130 344C170 286 250 262 400 262C548 262 632 288 672 352C676 372 652 372 632 360C560 326 480 318 398 320' +
    'C310 322 240 336 172 366C148 376 124 366 130 344Z';
  const hat =
    printed(
      'v-crown',
      crown,
      felt,
      mark('M396 122C388 180 420 240 470 320L560 320L560 100Z', p.tone(0.22, 0.08)) +
        mark('M240 262C330 236 470 236 560 268L560 330L240 330Z', p.tone(0.15, 0.05)) +
        mark('M240 262C330 236 470 236 560 268L560 276C470 244 330 244 240 270Z', p.bright, 0.6),
      2,
    ) +
    sheet(brim, felt, 2) +
    mark(
      'M172 366C240 336 310 322 398 320C480 318 560 326 632 360C560 338 480 332 398 334C310 336 240 348 172 366Z',
      p.tone(0.14, 0.05),
    );

  const shoulders = sheet('M70 1040C80 800 150 700 300 656L500 656C650 700 724 800 736 1040Z', p.tone(0.3, 0.085), 3);
  const shirt =
    sheet('M318 640L396 790L478 640L478 1000L318 1000Z', p.tone(0.82, 0.04), 1) +
    sheet('M380 700L412 700L424 740L410 1000L382 1000L368 740Z', p.tone(0.22, 0.07), 1);
  const collar = 'M276 520C226 560 190 640 176 716L312 860L392 706C340 664 300 606 276 520Z';
  const lapels =
    sheet(collar, coat, 2) +
    sheet('M176 716C140 780 130 900 128 1040L372 1040L392 800L312 860Z', p.tone(0.37, 0.095), 2) +
    sheet(flip('M176 716C140 780 130 900 128 1040L372 1040L392 800L312 860Z', 398), p.tone(0.28, 0.085), 2) +
    sheet(flip(collar, 398), p.tone(0.34, 0.095), 2);

  const brass = p.tone(0.8, 0.13, -180);
  const key =
    sheet(ring(0, 0, 30, 17), brass, 1) +
    sheet('M-6 26L6 26L6 112L24 112L24 124L6 124L6 134L18 134L18 146L-6 146Z', brass, 1);
  const glove = p.tone(0.2, 0.06);
  const hand =
    sheet('M700 1020L560 1020C556 930 560 850 580 800L690 800C712 860 716 940 700 1020Z', coat, 2) +
    place(key, 566, 690, 26) +
    stack(
      mark(
        'M566 812C548 770 548 716 566 690C580 670 604 664 636 668C676 672 700 694 700 736C700 770 692 796 690 812Z',
        glove,
      ) +
        mark(box(548, 672, 96, 34, 17), glove) +
        mark(box(540, 708, 96, 34, 17), glove) +
        mark(box(544, 744, 90, 32, 16), glove),
      1,
    ) +
    strip('M556 707L624 707M550 743L620 743', p.tone(0.32, 0.08), 3) +
    sheet('M556 800L704 800L710 838L550 838Z', p.tone(0.5, 0.1), 1);

  return (
    backdrop +
    glow(disc(250, 330, 150), p.bright, 0.35) +
    shoulders +
    hair +
    neck +
    shirt +
    features +
    tilt(hat, -5, 396, 320) +
    lapels +
    hand
  );
}

export const inspectorVesper: Figure = { slug: 'inspector-vesper', hue: 262, draw };
