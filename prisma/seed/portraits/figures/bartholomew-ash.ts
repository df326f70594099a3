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
  seeded,
  sheet,
  smooth,
  spot,
  stack,
  strip,
} from '../paper.ts';

function library(p: Palette): string {
  const next = seeded(77);
  let shelves = '';
  for (let shelf = 0; shelf < 5; shelf += 1) {
    const floor = 160 + shelf * 196;
    let books = '';
    let x = -10;
    while (x < 810) {
      const width = 18 + next() * 30;
      const height = 100 + next() * 58;
      const shift = [0, 0, 14, -22, 150][Math.floor(next() * 5)] ?? 0;
      books += mark(box(x, floor - height, width - 3, height, 2), p.tone(0.28 + next() * 0.2, 0.08, shift));
      books += mark(box(x + 3, floor - height + 16, width - 9, 6), p.tone(0.62, 0.11, 30), 0.6);
      x += width;
    }
    shelves +=
      mark(box(0, floor - 190, 800, 190), p.tone(0.15, 0.045)) +
      stack(books, 1) +
      sheet(box(-40, floor, 880, 18), p.tone(0.36, 0.09), 1);
  }
  return shelves;
}

function draw(p: Palette): string {
  const hide = p.tone(0.66, 0.18);
  const hideShade = p.tone(0.5, 0.155, -8);
  const hideDeep = p.tone(0.36, 0.12, -12);
  const belly = p.tone(0.85, 0.11, 28);
  const horn = p.tone(0.9, 0.05, 35);
  const gold = p.tone(0.82, 0.15, 40);
  const teal = p.tone(0.4, 0.075, 150);
  const tealDark = p.tone(0.31, 0.06, 150);
  const backdrop =
    library(p) +
    glow(disc(380, 330, 250), p.tone(0.7, 0.16, 15), 0.5) +
    spot(p.pale, 430, 770, 320, 0.5) +
    motes(p.pale, 61);

  const wingShape =
    'M250 700C200 560 150 400 30 250C20 330 4 380 -40 420L-40 760C20 740 60 760 90 800C140 740 200 730 250 760Z';
  const wings =
    printed(
      'wing-l',
      wingShape,
      p.tone(0.46, 0.15, -14),
      strip(
        'M246 720C190 560 130 400 30 250M246 740C160 600 60 500 -40 420M246 750C180 700 120 760 90 800',
        p.tone(0.62, 0.17),
        12,
      ),
      2,
    ) +
    printed(
      'wing-r',
      flip(wingShape, 404),
      p.tone(0.37, 0.125, -14),
      strip(
        flip('M246 720C190 560 130 400 30 250M246 740C160 600 60 500 -40 420M246 750C180 700 120 760 90 800', 404),
        p.tone(0.5, 0.15),
        12,
      ),
      2,
    );

  const neck = printed(
    'neck',
    'M300 500C290 600 270 680 220 760L590 760C540 680 516 600 508 500Z',
    hide,
    mark('M420 500L620 500L620 800L440 800Z', hideShade) +
      [560, 606, 652, 698]
        .map((y) =>
          sheet(
            `M334 ${y}C370 ${y + 22} 440 ${y + 22} 474 ${y}L484 ${y + 40}C440 ${y + 66} 364 ${y + 66} 324 ${y + 40}Z`,
            belly,
            0,
          ),
        )
        .join(''),
    2,
  );
  const coat =
    sheet('M40 1040C48 870 110 760 250 714L556 714C700 760 756 870 766 1040Z', p.tone(0.3, 0.06, 150), 3) +
    sheet('M258 706C230 780 230 900 280 1040L530 1040C580 900 580 780 548 706L404 830Z', teal, 2) +
    sheet('M404 830L548 706C580 780 580 900 530 1040L404 1040Z', tealDark, 0) +
    [880, 940].map((y) => sheet(disc(404, y, 13), gold, 1)).join('') +
    strip('M416 900C470 940 520 930 548 890', gold, 5, 1) +
    sheet('M300 690L230 740L280 820L404 770Z', p.cream, 1) +
    sheet('M508 690L578 740L528 820L404 770Z', p.tone(0.84, 0.03), 1);
  const cravat =
    sheet(
      'M404 760L316 716C300 756 302 800 322 832ZM404 760L492 716C508 756 506 800 486 832Z',
      p.tone(0.56, 0.19, -22),
      2,
    ) + sheet(disc(404, 766, 24), p.tone(0.66, 0.19, -20), 1);

  const hornShape = 'M292 262C240 220 190 170 178 60C150 120 150 220 214 300C236 326 262 336 286 330Z';
  const rings = 'M176 130C190 126 200 118 206 108M184 186C204 180 218 170 226 156M206 240C230 230 246 216 254 200';
  const horns =
    printed('horn-l', hornShape, horn, strip(rings, p.tone(0.68, 0.08, 30), 6), 2) +
    printed(
      'horn-r',
      flip(hornShape, 404),
      p.tone(0.76, 0.06, 30),
      strip(flip(rings, 404), p.tone(0.54, 0.08, 30), 6),
      2,
    );
  const fin =
    'M262 330C210 300 150 290 92 306C112 326 116 340 108 362C136 362 148 376 146 402C176 396 190 408 196 436' +
    'C224 420 250 420 274 430Z';
  const fins =
    printed(
      'fin-l',
      fin,
      p.tone(0.56, 0.18, -18),
      strip(
        'M262 350C210 326 160 316 100 308M262 370C220 352 170 350 112 362M266 396C230 380 190 384 150 400',
        p.tone(0.74, 0.16),
        6,
      ),
      2,
    ) +
    printed(
      'fin-r',
      flip(fin, 404),
      p.tone(0.44, 0.15, -18),
      strip(
        flip('M262 350C210 326 160 316 100 308M262 370C220 352 170 350 112 362M266 396C230 380 190 384 150 400', 404),
        p.tone(0.56, 0.15),
        6,
      ),
      2,
    );
  const crest = sheet('M330 240L344 160L366 210L404 118L442 210L464 160L478 240Z', p.tone(0.52, 0.18, -20), 1);

  const skull =
    'M404 204C490 204 560 250 566 330C568 380 546 410 520 432C536 462 544 500 530 536C510 586 460 606 404 606' +
    'C348 606 298 586 278 536C264 500 272 462 288 432' +
    'C262 410 240 380 242 330C248 250 318 204 404 204Z';
  let scales = '';
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column <= row + 1; column += 1) {
      const x = 404 + (column - (row + 1) / 2) * 40;
      scales += mark(
        `M${x - 15} ${232 + row * 26}Q${x} ${256 + row * 26} ${x + 15} ${232 + row * 26}Q${x} ${244 + row * 26}` +
          ` ${x - 15} ${232 + row * 26}Z`,
        hideDeep,
        0.6,
      );
    }
  }
  const bridge =
    'M378 330C382 400 350 430 330 470C324 506 360 520 404 520C448 520 484 506 478 470C458 430 426 400 430 330Z';
  const skullSheet =
    printed(
      'skull',
      skull,
      hide,
      mark(
        'M404 190C412 260 420 330 432 380C460 440 476 470 470 530C466 560 440 590 420 620L640 620L640 190Z',
        hideShade,
      ) +
        scales +
        mark('M284 552C340 596 470 596 524 552C520 620 290 620 284 552Z', belly),
      2,
    ) +
    sheet(bridge, p.tone(0.73, 0.165, 6), 1) +
    mark(
      'M404 330C412 400 430 440 440 470C444 500 420 514 404 520C448 520 484 506 478 470C458 430 426 400 430 330Z',
      hideShade,
      0.75,
    ) +
    mark(
      'M346 478C350 462 372 464 378 482C368 494 350 494 346 478ZM462 478C458 462 436 464 430 482' +
        'C440 494 458 494 462 478Z',
      p.night,
    ) +
    mark(
      'M276 528C310 552 360 562 404 554C448 562 498 552 532 528C500 572 450 578 404 568C358 578 308 572 276 528Z',
      hideDeep,
    ) +
    sheet('M308 550L334 560L318 592ZM500 550L474 560L490 592Z', p.cream, 1);

  const gaze = (x: number, s: 1 | -1): string => {
    const at = (dx: number): number => x + dx * s;
    return (
      mark(
        `M${at(-48)} 356C${at(-24)} 322 ${at(24)} 324 ${at(46)} 366C${at(16)} 384 ${at(-26)} 382 ${at(-48)} 356Z`,
        p.tone(0.92, 0.14, 55),
      ) +
      mark(disc(at(2), 355, 10, 20), p.night) +
      mark(disc(at(-2) - 3, 347, 4), '#ffffff') +
      mark(
        `M${at(-58)} 352C${at(-40)} 308 ${at(20)} 300 ${at(54)} 362C${at(26)} 330 ${at(-24)} 330 ${at(-58)} 352Z`,
        hideDeep,
      ) +
      sheet(
        `M${at(-70)} 326C${at(-50)} 284 ${at(10)} 282 ${at(56)} 340C${at(14)} 318 ${at(-30)} 316 ${at(-70)} 326Z`,
        s === 1 ? p.tone(0.72, 0.17) : hideShade,
        1,
      )
    );
  };
  const half = 'M252 392L362 392C362 452 334 468 307 468C280 468 252 452 252 392Z';
  const inner = 'M262 401L352 401C350 444 330 458 307 458C284 458 264 444 262 401Z';
  const glasses =
    mark(inner + flip(inner, 404), p.cream, 0.28) +
    sheet(half + inner + flip(half + inner, 404), gold, 1) +
    strip('M362 398Q404 378 446 398', gold, 7, 1) +
    strip('M252 396L232 378M556 396L576 378', gold, 5) +
    mark('M276 404L300 404L280 438C274 428 272 416 276 404Z', '#ffffff', 0.55);
  const puffs = [disc(512, 474, 12, 9), disc(546, 458, 17, 14), disc(584, 428, 24, 21), disc(622, 384, 30, 27)];
  const smoke = `<g opacity="0.55">${puffs.map((puff) => sheet(puff, p.cream, 1)).join('')}</g>`;

  const claw = (x: number, y: number): string =>
    mark(box(x, y, 70, 28, 14), hide) + mark(`M${x + 58} ${y + 2}L${x + 96} ${y + 15}L${x + 58} ${y + 27}Z`, horn);
  const book = place(
    sheet(
      polygon([
        [-96, -124],
        [96, -124],
        [96, 130],
        [-96, 130],
      ]),
      p.tone(0.46, 0.15, -25),
      2,
    ) +
      sheet(
        polygon([
          [-80, -108],
          [80, -108],
          [80, 114],
          [-80, 114],
        ]) +
          polygon([
            [-68, -96],
            [68, -96],
            [68, 102],
            [-68, 102],
          ]),
        gold,
        0,
      ) +
      sheet(disc(0, 0, 38), gold, 0) +
      sheet(
        smooth([
          [0, -26],
          [18, 8],
          [0, 24],
          [-18, 8],
        ]),
        p.tone(0.46, 0.15, -25),
        0,
      ) +
      sheet('M60 130L60 190L74 172L88 190L88 130Z', p.tone(0.5, 0.09, 150), 1),
    196,
    812,
    -12,
  );
  const hand =
    sheet('M-20 1040C0 930 30 860 80 820L150 860C160 920 150 990 140 1040Z', p.tone(0.36, 0.07, 150), 2) +
    sheet('M60 812L150 838L138 884L40 856Z', p.cream, 1) +
    place(stack(claw(0, -46) + claw(6, -14) + claw(0, 18) + mark(disc(6, 0, 44, 50), hide), 1), 100, 806, -10);
  return (
    backdrop +
    wings +
    neck +
    horns +
    fins +
    crest +
    coat +
    skullSheet +
    gaze(316, 1) +
    gaze(492, -1) +
    glasses +
    smoke +
    cravat +
    book +
    hand
  );
}

export const bartholomewAsh: Figure = { slug: 'bartholomew-ash', hue: 48, draw };
