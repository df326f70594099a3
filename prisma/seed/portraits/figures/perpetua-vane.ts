import type { Palette } from '../palette.ts';
import type { Figure, Point } from '../paper.ts';
import { box, disc, glow, mark, motes, place, printed, seeded, sheet, smooth, spot, stack, strip } from '../paper.ts';

function arcade(fill: string): string {
  let openings = '';
  for (const x of [-30, 410]) {
    openings += `M${x} 1040L${x} 360C${x} 90 ${x + 360} 90 ${x + 360} 360L${x + 360} 1040Z`;
  }
  return sheet(box(-60, -60, 920, 1120) + openings, fill, 3);
}

/** A plume: barbs on both sides of a bent quill, growing to the right from the origin. */
function plume(length: number, width: number, fill: string, quill: string): string {
  const spine = (t: number): Point => [
    length * t,
    -length * 0.42 * Math.sin(t * Math.PI * 0.85) + length * 0.3 * t * t,
  ];
  const upper: Point[] = [];
  const lower: Point[] = [];
  for (let step = 0; step <= 12; step += 1) {
    const t = step / 12;
    const [x, y] = spine(t);
    const reach = width * Math.sin(Math.PI * (0.12 + t * 0.86)) * (step % 2 === 0 ? 1 : 0.74);
    upper.push([x + reach * 0.5, y - reach]);
    lower.unshift([x + reach * 0.6, y + reach * 0.8]);
  }
  const [endX, endY] = spine(1);
  const [midX, midY] = spine(0.5);
  return (
    sheet(smooth([[0, 0], ...upper, ...lower]), fill, 2) +
    strip(`M0 0Q${midX - length * 0.06} ${midY * 1.35} ${endX} ${endY}`, quill, 4)
  );
}

function curls(fill: string, seed: number, x: number, y: number, turns: number, size: number): string {
  const next = seeded(seed);
  let locks = '';
  for (let index = 0; index < turns; index += 1) {
    locks += mark(
      disc(x + (next() - 0.5) * size * 1.5 + index * 6, y + index * size * 0.74, size * (0.72 + next() * 0.3)),
      fill,
    );
  }
  return stack(locks, 1);
}

