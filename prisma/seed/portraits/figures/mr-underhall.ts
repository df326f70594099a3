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
  sheet,
  shift,
  spot,
  stack,
  strip,
  tilt,
} from '../paper.ts';

function curtain(p: Palette): string {
  const outer = 'M-20 -20L250 -20C238 150 190 300 128 420C100 500 96 560 120 620C96 760 90 900 96 1040L-20 1040Z';
  let folds = '';
  for (let fold = 0; fold < 5; fold += 1) {
    const x = 30 + fold * 46;
    folds += mark(
      `M${x} -20C${x - 6} 160 ${x * 0.6 - 10} 360 ${x * 0.34 + 10} 470L${x * 0.34 + 26} 470C${x * 0.7 + 16} 340` +
        ` ${x + 20} 150 ${x + 26} -20Z`,
      p.tone(0.25, 0.11),
    );
    folds += mark(
      `M${x * 0.34 + 10} 560C${x * 0.4} 700 ${x * 0.5 - 6} 900 ${x * 0.5} 1040L${x * 0.5 + 16} 1040C${x * 0.5 + 12}` +
        ` 880 ${x * 0.4 + 18} 700 ${x * 0.34 + 24} 560Z`,
      p.tone(0.25, 0.11),
    );
  }
  return (
    printed('drape', outer, p.tone(0.38, 0.15), folds, 3) +
    sheet('M-20 470C40 500 90 500 128 470C140 500 134 540 118 556C80 574 30 574 -20 550Z', p.tone(0.76, 0.13, 150), 1)
  );
}

function boxes(p: Palette): string {
  let tiers = '';
  for (let tier = 0; tier < 3; tier += 1) {
    const y = 60 + tier * 230;
    for (let column = 0; column < 5; column += 1) {
      const x = -10 + column * 170;
      const arch =
        `M${x} ${y + 150}L${x} ${y + 60}C${x} ${y - 20} ${x + 130} ${y - 20} ${x + 130} ${y + 60}` +
        `L${x + 130} ${y + 150}Z`;
      tiers += mark(arch, p.tone(0.15, 0.06));
      tiers += mark(
        `M${x - 10} ${y + 150}L${x + 140} ${y + 150}C${x + 136} ${y + 196} ${x - 6} ${y + 196} ${x - 10} ${y + 150}Z`,
        p.tone(0.34, 0.1),
      );
    }
  }
  return stack(mark(box(-40, -40, 880, 1100), p.tone(0.25, 0.085)), 1) + stack(tiers, 1);
}

function candle(p: Palette, height: number): string {
  return (
    sheet(box(-13, -height, 26, height, 4), p.cream, 1) +
    glow(disc(0, -height - 28, 60), p.tone(0.85, 0.14, 150), 0.7) +
    sheet(
      `M0 ${-height - 66}C22 ${-height - 34} 18 ${-height - 4} 0 ${-height - 4}C-18 ${-height - 4} -20` +
        ` ${-height - 30} 0 ${-height - 66}Z`,
      p.tone(0.85, 0.15, 140),
      0,
    ) +
    mark(
      `M0 ${-height - 42}C10 ${-height - 24} 8 ${-height - 8} 0 ${-height - 8}C-8 ${-height - 8} -9 ${-height - 22}` +
        ` 0 ${-height - 42}Z`,
      p.cream,
    )
  );
}

