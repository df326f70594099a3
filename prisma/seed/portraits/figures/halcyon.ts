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
  printed,
  seeded,
  sheet,
  shift,
  spot,
  stack,
  strip,
  trim,
} from '../paper.ts';

function stars(p: Palette): string {
  const next = seeded(12);
  let dots = '';
  for (let index = 0; index < 70; index += 1) {
    dots += mark(disc(next() * 800, next() * 760, 0.8 + next() ** 2 * 3.4), p.cream, 0.35 + next() * 0.6);
  }
  return dots;
}

function planet(p: Palette): string {
  const globe = disc(0, 0, 250);
  const bands =
    mark('M-300 -120C-100 -60 100 -150 300 -90L300 -40C100 -100 -100 -20 -300 -66Z', p.tone(0.72, 0.12)) +
    mark('M-300 10C-100 50 100 -30 300 20L300 90C100 40 -100 120 -300 80Z', p.tone(0.5, 0.12)) +
    mark('M-300 150C-100 190 100 110 300 160L300 190C100 140 -100 220 -300 190Z', p.tone(0.72, 0.1)) +
    mark(disc(90, 40, 330) + disc(-60, -60, 300), p.night, 0.5);
  const halo = (front: boolean): string =>
    trim(
      front ? 'halo-front' : 'halo-back',
      front ? box(-420, 0, 840, 300) : box(-420, -300, 840, 300),
      mark(disc(0, 0, 400, 86) + disc(0, 0, 320, 56), p.tone(0.82, 0.09, -20)) +
        mark(disc(0, 0, 312, 54) + disc(0, 0, 292, 48), p.tone(0.7, 0.09, -20)),
    );
  return stack(halo(false), 1) + printed('globe', globe, p.tone(0.6, 0.13), bands, 2) + stack(halo(true), 2);
}

