import type { FaceShape } from '../features.ts';
import { brow, eye, head, mouth } from '../features.ts';
import type { Palette } from '../palette.ts';
import type { Figure, Point } from '../paper.ts';
import {
  box,
  disc,
  glow,
  mark,
  motes,
  place,
  printed,
  ring,
  seeded,
  sheet,
  shift,
  smooth,
  spot,
  strip,
  tilt,
} from '../paper.ts';

const KNIGHT =
  'M-78 150L78 150L72 116C66 60 96 10 76 -52C62 -98 22 -132 -16 -138L-26 -172L-48 -134C-74 -112 -98 -70 -116 -30' +
  'C-120 -8 -100 8 -82 0' +
  'C-62 -14 -44 -16 -24 -22C-22 20 -62 60 -68 116Z';
const PAWN =
  'M-58 150L58 150L52 122C26 100 22 60 24 24L40 24L40 6L22 2C48 -14 52 -60 30 -82C12 -98 -12 -98 -30 -82' +
  'C-52 -60 -48 -14 -22 2L-40 6L-40 24L-24 24C-22 60 -26 100 -52 122Z';
const ROOK =
  'M-64 150L64 150L58 120C36 90 34 20 38 -40L54 -48L54 -104L32 -104L32 -84L12 -84L12 -104L-12 -104L-12 -84L-32 -84' +
  'L-32 -104L-54 -104L-54 -48L-38 -40C-34 20 -36 90 -58 120Z';

function board(p: Palette): string {
  let squares = '';
  for (let row = -7; row < 8; row += 1) {
    for (let column = -7; column < 8; column += 1) {
      if ((row + column) % 2 === 0) squares += box(column * 118, row * 118, 118, 118);
    }
  }
  return mark(box(0, 0, 800, 1000), p.tone(0.3, 0.09)) + place(sheet(squares, p.tone(0.55, 0.14), 1), 400, 400, 24);
}

function cloud(x: number, y: number, radius: number, bumps: number, seed: number): string {
  const next = seeded(seed);
  const points: Point[] = [];
  for (let index = 0; index < bumps * 2; index += 1) {
    const angle = (index / (bumps * 2)) * Math.PI * 2 - Math.PI / 2;
    const reach = radius * (index % 2 === 0 ? 1 : 0.92) * (0.985 + next() * 0.03);
    points.push([x + Math.cos(angle) * reach * 1.04, y + Math.sin(angle) * reach * (Math.sin(angle) > 0 ? 0.96 : 1)]);
  }
  return smooth(points, 1.2);
}