function draw(p: Palette): string {
  const skin = p.skin(0.83, 0.035, 320);
  const gold = p.tone(0.76, 0.13, 150);
  const face: FaceShape = {
    id: 'u',
    x: 410,
    eyeY: 372,
    top: 250,
    chin: 566,
    cheek: 112,
    jaw: 92,
    chinWidth: 34,
    noseY: 452,
    skin,
  };
  const backdrop =
    boxes(p) +
    spot(p.bright, 430, 780, 280, 0.65) +
    curtain(p) +
    `<g transform="translate(800 0) scale(-1` +
    ` 1)">${mark('M-20 -20L170 -20C150 200 90 400 40 480C30 640 30 900 40 1040L-20 1040Z', p.tone(0.19, 0.08))}</g>` +
    motes(p.pale, 31);

  const wing = 'M406 730C340 670 262 560 226 404C150 470 96 600 84 730C180 800 300 850 406 880Z';
  const cape =
    sheet('M60 1040C70 860 120 740 240 690L570 690C690 740 740 860 756 1040Z', p.tone(0.17, 0.06), 3) +
    sheet(wing, p.tone(0.58, 0.21, 30), 2) +
    sheet(flip(wing, 406), p.tone(0.44, 0.18, 30), 2);
  const neck =
    sheet('M362 520L356 700L464 700L458 520Z', skin.shade, 1) +
    mark('M362 552C388 584 436 584 458 552L460 610C436 634 380 634 360 610Z', skin.deep, 0.55);
  const shirt =
    sheet('M336 640L410 720L484 640L520 1040L300 1040Z', p.cream, 1) +
    sheet('M410 716L330 668L326 740ZM410 716L490 668L494 740Z', p.tone(0.94, 0.02), 2) +
    sheet(disc(410, 714, 15), gold, 1) +
    sheet('M336 640L306 690L396 900L300 1040L150 1040C150 860 190 740 300 650Z', p.tone(0.22, 0.08), 2) +
    sheet(flip('M336 640L306 690L396 900L300 1040L150 1040C150 860 190 740 300 650Z', 410), p.tone(0.18, 0.07), 2);

  const ears =
    sheet('M302 366C276 352 270 400 284 430C292 446 304 442 308 430Z', skin.base, 1) +
    sheet(flip('M302 366C276 352 270 400 284 430C292 446 304 442 308 430Z', 410), skin.shade, 1);
  const hair =
    sheet(
      'M296 400C276 250 320 170 420 164C520 164 548 260 524 400C512 350 500 310 484 286C430 306 350 296 318 300' +
        'C306 330 300 360 296 400Z',
      p.tone(0.15, 0.05),
      1,
    ) +
    mark('M318 288C350 220 420 190 476 196C420 204 370 230 344 286Z', p.tone(0.4, 0.12)) +
    mark('M362 288C390 234 440 212 486 222C440 228 404 250 388 290Z', p.tone(0.28, 0.09));
  const features =
    ears +
    head(face, mark('M280 240L540 240L540 300C460 320 360 318 280 300Z', skin.deep, 0.4)) +
    eye('ur', 462, 376, -30, { white: p.pale, iris: gold, lid: skin.deep, lookX: -0.15, lowered: 0.3 }) +
    brow(464, 344, 38, 8, 20, p.tone(0.15, 0.05)) +
    mouth(412, 508, 36, 7, p.tone(0.4, 0.12, 20), p.tone(0.52, 0.13, 20)) +
    strip('M452 498Q462 492 466 484', skin.deep, 4);

  // The mask covers the lit half, so the brightest paper on the stage is the one that hides him.
  const mask =
    'M420 292C380 276 330 284 296 320C286 360 290 420 310 462C328 484 356 488 376 470C384 450 388 440 396 434' +
    'C408 400 416 360 420 292Z' +
    'M322 378C338 356 366 356 382 378C366 394 340 396 322 378Z';
  const masked =
    mark('M318 374C338 350 368 350 386 378C368 400 338 402 318 374Z', p.night) +
    mark(disc(354, 376, 12), gold) +
    mark(disc(354, 376, 6), p.night) +
    mark(disc(350, 372, 3), '#ffffff') +
    sheet(mask, p.tone(0.97, 0.012), 2) +
    mark('M306 346C330 318 372 320 404 336C372 330 336 332 306 346Z', p.tone(0.72, 0.06)) +
    mark('M310 462C328 484 356 488 376 470C384 450 388 440 396 434C384 436 366 462 310 440Z', p.tone(0.82, 0.05));

  const sconce =
    sheet('M-10 40L10 40L16 260L-16 260Z', gold, 1) +
    sheet(
      'M-120 -36C-116 30 -60 56 0 56C60 56 116 30 120 -36L96 -36C90 10 50 28 12 28L12 -60L-12 -60L-12 28' +
        'C-50 28 -90 10 -96 -36Z',
      gold,
      2,
    ) +
    sheet(
      polygon([
        [-130, -44],
        [-86, -44],
        [-94, -26],
        [-122, -26],
      ]),
      gold,
      1,
    ) +
    sheet(
      polygon([
        [130, -44],
        [86, -44],
        [94, -26],
        [122, -26],
      ]),
      gold,
      1,
    ) +
    sheet(
      polygon([
        [-24, -70],
        [24, -70],
        [16, -50],
        [-16, -50],
      ]),
      gold,
      1,
    ) +
    place(candle(p, 84), -108, -44) +
    place(candle(p, 62), 108, -44) +
    place(candle(p, 116), 0, -70);

  return (
    backdrop +
    glow(disc(390, 360, 190), p.main, 0.6) +
    cape +
    neck +
    shift(shirt, 0, -30) +
    tilt(features + hair + masked, 3, 410, 590) +
    place(sconce, 650, 700, 4, 0.92)
  );
}

export const mrUnderhall: Figure = { slug: 'mr-underhall', hue: 298, draw };