function draw(p: Palette): string {
  const suit = p.tone(0.9, 0.025);
  const suitShade = p.tone(0.72, 0.05);
  const suitDeep = p.tone(0.5, 0.07);
  const orange = p.tone(0.72, 0.18, -175);
  const backdrop =
    stars(p) +
    place(planet(p), 560, 250, -22) +
    sheet(disc(96, 520, 54), p.tone(0.42, 0.08), 2) +
    mark(disc(82, 508, 10) + disc(112, 540, 14), p.tone(0.3, 0.07)) +
    spot(p.pale, 430, 780, 320, 0.55) +
    motes(p.pale, 3);

  const pack =
    sheet(box(196, 430, 408, 420, 60), suitDeep, 3) +
    sheet(box(176, 520, 60, 220, 24), p.tone(0.4, 0.08), 1) +
    sheet(box(566, 520, 60, 220, 24), p.tone(0.34, 0.07), 1);
  const body =
    sheet('M64 1040C70 850 120 730 276 664L524 664C684 730 732 850 740 1040Z', suitShade, 3) +
    sheet('M276 664C150 720 84 840 74 1040L250 1040C240 900 250 780 300 690Z', suit, 1) +
    sheet('M524 664C650 720 720 840 730 1040L560 1040C570 900 556 780 500 690Z', suitDeep, 1) +
    sheet('M112 800C140 770 190 752 246 756L252 812C200 808 160 824 130 850Z', orange, 1) +
    sheet('M692 800C660 770 610 752 556 756L550 812C600 808 644 824 674 850Z', p.tone(0.55, 0.15, -175), 1);
  const collar =
    sheet(disc(400, 622, 172, 56), suitDeep, 2) +
    sheet(disc(400, 606, 160, 46), p.tone(0.8, 0.04), 1) +
    mark(disc(400, 596, 140, 34), p.night, 0.7);
  const hoses =
    strip('M254 640C190 690 190 760 236 800', p.tone(0.3, 0.07), 26, 1) +
    strip('M254 640C190 690 190 760 236 800', orange, 5);

  const shell = disc(400, 378, 226, 232);
  const visorShape =
    'M222 372C222 268 300 214 400 214C500 214 578 268 578 372C578 474 504 528 400 528C296 528 222 474 222 372Z';
  const rimShape =
    'M200 372C200 252 290 192 400 192C510 192 600 252 600 372C600 490 518 552 400 552C282 552 200 490 200 372Z';
  const light = p.tone(0.95, 0.07, -25);
  const face =
    glow(box(300, 340, 54, 74, 27) + box(446, 340, 54, 74, 27), p.bright, 0.95, 'small') +
    mark(box(300, 340, 54, 74, 27) + box(446, 340, 54, 74, 27), light) +
    mark(disc(316, 362, 9) + disc(462, 362, 9), '#ffffff') +
    glow('M352 450Q400 500 448 450Q400 476 352 450Z', p.bright, 0.9, 'small') +
    strip('M354 450Q400 488 446 450', light, 12) +
    mark(box(272, 436, 40, 9, 4) + box(488, 436, 40, 9, 4), orange, 0.75);
  const reflection =
    mark('M240 330C250 262 310 228 380 226C310 244 272 290 262 352Z', p.cream, 0.5) +
    mark('M246 376C246 366 256 366 258 376L262 400C260 410 250 408 248 400Z', p.cream, 0.5) +
    mark(
      'M578 372C578 474 504 528 400 528C350 528 310 516 280 496C420 520 520 450 540 290C566 310 578 340 578 372Z',
      p.tone(0.5, 0.14),
      0.4,
    );
  const helmet =
    sheet('M560 240L584 92L594 94L580 246Z', suitDeep, 1) +
    sheet(disc(588, 90, 15), orange, 1) +
    glow(disc(588, 90, 34), orange, 0.7, 'small') +
    printed(
      'shell',
      shell,
      suit,
      mark(
        'M400 146C560 150 640 280 626 420C600 560 500 620 400 612C520 560 560 470 556 360C552 260 500 180 400 146Z',
        suitShade,
      ) + mark('M150 296L240 250L250 270L150 320Z', orange),
      2,
    ) +
    sheet(box(140, 330, 62, 120, 26), suitShade, 2) +
    sheet(box(152, 356, 26, 68, 13), orange, 0) +
    sheet(box(600, 330, 58, 120, 26), suitDeep, 2) +
    sheet(rimShape, p.tone(0.6, 0.07), 1) +
    printed('visor', visorShape, p.tone(0.18, 0.07), reflection, 0) +
    face;

  // The last goldfish of the crew's aquarium: the one warm thing aboard.
  const fish =
    sheet('M-50 4C-34 -30 20 -36 52 -6C56 -2 56 6 52 10C20 38 -34 34 -50 4Z', orange, 1) +
    sheet('M-44 4C-70 -20 -92 -30 -104 -22C-92 -6 -92 10 -106 30C-88 36 -66 24 -44 4Z', p.tone(0.78, 0.16, -165), 1) +
    sheet('M-10 -26C0 -52 22 -54 30 -44C26 -34 20 -28 14 -26Z', p.tone(0.78, 0.16, -165), 0) +
    mark('M-6 8C6 -2 20 6 16 18C8 24 -4 20 -6 8Z', p.tone(0.8, 0.15, -165)) +
    mark(disc(36, -4, 8), p.cream) +
    mark(disc(38, -4, 4.5), p.night);
  const bowlShape =
    'M-62 -104C-120 -80 -142 -20 -132 30C-118 92 -60 116 0 116C60 116 118 92 132 30C142 -20 120 -80 62 -104Z';
  const bowl =
    `<g opacity="0.42">${sheet(bowlShape, p.pale, 1)}</g>` +
    trim(
      'water',
      bowlShape,
      mark('M-160 -50C-80 -66 60 -36 160 -54L160 140L-160 140Z', p.tone(0.62, 0.12), 0.75) +
        mark('M-160 84C-60 66 60 96 160 76L160 140L-160 140Z', p.tone(0.8, 0.06, -150), 0.9),
    ) +
    strip('M74 84C60 50 84 20 70 -20M90 86C96 60 110 50 104 20', p.tone(0.6, 0.13, -70), 8) +
    place(fish, 4, 6, -8, 0.92) +
    strip('M70 -70Q76 -78 82 -70', p.cream, 2) +
    mark(disc(62, -22, 5) + disc(74, -38, 3.4), p.cream, 0.8) +
    sheet(disc(0, -106, 70, 15) + disc(0, -106, 58, 9), p.pale, 0) +
    mark('M-112 -30C-106 -62 -88 -80 -66 -90C-88 -66 -96 -40 -100 -8Z', '#ffffff', 0.75);
  const glove = stack(
    mark(
      'M150 1020C140 930 170 850 226 800C250 776 280 770 292 782C304 796 292 812 276 830C296 846 300 870 292 900' +
        'C284 950 262 990 240 1020Z',
      suit,
    ) +
      mark(box(250, 786, 84, 34, 17), suit) +
      mark(box(258, 824, 84, 34, 17), suit) +
      mark(box(262, 860, 74, 32, 16), suit),
    2,
  );
  const gloveFar = stack(
    mark(
      flip(
        'M150 1020C140 930 170 850 226 800C250 776 280 770 292 782C304 796 292 812 276 830C296 846 300 870 292 900' +
          'C284 950 262 990 240 1020Z',
      ),
      suitShade,
    ) +
      mark(box(466, 786, 84, 34, 17), suitShade) +
      mark(box(458, 824, 84, 34, 17), suitShade) +
      mark(box(464, 860, 74, 32, 16), suitShade),
    2,
  );

  return (
    backdrop + pack + body + collar + hoses + helmet + shift(place(bowl, 400, 770, 0, 1.02) + glove + gloveFar, 0, -26)
  );
}

export const halcyon: Figure = { slug: 'halcyon', hue: 228, draw };
