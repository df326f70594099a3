import type { FaceShape } from '../features.ts';
import { brow, eye, head, mouth } from '../features.ts';
import type { Palette } from '../palette.ts';
import type { Figure, Point } from '../paper.ts';
import {
  box,
  disc,
  flip,
  mark,
  motes,
  place,
  printed,
  ring,
  seeded,
  sheet,
  smooth,
  spot,
  stack,
  strip,
  trim,
} from '../paper.ts';

/** A mountain as a map shows it: sheet upon sheet, each a little smaller and a little lighter. */
function massif(p: Palette, x: number, y: number, radius: number, levels: number, seed: number): string {
  const next = seeded(seed);
  const wobble = Array.from({ length: 13 }, () => 0.78 + next() * 0.42);
  let layers = '';
  for (let level = 0; level < levels; level += 1) {
    const t = level / levels;
    const points = wobble.map((share, index): Point => {
      const angle = (index / wobble.length) * Math.PI * 2;
      const reach = radius * (1 - t * 0.92) * (1 + (share - 1) * (1 - t * 0.4)) * (1 + (next() - 0.5) * 0.05);
      return [x + Math.cos(angle) * reach * 1.15 + t * 26, y + Math.sin(angle) * reach - t * 20];
    });
    layers += sheet(smooth(points), p.tone(0.34 + t * 0.5, 0.075 + t * 0.03, 30 * t), 1);
  }
  return layers;
}

function turban(p: Palette): string {
  const outline =
    'M252 344C214 300 206 218 252 164C296 112 360 96 414 100C500 104 572 150 586 226C594 280 576 320 548 348' +
    'C500 306 450 292 400 292C350 292 300 306 252 344Z';
  const folds: readonly (readonly [string, number])[] = [
    ['M236 250C320 150 460 110 590 190L600 250C470 170 330 200 240 310Z', 0.72],
    ['M224 200C300 110 420 70 540 120L590 190C460 120 320 150 232 260Z', 0.58],
    ['M240 318C330 220 470 190 600 262L590 310C470 240 350 262 256 350Z', 0.62],
    ['M250 352C340 270 470 254 580 320L550 352C470 290 340 300 262 356Z', 0.78],
  ];
  return (
    printed(
      'wrap',
      outline,
      p.tone(0.5, 0.1),
      folds.map(([d, lightness]) => stack(mark(d, p.tone(lightness, 0.12)), 1)).join('') +
        mark('M470 80C560 160 580 260 540 360L640 360L640 80Z', p.night, 0.32),
      2,
    ) +
    sheet(
      'M556 300C600 330 620 420 600 540C590 600 606 640 620 670C580 660 552 620 554 560C560 470 556 390 530 340Z',
      p.tone(0.48, 0.11),
      2,
    ) +
    sheet(
      smooth([
        [398, 206],
        [424, 244],
        [398, 292],
        [372, 244],
      ]),
      p.tone(0.78, 0.14, -120),
      1,
    ) +
    sheet(
      smooth([
        [398, 226],
        [410, 246],
        [398, 270],
        [386, 246],
      ]),
      p.tone(0.55, 0.18, -165),
      0,
    )
  );
}