function draw(p: Palette): string {
  const skin = p.skin(0.47, 0.085, 48);
  const gold = p.tone(0.8, 0.14, -45);
  const face: FaceShape = {
    id: 'q',
    x: 400,
    eyeY: 398,
    top: 300,
    chin: 570,
    cheek: 122,
    jaw: 98,
    chinWidth: 38,
    noseY: 466,
    skin,
  };
  const backdrop = board(p) + spot(p.pale, 430, 760, 330, 0.6) + motes(p.pale, 29);
  const afro =
    sheet(cloud(404, 330, 262, 17, 2), p.tone(0.2, 0.04, -50), 3) +
    sheet(cloud(386, 312, 214, 15, 5), p.tone(0.26, 0.045, -50), 1) +
    sheet(cloud(366, 286, 150, 12, 8), p.tone(0.32, 0.05, -50), 0);
  const neck =
    sheet('M350 520L342 790L462 790L452 520Z', skin.shade, 1) +
    mark('M350 560C378 592 428 592 452 560L454 616C428 640 376 640 347 616Z', skin.deep, 0.6);
  const hood = sheet(
    'M196 700C190 620 250 570 330 580C370 640 430 640 470 580C556 570 612 620 606 700C560 780 240 780 196 700Z',
    p.tone(0.5, 0.14),
    2,
  );
  const body =
    sheet('M60 1040C66 860 120 750 270 690C330 760 470 760 530 690C690 750 734 860 742 1040Z', p.tone(0.68, 0.18), 3) +
    sheet(
      'M270 690C330 760 470 760 530 690C590 712 610 724 612 740C540 830 260 830 190 740C196 722 220 706 270 690Z',
      p.tone(0.78, 0.18),
      2,
    ) +
    strip('M340 788L334 900M462 788L470 890', p.cream, 8, 1) +
    sheet(box(326, 896, 16, 34, 6) + box(462, 886, 16, 34, 6), gold, 1) +
    sheet('M560 760C640 780 700 860 720 1040L600 1040C610 930 600 840 560 760Z', p.tone(0.52, 0.15), 1);
  const features =
    sheet(disc(276, 416, 16, 28), skin.base, 1) +
    sheet(disc(526, 416, 16, 28), skin.shade, 1) +
    sheet(ring(274, 476, 32, 23), gold, 1) +
    sheet(ring(530, 476, 32, 23), gold, 1) +
    head(
      face,
      mark(disc(330, 470, 34, 20), p.tone(0.5, 0.14, -90), 0.4) +
        mark(disc(478, 470, 30, 20), p.tone(0.36, 0.12, -90), 0.4) +
        mark('M260 270L540 270L540 330C460 316 340 316 260 336Z', skin.deep, 0.5),
    ) +
    eye('ql', 346, 400, 30, {
      white: p.cream,
      iris: p.tone(0.36, 0.07, -70),
      lid: p.tone(0.14, 0.03, -60),
      lookX: 0.45,
      lookY: 0.3,
      lowered: 0.3,
    }) +
    eye('qr', 456, 400, -30, {
      white: p.pale,
      iris: p.tone(0.36, 0.07, -70),
      lid: p.tone(0.14, 0.03, -60),
      lookX: 0.45,
      lookY: 0.3,
      lowered: 0.3,
    }) +
    brow(340, 346, -38, 7, 4, p.tone(0.14, 0.03, -60)) +
    brow(462, 342, 38, 7, 14, p.tone(0.14, 0.03, -60)) +
    mouth(404, 520, 40, 10, p.tone(0.34, 0.1, -110), p.tone(0.5, 0.13, -110)) +
    strip('M444 508Q456 500 458 490', skin.deep, 4);
  const glasses =
    mark(disc(344, 402, 56) + disc(460, 402, 56), p.pale, 0.12) +
    sheet(ring(344, 402, 63, 53) + ring(460, 402, 63, 53), p.tone(0.84, 0.19), 1) +
    strip('M401 396Q403 388 405 396M282 392L270 388M522 392L532 388', p.tone(0.84, 0.19), 9) +
    mark('M306 378L340 352L352 352L310 392ZM422 378L456 352L468 352L426 392Z', p.cream, 0.6);
  const band = printed(
    'q-band',
    'M262 316C300 250 350 226 404 226C460 226 506 250 540 316C520 326 508 326 500 324C470 286 440 276 402 276' +
      'C360 276 330 288 302 324C290 328 276 324 262 316Z',
    p.tone(0.78, 0.18),
    mark('M402 200L600 200L600 340L470 330C440 286 420 276 402 276Z', p.tone(0.6, 0.16)),
    1,
  );

  const ivory = p.tone(0.94, 0.05, -30);
  const ebony = p.tone(0.3, 0.075, -80);
  const piece = (id: string, d: string, fill: string, shade: string): string =>
    printed(id, d, fill, mark('M14 -200L200 -200L200 200L20 200C40 100 0 20 20 -40Z', shade), 2);
  const knight =
    piece('knight', KNIGHT, ivory, p.tone(0.76, 0.07, -20)) +
    mark(disc(-52, -72, 8), ebony) +
    strip('M20 -100C44 -60 40 -10 24 30M-100 -20L-82 -26', p.tone(0.6, 0.08, -20), 5) +
    sheet(box(-92, 144, 184, 34, 10), ivory, 1);
  const pawn = piece('pawn', PAWN, ebony, p.tone(0.2, 0.05, -80)) + sheet(box(-70, 144, 140, 30, 10), ebony, 1);
  const rook = piece('rook', ROOK, ebony, p.tone(0.2, 0.05, -80)) + sheet(box(-74, 144, 148, 30, 10), ebony, 1);
  return (
    backdrop +
    tilt(afro, -5, 400, 590) +
    shift(hood + neck + body, 0, -52) +
    tilt(features + glasses + band, -5, 400, 590) +
    glow(disc(620, 640, 90), p.pale, 0.25) +
    place(rook, 106, 716, -3, 0.92) +
    place(pawn, 224, 764, 4, 0.8) +
    place(knight, 626, 704, 5, 1.08)
  );
}

export const queenieAdair: Figure = { slug: 'queenie-adair', hue: 128, draw };