function draw(p: Palette): string {
  const skin = p.skin(0.6, 0.085, 50);
  const lace = p.tone(0.95, 0.025, 40);
  const steel = p.tone(0.9, 0.02, 40);
  const gold = p.tone(0.78, 0.14, 60);
  const hairDark = p.tone(0.19, 0.05);
  const backdrop =
    mark(box(0, 0, 800, 1000), p.tone(0.5, 0.17)) +
    glow(disc(250, 420, 330), p.tone(0.78, 0.17, 25), 0.9) +
    sheet(disc(236, 420, 216), p.tone(0.86, 0.13, 45), 1) +
    sheet(disc(236, 420, 176), p.tone(0.91, 0.1, 52), 0) +
    sheet('M-40 700C100 650 220 690 340 670C480 640 640 690 860 650L860 1040L-40 1040Z', p.tone(0.36, 0.13), 1) +
    arcade(p.tone(0.25, 0.095)) +
    spot(p.tone(0.85, 0.12, 30), 450, 760, 300, 0.5) +
    motes(p.pale, 17);

  const hairBack = curls(hairDark, 4, 520, 330, 6, 66) + curls(p.tone(0.24, 0.065), 6, 470, 420, 4, 56);
  const profile =
    'M340 240C306 280 292 310 290 338C288 354 292 364 296 374C286 398 262 422 242 442C236 452 246 460 264 462' +
    'C275 464 277 468 273 475' +
    'C262 481 257 489 264 496C270 500 277 500 279 503C269 507 263 516 269 525C277 533 280 538 276 548' +
    'C268 564 278 588 304 595' +
    'C336 600 366 590 388 576L384 700L520 700L510 480L540 260Z';
  const shadow =
    'M404 220C388 290 380 340 372 380C392 420 398 450 390 490C384 530 360 556 318 576C300 586 296 596 304 620' +
    'L384 720L560 720L560 220Z';
  const face =
    printed(
      'p-face',
      profile,
      skin.base,
      mark(shadow, skin.shade) +
        mark('M270 230L560 230L560 340C450 318 360 322 280 352Z', skin.deep, 0.6) +
        mark(disc(342, 468, 32, 24), p.tone(0.55, 0.16), 0.35) +
        mark('M388 576C360 592 330 598 304 595L384 660Z', skin.deep, 0.6),
      1,
    ) +
    mark('M306 392C318 376 338 374 352 384C344 402 322 408 310 404Z', p.cream) +
    mark(disc(321, 391, 9.5), p.tone(0.3, 0.09, 30)) +
    mark(disc(318, 388, 2.6), '#ffffff') +
    mark('M298 388C312 368 340 364 362 386C346 376 322 376 308 396Z', hairDark) +
    mark('M296 356C312 338 342 334 370 350C344 346 320 350 300 366Z', hairDark) +
    mark('M264 496C280 500 296 498 310 490C300 508 288 510 279 503Z', p.tone(0.38, 0.14)) +
    mark('M269 525C280 514 292 506 310 490C304 512 290 530 269 525Z', p.tone(0.5, 0.17)) +
    strip('M352 424L376 470M372 432L356 462', p.tone(0.72, 0.06, 20), 4) +
    mark('M262 456C268 448 280 450 284 460Z', skin.deep);
  const ear =
    sheet('M396 396C414 376 436 390 432 422C428 448 410 460 398 452Z', skin.shade, 1) +
    sheet(disc(408, 474, 9, 15), gold, 1);
  const nape = sheet(
    'M384 290L566 280C592 360 566 470 516 506C484 490 470 450 462 410C446 380 404 360 384 290Z',
    hairDark,
    1,
  );
  const hairFront = curls(hairDark, 9, 470, 330, 2, 44) + curls(p.tone(0.27, 0.075), 12, 496, 380, 5, 40);

  const cloak =
    sheet('M420 660C560 640 690 720 742 1040L300 1040Z', p.tone(0.42, 0.16), 3) +
    sheet('M180 1040C190 860 250 740 380 680L520 690C590 760 600 900 600 1040Z', p.tone(0.2, 0.06), 2) +
    mark(
      'M330 760L300 1000L324 1000L350 770ZM400 770L390 1000L416 1000L420 770ZM470 760L484 1000L508 1000L490 756Z',
      p.tone(0.52, 0.19),
    ) +
    sheet('M520 660C600 690 660 760 700 1040L560 1040C590 900 570 760 500 690Z', p.tone(0.52, 0.19), 2);
  const scallops: Point[] = [];
  for (let index = 0; index <= 18; index += 1) {
    const t = index / 18;
    scallops.push([292 + t * 306, 700 + Math.sin(t * Math.PI) * 96 + (index % 2) * 20 - t * 30]);
  }
  const collar =
    sheet(smooth([[360, 620], [330, 660], ...scallops, [560, 620], [470, 596]]), lace, 2) +
    mark('M346 664C400 730 500 720 560 650C520 750 390 770 330 690Z', p.tone(0.78, 0.05, 30), 0.7);

  const crown = 'M330 262C330 180 360 118 430 106C510 96 566 150 574 246Z';
  const brim =
    'M112 322C160 262 280 246 420 238C540 232 640 206 706 148C730 140 734 166 722 190C670 280 540 318 400 318' +
    'C300 318 220 324 148 350C120 358 98 344 112 322Z';
  const hat =
    printed(
      'p-crown',
      crown,
      p.tone(0.24, 0.085),
      mark('M320 250C420 226 500 220 590 206L590 250L320 290Z', gold) +
        mark('M460 90C480 150 490 200 490 280L600 280L600 90Z', p.night, 0.4),
      2,
    ) +
    sheet(brim, p.tone(0.28, 0.1), 2) +
    mark(
      'M148 350C220 324 300 318 400 318C540 318 670 280 722 190C660 262 530 300 400 302C300 302 210 312 148 350Z',
      p.tone(0.15, 0.05),
    );
  const plumes =
    place(plume(330, 62, p.tone(0.52, 0.2), p.tone(0.3, 0.12)), 480, 190, 26) +
    place(plume(310, 56, p.tone(0.64, 0.2), p.tone(0.4, 0.15)), 470, 196, 2) +
    place(plume(260, 46, lace, p.tone(0.7, 0.08)), 470, 200, -26) +
    sheet(disc(474, 206, 26), gold, 1) +
    sheet(disc(474, 206, 13), p.tone(0.5, 0.2), 0);

  const blade =
    sheet('M-8 0L-5 -640L0 -676L5 -640L8 0Z', steel, 1) + mark('M0 0L0 -670L5 -640L8 0Z', p.tone(0.62, 0.05, 30));
  const hilt =
    sheet('M-74 8C-70 -38 -36 -56 0 -56C36 -56 70 -38 74 8C40 -6 -40 -6 -74 8Z', gold, 2) +
    strip('M60 0C84 60 60 112 14 130', gold, 9, 1) +
    strip('M-96 -6L96 -6', gold, 10, 1) +
    sheet(disc(-98, -6, 10), gold, 0) +
    sheet(disc(98, -6, 10), gold, 0) +
    sheet(disc(6, 142, 17), gold, 1);
  const glove = p.tone(0.4, 0.075, 36);
  const gauntlet =
    sheet('M-20 330L-70 190C-40 160 60 160 96 190L130 330Z', p.tone(0.46, 0.17), 2) +
    sheet('M-64 200C-70 150 -50 120 10 116C70 120 90 150 88 200C40 224 -20 224 -64 200Z', glove, 1) +
    stack(
      mark(box(-50, 6, 88, 34, 17), glove) +
        mark(box(-54, 40, 92, 34, 17), glove) +
        mark(box(-50, 74, 88, 34, 17), glove) +
        mark('M-40 20C20 0 60 20 64 70C66 110 40 140 0 140C-30 140 -46 120 -44 90Z', glove),
      1,
    ) +
    strip('M-44 41L14 41M-44 75L14 75', p.tone(0.26, 0.06, 30), 3);
  const rapier = blade + gauntlet + hilt;

  return (
    backdrop + cloak + hairBack + face + nape + ear + hairFront + collar + plumes + hat + place(rapier, 168, 716, -3)
  );
}

export const perpetuaVane: Figure = { slug: 'perpetua-vane', hue: 22, draw };