function draw(p: Palette): string {
  const skin = p.skin(0.62, 0.085, 56);
  const brass = p.tone(0.78, 0.13, -112);
  const parchment = p.tone(0.9, 0.055, -105);
  const ink = p.tone(0.19, 0.03, 60);
  const face: FaceShape = {
    id: 'i',
    x: 398,
    eyeY: 398,
    top: 300,
    chin: 574,
    cheek: 124,
    jaw: 104,
    chinWidth: 44,
    noseY: 472,
    skin,
  };
  const route =
    '<path d="M40 300C150 250 170 420 90 520C60 570 70 610 110 650" fill="none" stroke="' +
    p.tone(0.68, 0.18, -165) +
    '" stroke-width="8" stroke-dasharray="20 16" stroke-linecap="round"/>';
  const backdrop =
    mark(box(0, 0, 800, 1000), p.tone(0.27, 0.065)) +
    massif(p, 640, 210, 330, 8, 6) +
    massif(p, 90, 560, 260, 6, 2) +
    massif(p, 150, 60, 170, 5, 13) +
    stack(route, 0) +
    stack(strip('M92 640L130 680M130 640L92 680', p.tone(0.68, 0.18, -165), 11), 1) +
    spot(p.cream, 440, 770, 330, 0.5) +
    motes(p.cream, 10);

  const scroll = (x: number, tilt: number, length: number, fill: string): string =>
    place(
      sheet(box(-28, -length, 56, length + 60, 6), fill, 2) +
        sheet(disc(0, -length, 28, 11), p.tone(0.72, 0.06, -105), 0) +
        mark(disc(0, -length, 15, 6), p.tone(0.45, 0.05, -105)) +
        sheet(box(-30, -length * 0.45, 60, 18, 3), p.tone(0.6, 0.17, -165), 0),
      x,
      700,
      tilt,
    );
  const quiver =
    scroll(610, 16, 290, parchment) + scroll(668, 24, 240, p.tone(0.82, 0.06, -105)) + scroll(706, 34, 170, parchment);
  const robe =
    sheet('M56 1040C62 850 120 740 280 684L516 684C680 740 736 850 746 1040Z', p.tone(0.36, 0.085), 3) +
    sheet('M150 760C190 720 240 700 290 684L398 880L400 1040L240 1040Z', p.tone(0.5, 0.11), 2) +
    sheet(flip('M150 760C190 720 240 700 290 684L398 880L400 1040L240 1040Z', 399), p.tone(0.4, 0.1), 2) +
    sheet('M336 640L398 800L462 640L480 700L398 880L316 700Z', parchment, 1) +
    strip('M280 690L398 890L516 690', brass, 8, 1) +
    sheet('M620 690C560 780 380 900 190 1020L250 1060C420 960 600 840 664 720Z', p.tone(0.35, 0.08, -125), 1);
  const neck = sheet('M344 540L334 680C360 730 440 730 462 680L454 540Z', skin.shade, 1);

  const beardShape =
    'M270 420C262 500 280 570 320 614C352 650 380 668 400 690C420 668 448 650 480 614C518 570 534 500 526 420' +
    'C512 470 496 486 470 490C440 470 360 470 330 490C304 486 288 470 270 420Z';
  const beard = printed(
    'beard',
    beardShape,
    ink,
    mark('M398 460L560 400L560 700L398 700Z', p.tone(0.13, 0.02, 60)) +
      strip(
        'M312 520C324 566 346 604 374 634M344 528C352 570 368 600 392 622M300 470C302 500 306 520 312 536M420 640' +
          'C446 610 468 574 480 534M436 590C446 572 452 552 456 534',
        p.tone(0.34, 0.03, 60),
        5,
      ),
    1,
  );
  const stache = 'M398 488C370 478 336 486 318 514C344 512 376 516 398 504Z';
  const features =
    sheet(disc(276, 414, 15, 27), skin.base, 1) +
    sheet(disc(522, 414, 15, 27), skin.shade, 1) +
    sheet(ring(274, 452, 13, 8), brass, 0) +
    head(face, mark('M260 280L540 280L540 354C460 330 340 330 260 358Z', skin.deep, 0.5)) +
    eye('il', 342, 400, 31, {
      white: p.cream,
      iris: p.tone(0.34, 0.06, -130),
      lid: ink,
      lookX: 0.3,
      lookY: 0.1,
      lowered: 0.3,
    }) +
    brow(340, 362, -42, 10, 8, ink) +
    brow(462, 352, 42, 10, 22, ink) +
    beard +
    mouth(400, 530, 32, 8, p.tone(0.4, 0.1, -160), p.tone(0.54, 0.11, -160)) +
    sheet(stache, p.tone(0.36, 0.03, 60), 1) +
    sheet(flip(stache, 399), p.tone(0.26, 0.03, 60), 1);

  // The reading lens makes one eye twice as curious as the other.
  const lens =
    mark(disc(462, 404, 78), p.tone(0.8, 0.06)) +
    trim(
      'lens',
      disc(462, 404, 78),
      mark(box(370, 310, 190, 190), skin.base) +
        mark('M380 310L420 310C400 380 396 440 384 500L370 500Z', skin.lit) +
        mark('M486 300L560 300L560 500L500 500C530 430 520 370 486 300Z', skin.shade) +
        brow(466, 346, 66, 12, 14, ink) +
        eye('ir', 462, 410, -54, {
          white: p.cream,
          iris: p.tone(0.36, 0.06, -130),
          lid: ink,
          lookX: 0.1,
          lookY: 0.1,
          lowered: 0.05,
        }) +
        mark(disc(462, 404, 90) + disc(446, 390, 84), p.night, 0.35),
    ) +
    mark('M404 392C408 358 430 340 452 336C430 350 420 372 418 398Z', '#ffffff', 0.7) +
    strip('M508 470L570 600', p.tone(0.4, 0.09, -130), 20, 2) +
    sheet(ring(462, 404, 90, 76), brass, 2);
  const hand =
    sheet('M520 1040C530 900 540 800 560 700L664 690C700 790 720 900 730 1040Z', p.tone(0.56, 0.12), 2) +
    sheet('M548 700L668 686L676 730L544 744Z', brass, 1) +
    stack(
      mark('M552 704C540 650 550 600 590 590C640 586 668 620 664 690Z', skin.base) +
        mark(box(540, 580, 78, 30, 15), skin.base) +
        mark(box(534, 610, 84, 30, 15), skin.base) +
        mark(box(538, 640, 80, 30, 15), skin.base),
      1,
    ) +
    strip('M544 610L600 610M542 640L600 640', skin.shade, 3);
  return backdrop + quiver + robe + neck + features + turban(p) + lens + hand;
}

export const idrisFarrow: Figure = { slug: 'idris-farrow', hue: 192, draw };
