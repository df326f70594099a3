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
  ring,
  round,
  sheet,
  smooth,
  spot,
  strip,
  tilt,
} from '../paper.ts';

/** A toothed wheel around the origin, with a hub and round windows. */
function gear(radius: number, teeth: number, windows: number): string {
  let d = '';
  const step = (Math.PI * 2) / teeth;
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    const angle = tooth * step;
    const corners: readonly (readonly [number, number])[] = [
      [0, radius],
      [step * 0.14, radius * 1.14],
      [step * 0.42, radius * 1.14],
      [step * 0.56, radius],
    ];
    for (const [turn, reach] of corners) {
      d += `${d === '' ? 'M' : 'L'}${round(Math.cos(angle + turn) * reach)} ${round(Math.sin(angle + turn) * reach)}`;
    }
  }
  d += `Z${disc(0, 0, radius * 0.16)}`;
  for (let index = 0; index < windows; index += 1) {
    const angle = (index / windows) * Math.PI * 2;
    d += disc(Math.cos(angle) * radius * 0.56, Math.sin(angle) * radius * 0.56, radius * 0.2);
  }
  return d;
}

function draw(p: Palette): string {
  const brass = p.tone(0.74, 0.145);
  const brassLit = p.tone(0.87, 0.115, 8);
  const brassShade = p.tone(0.52, 0.115, -8);
  const brassDeep = p.tone(0.33, 0.075, -12);
  const enamel = p.tone(0.955, 0.035, 10);
  const steel = p.tone(0.28, 0.045, -20);
  const red = p.tone(0.56, 0.19, -48);
  const backdrop =
    mark(box(0, 0, 800, 1000), p.tone(0.24, 0.065, -20)) +
    glow(disc(420, 340, 300), p.main, 0.55) +
    place(sheet(gear(250, 26, 6), p.tone(0.4, 0.1, -16), 2), 650, 170, 4) +
    place(sheet(gear(150, 18, 5), p.tone(0.5, 0.12, -12), 2), 100, 150, 8) +
    place(sheet(gear(190, 22, 6), p.tone(0.36, 0.09, -18), 2), 60, 560, 0) +
    place(sheet(gear(110, 14, 5), p.tone(0.56, 0.13, -8), 2), 736, 640, 10) +
    spot(p.pale, 430, 770, 320, 0.55) +
    motes(p.pale, 55);

  const spring = [566, 590, 614, 638]
    .map(
      (y) =>
        sheet(disc(400, y, 82 - Math.abs(y - 602) * 0.3, 17), brassShade, 1) +
        mark(disc(396, y - 5, 68, 6), brassLit, 0.8),
    )
    .join('');
  const velvet = p.tone(0.42, 0.12, -50);
  const coat =
    sheet('M50 1040C58 860 120 730 290 676L510 676C680 730 742 860 750 1040Z', p.tone(0.29, 0.075, -50), 3) +
    sheet('M320 656L400 740L480 656L520 1040L280 1040Z', enamel, 1) +
    sheet('M320 656C260 676 190 700 160 744C130 800 110 920 110 1040L330 1040L360 880L290 800Z', velvet, 2) +
    sheet(
      flip('M320 656C260 676 190 700 160 744C130 800 110 920 110 1040L330 1040L360 880L290 800Z'),
      p.tone(0.27, 0.075, -50),
      2,
    ) +
    sheet('M306 664L230 770L300 806L340 870L366 760Z', p.tone(0.5, 0.14, -50), 1) +
    sheet(flip('M306 664L230 770L300 806L340 870L366 760Z'), p.tone(0.34, 0.095, -50), 1);
  const shoulder = (x: number): string =>
    sheet(disc(x, 772, 66, 58), brass, 2) +
    mark(disc(x - 14, 756, 34, 22), brassLit, 0.6) +
    [-36, 0, 36].map((dx) => sheet(disc(x + dx, 800 - Math.abs(dx) * 0.3, 6), brassDeep, 0)).join('');
  const heart =
    glow(disc(400, 830, 80), p.tone(0.75, 0.17, -20), 0.8) +
    sheet(disc(400, 832, 70), brass, 1) +
    mark(disc(400, 832, 56), p.tone(0.17, 0.05)) +
    place(sheet(gear(26, 10, 0), brassLit, 0), 384, 846, 0) +
    place(sheet(gear(19, 9, 0), red, 0), 424, 822, 12) +
    place(sheet(gear(13, 8, 0), brass, 0), 394, 800, 5) +
    mark('M356 812C364 790 382 780 400 778C384 792 372 806 368 828Z', '#ffffff', 0.5) +
    [0, 60, 120, 180, 240, 300]
      .map((a) =>
        mark(disc(400 + Math.cos((a * Math.PI) / 180) * 63, 832 + Math.sin((a * Math.PI) / 180) * 63, 3.6), brassDeep),
      )
      .join('');
  const bow =
    sheet('M400 704L322 664C310 692 310 724 322 748ZM400 704L478 664C490 692 490 724 478 748Z', red, 2) +
    sheet(box(380, 684, 40, 40, 12), p.tone(0.64, 0.2, -46), 1);

  const bell = 'M-104 40C-104 -40 -56 -84 0 -84C56 -84 104 -40 104 40C60 56 -60 56 -104 40Z';
  const bells =
    strip('M400 190L400 92', steel, 11, 1) +
    sheet(box(366, 70, 68, 36, 14), steel, 1) +
    place(
      strip('M0 40L0 96', steel, 14, 1) +
        printed(
          'bell-l',
          bell,
          brass,
          mark('M20 -90C70 -40 70 20 40 60L120 60L120 -90Z', brassShade) +
            mark('M-80 10C-76 -30 -50 -58 -20 -66C-40 -44 -52 -20 -54 14Z', brassLit),
          2,
        ) +
        sheet(disc(0, -88, 12), brass, 1),
      258,
      158,
      -30,
    ) +
    place(
      strip('M0 40L0 96', steel, 14, 1) +
        printed(
          'bell-r',
          bell,
          brassShade,
          mark('M20 -90C70 -40 70 20 40 60L120 60L120 -90Z', brassDeep) +
            mark('M-80 10C-76 -30 -50 -58 -20 -66C-40 -44 -52 -20 -54 14Z', brass),
          2,
        ) +
        sheet(disc(0, -88, 12), brass, 1),
      542,
      158,
      30,
    ) +
    strip('M286 96C330 40 470 40 514 96', brassShade, 14, 1);
  const key = place(
    sheet(`${disc(76, -34, 44)}${disc(76, -34, 25)}${disc(76, 34, 44)}${disc(76, 34, 25)}`, brassLit, 2) +
      sheet(box(-30, -13, 96, 26, 6), brass, 1),
    634,
    384,
    6,
  );
  const casing =
    printed(
      'casing',
      disc(400, 376, 222),
      brass,
      mark(disc(330, 300, 240), brassLit, 0.5) +
        mark('M440 140C560 200 600 480 430 610L660 610L660 140Z', brassShade, 0.8),
      2,
    ) + sheet(ring(400, 376, 222, 200), brassShade, 0);
  let ticks = '';
  for (let tick = 0; tick < 60; tick += 1) {
    const hour = tick % 5 === 0;
    ticks += place(
      mark(hour ? box(-4, -178, 8, 22) : box(-1.5, -178, 3, 9), steel, hour ? 1 : 0.7),
      400,
      376,
      tick * 6,
    );
  }
  const dial =
    printed(
      'dial',
      disc(400, 376, 192),
      enamel,
      mark('M412 170C420 280 404 330 392 400L420 420C420 470 416 520 430 590L620 590L620 170Z', p.tone(0.8, 0.06, 0)),
      1,
    ) + ticks;

  const lens = (x: number, lit: boolean): string =>
    sheet(ring(x, 338, 54, 41), brass, 1) +
    mark(disc(x, 338, 42), steel) +
    mark(disc(x, 338, 30), p.tone(0.5, 0.1, 130)) +
    mark(disc(x, 338, 16), p.night) +
    mark(disc(x - 13, 325, 9), '#ffffff', lit ? 1 : 0.8) +
    mark(disc(x + 12, 350, 5), '#ffffff', 0.5) +
    sheet(
      `M${x - 58} 318C${x - 44} 270 ${x + 44} 270 ${x + 58} 318C${x + 30} 294 ${x - 30} 294 ${x - 58} 318Z`,
      lit ? brass : brassShade,
      1,
    );
  // The hands of the dial are his moustache; at twenty past eight he looks mournful.
  const hand =
    'M400 436C376 418 338 414 300 430C276 440 252 436 236 418C240 456 276 476 316 466C350 458 380 462 400 452Z';
  const whiskers =
    sheet(hand, steel, 1) +
    sheet(flip(hand), p.tone(0.2, 0.04, -20), 1) +
    sheet(disc(400, 430, 21), brass, 1) +
    mark(disc(395, 425, 7), brassLit) +
    mark('M352 500C380 516 420 516 448 500C436 534 364 534 352 500Z', steel) +
    mark('M366 512C388 522 412 522 434 512C424 528 376 528 366 512Z', red);
  const feet =
    sheet('M260 546L222 610L262 622L310 576Z', brassShade, 1) +
    sheet(flip('M260 546L222 610L262 622L310 576Z'), brassDeep, 1);

  const petal = smooth([
    [0, 0],
    [-34, -18],
    [-30, -58],
    [0, -66],
    [30, -58],
    [34, -18],
  ]);
  const poppy =
    strip('M0 0C6 40 0 80 -10 130', p.tone(0.45, 0.1, 60), 7, 1) +
    [0, 120, 240]
      .map((turn) => place(sheet(petal, turn === 0 ? p.tone(0.66, 0.2, -46) : red, 1), 0, 0, turn))
      .join('') +
    sheet(disc(0, 0, 14), steel, 0);
  return (
    backdrop +
    tilt(key, -4, 400, 600) +
    spring +
    tilt(feet + bells, -4, 400, 600) +
    coat +
    shoulder(146) +
    shoulder(654) +
    heart +
    bow +
    tilt(casing + dial + lens(326, true) + lens(474, false) + whiskers, -4, 400, 600) +
    place(poppy, 268, 760, -16, 0.8)
  );
}

export const pendletonChime: Figure = { slug: 'pendleton-chime', hue: 74, draw };
