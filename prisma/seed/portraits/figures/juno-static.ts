import type { FaceShape } from '../features.ts';
import { head, mouth } from '../features.ts';
import type { Palette } from '../palette.ts';
import type { Figure } from '../paper.ts';
import {
  box,
  disc,
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
} from '../paper.ts';

function tower(p: Palette, x: number, y: number, width: number, lightness: number, seed: number): string {
  const next = seeded(seed);
  let panes = '';
  for (let row = 0; row < 16; row += 1) {
    for (let column = 0; column * 26 < width - 36; column += 1) {
      if (next() > 0.5) {
        panes += mark(
          box(x + 16 + column * 26, y + 24 + row * 30, 16, 10),
          next() > 0.7 ? p.tone(0.82, 0.13, -140) : p.tone(lightness + 0.3, 0.17),
          0.85,
        );
      }
    }
  }
  return sheet(box(x, y, width, 1100), p.tone(lightness - 0.04, 0.1, -36), 2) + panes;
}

function draw(p: Palette): string {
  const skin = p.skin(0.55, 0.085, 50);
  const cyan = p.tone(0.84, 0.14, -140);
  const face: FaceShape = {
    id: 'j',
    x: 396,
    eyeY: 382,
    top: 280,
    chin: 562,
    cheek: 116,
    jaw: 94,
    chinWidth: 38,
    noseY: 464,
    skin,
  };
  const sign = strip(ring(0, 0, 56, 55), p.pale, 7) + strip('M-28 10L0 -34L28 10M-18 26L18 26', p.pale, 7);
  const backdrop =
    glow(disc(430, 330, 260), p.tone(0.5, 0.19, -30), 0.6) +
    tower(p, 40, 130, 150, 0.34, 3) +
    tower(p, 590, 60, 130, 0.36, 4) +
    tower(p, 250, 40, 120, 0.3, 5) +
    tower(p, -60, 320, 150, 0.22, 6) +
    tower(p, 690, 250, 160, 0.22, 7) +
    glow(disc(676, 180, 60), cyan, 0.5) +
    place(sign.replaceAll(p.pale, cyan), 676, 180, 0, 0.9) +
    strip(
      'M60 0L44 110M180 90L162 210M300 20L280 150M520 60L506 150M740 20L720 150M90 440L76 540M720 470L700 600' +
        'M560 30L550 90',
      p.pale,
      2,
    ) +
    spot(p.tone(0.8, 0.12, -30), 440, 760, 320, 0.45) +
    motes(p.pale, 14);

  const back = sheet(
    'M262 330C230 300 226 230 268 190C300 130 380 104 450 128C540 140 588 220 570 330C566 420 590 470 560 548' +
      'C540 590 510 560 512 520L500 330Z',
    p.tone(0.5, 0.2),
    2,
  );
  const neck = sheet('M336 500L330 700L470 700L462 500Z', skin.shade, 1);
  const shell = p.tone(0.24, 0.07, -40);
  const puff = (y: number, half: number, height: number, lightness: number): string =>
    printed(
      `puff${y}`,
      `M${396 - half} ${y}C${396 - half - 34} ${y + height * 0.2} ${396 - half - 34} ${y + height * 0.8}` +
        ` ${396 - half} ${y + height}` +
        `C${396 - half * 0.4} ${y + height + 26} ${396 + half * 0.4} ${y + height + 26} ${396 + half} ${y + height}` +
        `C${396 + half + 34} ${y + height * 0.8} ${396 + half + 34} ${y + height * 0.2} ${396 + half} ${y}` +
        `C${396 + half * 0.4} ${y + 34} ${396 - half * 0.4} ${y + 34} ${396 - half} ${y}Z`,
      p.tone(lightness, 0.21),
      mark(`M420 ${y - 20}L760 ${y - 20}L760 ${y + 200}L440 ${y + 200}Z`, p.tone(lightness - 0.16, 0.19)),
      2,
    );
  const body =
    sheet('M44 1040C50 860 120 750 280 706L512 706C676 750 744 860 752 1040Z', p.tone(0.46, 0.18), 3) +
    sheet('M60 1000C70 900 96 830 140 790C190 830 230 900 240 1000Z', p.tone(0.58, 0.2), 1) +
    sheet('M120 812C170 760 220 730 280 706L350 760L350 900C270 900 180 880 120 812Z', p.tone(0.64, 0.205), 2) +
    sheet('M676 812C626 760 574 730 512 706L444 760L444 900C520 900 616 880 676 812Z', p.tone(0.46, 0.18), 2) +
    sheet('M334 740L460 740L490 1040L304 1040Z', shell, 1) +
    glow(box(390, 800, 14, 240), cyan, 0.7, 'small') +
    strip('M397 800L397 1040', cyan, 8);
  const collar =
    puff(670, 176, 92, 0.66) +
    puff(590, 146, 84, 0.74) +
    glow(box(390, 630, 14, 150), cyan, 0.6, 'small') +
    strip('M397 634L397 790', cyan, 8);

  const features =
    head(face, mark('M260 270L540 270L540 330L260 330Z', skin.deep, 0.3) + mark(disc(330, 470, 30, 14), cyan, 0.14)) +
    mouth(398, 518, 36, 8, p.tone(0.36, 0.12, 20), p.tone(0.52, 0.17, 10)) +
    sheet(disc(282, 424, 13, 22), skin.base, 1) +
    sheet(ring(280, 456, 14, 8), cyan, 1) +
    strip('M300 488L322 478M304 502L326 492', cyan, 4);

  const visorShape =
    'M262 348C300 326 350 320 404 320C460 320 506 328 540 348C548 380 540 414 522 428C490 436 450 436 428 424' +
    'C416 416 404 410 396 410' +
    'C388 410 378 416 366 426C340 438 300 436 278 426C262 410 256 380 262 348Z';
  const visor =
    glow(visorShape, cyan, 0.55) +
    printed(
      'visor',
      visorShape,
      p.tone(0.17, 0.06, -60),
      mark('M250 340L340 320L300 440L250 440Z', p.tone(0.9, 0.06, -140), 0.35) +
        mark('M368 318L396 318L360 440L336 440Z', p.tone(0.9, 0.06, -140), 0.22) +
        mark(box(276, 372, 250, 9, 4), cyan) +
        mark(box(276, 388, 150, 5, 2), p.bright) +
        mark(box(440, 388, 86, 5, 2), p.bright),
      2,
    );

  // Long on the lit side, shaved on the other: the one asymmetry a stranger remembers.
  const fringe =
    sheet(
      'M290 262C238 340 226 420 244 500C252 540 240 570 222 590C266 586 292 552 290 500C286 440 284 380 310 300Z',
      p.tone(0.68, 0.21),
      2,
    ) +
    sheet(
      'M270 356C236 300 252 210 318 170C380 130 470 130 520 176C556 210 560 280 546 350C530 300 500 276 470 270' +
        'C430 300 350 310 300 300C286 316 276 334 270 356Z',
      p.tone(0.62, 0.23),
      2,
    ) +
    mark('M318 288C350 220 420 180 490 184C430 196 380 230 356 296Z', p.tone(0.8, 0.14)) +
    mark('M392 292C410 244 460 210 512 216C470 228 440 250 432 284Z', p.tone(0.46, 0.19));

  const parcel =
    glow(
      polygon([
        [0, -90],
        [110, -40],
        [0, 100],
        [-110, -40],
      ]),
      cyan,
      0.5,
    ) +
    sheet(
      polygon([
        [0, -96],
        [112, -48],
        [112, 70],
        [0, 126],
        [-112, 70],
        [-112, -48],
      ]),
      p.tone(0.44, 0.1, -80),
      2,
    ) +
    mark(
      polygon([
        [0, -96],
        [112, -48],
        [0, 0],
        [-112, -48],
      ]),
      p.tone(0.74, 0.1, -110),
    ) +
    mark(
      polygon([
        [0, 0],
        [112, -48],
        [112, 70],
        [0, 126],
      ]),
      p.tone(0.33, 0.09, -70),
    ) +
    mark(
      polygon([
        [-68, -66],
        [-44, -77],
        [68, -29],
        [44, -18],
      ]),
      cyan,
    ) +
    mark(
      polygon([
        [44, -18],
        [68, -29],
        [68, 92],
        [44, 104],
      ]),
      cyan,
    ) +
    mark(
      polygon([
        [-112, -10],
        [0, 40],
        [0, 56],
        [-112, 6],
      ]),
      p.bright,
    );
  const arm =
    sheet(
      'M-20 1060C-10 940 40 860 110 830C160 850 180 890 176 930L330 890C356 906 356 950 332 962L150 1060Z',
      p.tone(0.6, 0.205),
      2,
    ) +
    stack(
      mark(box(286, 872, 86, 30, 15), shell) +
        mark(box(292, 902, 86, 30, 15), shell) +
        mark(box(286, 932, 80, 28, 14), shell),
      1,
    );
  return backdrop + back + body + neck + features + visor + fringe + collar + place(parcel, 212, 790, -6, 1) + arm;
}

export const junoStatic: Figure = { slug: 'juno-static', hue: 332, draw };
