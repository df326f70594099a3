import type { FaceShape } from '../features.ts';
import { brow, eye, head } from '../features.ts';
import type { Palette } from '../palette.ts';
import type { Figure, Point } from '../paper.ts';
import { box, disc, flip, glow, mark, motes, place, polygon, printed, seeded, sheet, smooth, strip } from '../paper.ts';

function wave(y: number, swing: number, phase: number, fill: string): string {
  let d = `M-40 ${y}`;
  for (let crest = 0; crest < 6; crest += 1) {
    const x = -40 + crest * 160 + phase;
    d +=
      `C${x + 40} ${y - swing} ${x + 90} ${y - swing} ${x + 110} ${y - swing * 0.2}C${x + 120}` +
      ` ${y + swing * 0.3} ${x + 140} ${y + swing * 0.3} ${x + 160} ${y}`;
  }
  return sheet(`${d}L860 1100L-40 1100Z`, fill, 2);
}

function stars(fill: string): string {
  const next = seeded(44);
  let dots = '';
  for (let index = 0; index < 46; index += 1) {
    dots += mark(disc(next() * 800, next() * 520, 1 + next() * 2.6), fill, 0.3 + next() * 0.6);
  }
  return dots;
}

function beard(x: number, top: number, width: number, length: number, locks: number): string {
  const points: Point[] = [[x - width * 0.96, top + 6]];
  for (let index = 0; index <= locks; index += 1) {
    const t = index / locks;
    const angle = Math.PI * (1 - t);
    const reach = index % 2 === 0 ? 1 : 0.88;
    points.push([x + Math.cos(angle) * width * 1.04 * reach, top + 60 + Math.sin(angle) * length * reach]);
  }
  points.push([x + width * 0.96, top + 6], [x + width * 0.5, top + 34], [x, top + 40], [x - width * 0.5, top + 34]);
  return smooth(points);
}

function draw(p: Palette): string {
  const skin = p.skin(0.72, 0.085, 45);
  const sea = (lightness: number): string => p.tone(lightness, 0.055, 95);
  const face: FaceShape = {
    id: 'o',
    x: 404,
    eyeY: 402,
    top: 310,
    chin: 600,
    cheek: 128,
    jaw: 112,
    chinWidth: 50,
    noseY: 468,
    skin,
  };
  const rays =
    polygon([
      [122, 214],
      [900, 30],
      [900, 420],
    ]) +
    polygon([
      [100, 214],
      [-60, 120],
      [-60, 300],
    ]);
  const tower =
    printed(
      'tower',
      polygon([
        [82, 262],
        [140, 262],
        [166, 660],
        [56, 660],
      ]),
      p.tone(0.86, 0.04),
      mark(
        polygon([
          [40, 320],
          [200, 320],
          [200, 392],
          [40, 392],
        ]),
        p.tone(0.55, 0.17, -70),
      ) +
        mark(
          polygon([
            [40, 470],
            [200, 470],
            [200, 548],
            [40, 548],
          ]),
          p.tone(0.55, 0.17, -70),
        ) +
        mark(
          polygon([
            [120, 250],
            [180, 250],
            [180, 660],
            [128, 660],
          ]),
          p.night,
          0.35,
        ),
      2,
    ) +
    sheet(box(72, 246, 78, 18, 4), p.deep, 1) +
    sheet(box(88, 186, 46, 60, 4), p.pale, 1) +
    sheet('M78 190L111 146L144 190Z', p.tone(0.5, 0.16, -70), 1);
  const backdrop =
    mark(box(0, 0, 800, 1000), sea(0.27)) +
    glow(disc(420, 300, 340), p.tone(0.6, 0.1, 60), 0.5) +
    stars(p.cream) +
    `<path d="${rays}" fill="${p.bright}" opacity="0.55" filter="url(#glowSmall)" style="mix-blend-mode:screen"/>` +
    `<path d="${polygon([
      [122, 214],
      [900, 130],
      [900, 330],
    ])}" fill="${p.pale}" opacity="0.55" filter="url(#glowSmall)" style="mix-blend-mode:screen"/>` +
    sheet('M-60 700C-10 620 40 628 80 640C140 634 200 640 250 720L260 1060L-60 1060Z', sea(0.2), 2) +
    tower +
    glow(disc(112, 214, 70), p.pale, 0.95) +
    motes(p.pale, 5) +
    wave(630, 40, 0, sea(0.52)) +
    wave(684, 44, -70, sea(0.43)) +
    wave(748, 44, -20, sea(0.33));

  const oil = p.tone(0.83, 0.17);
  const oilShade = p.tone(0.68, 0.15, -20);
  const oilDeep = p.tone(0.5, 0.11, -30);
  const flap = sheet(
    'M236 290C180 380 172 470 196 560C270 596 330 600 404 600C480 600 540 596 612 560C636 470 628 380 572 290Z',
    oilDeep,
    2,
  );
  const coat =
    sheet('M50 1040C58 850 120 740 276 690L530 690C690 740 752 850 764 1040Z', oilShade, 3) +
    sheet('M276 690C180 716 120 770 86 850L210 1040L400 1040L400 760Z', oil, 1) +
    sheet(
      'M270 640C220 680 200 720 204 770C270 812 340 830 404 838C470 830 540 812 604 770C606 720 588 680 538 640Z',
      oilShade,
      2,
    ) +
    sheet('M270 640C220 680 200 720 204 770C270 812 340 830 404 838L404 660Z', oil, 1);

  const wool = p.tone(0.9, 0.025);
  const whiskers =
    sheet(beard(404, 408, 160, 342, 14), p.tone(0.66, 0.03), 2) +
    sheet(beard(398, 440, 138, 266, 12), p.tone(0.82, 0.03), 1) +
    sheet(beard(388, 512, 98, 150, 10), wool, 1);
  const stache =
    'M404 486C380 476 340 486 316 508C300 522 282 526 268 520C276 552 316 566 352 556C380 548 398 530 404 512Z';
  const moustache =
    sheet(stache, p.tone(0.96, 0.015), 1) +
    sheet(flip(stache, 404), p.tone(0.78, 0.03), 1) +
    mark('M376 548C392 560 416 560 432 548C424 570 384 570 376 548Z', skin.deep);

  const features =
    head(
      face,
      mark('M250 290L560 290L560 376C460 350 340 350 250 380Z', skin.deep, 0.5) +
        mark(disc(326, 462, 40, 30), p.tone(0.6, 0.16, -75), 0.55) +
        mark(disc(488, 462, 38, 30), p.tone(0.45, 0.13, -75), 0.5),
    ) +
    eye('ol', 350, 404, 27, { white: p.cream, iris: sea(0.5), lid: skin.deep, lookX: 0.3, lowered: 0.35 }) +
    eye('or', 458, 404, -27, { white: p.pale, iris: sea(0.5), lid: skin.deep, lookX: -0.3, lowered: 0.35 }) +
    strip('M316 424Q346 438 374 424M436 424Q464 438 492 424', skin.deep, 3.5) +
    strip('M306 396L288 386M306 406L284 408M504 396L522 386M504 406L526 408', skin.deep, 3) +
    brow(344, 372, -46, 12, -4, wool) +
    brow(464, 372, 46, 12, -4, p.tone(0.76, 0.03));
  const nose = sheet(
    smooth([
      [404, 420],
      [428, 446],
      [440, 474],
      [426, 496],
      [404, 500],
      [382, 496],
      [368, 474],
      [382, 446],
    ]),
    p.tone(0.68, 0.13, -58),
    1,
  );

  const dome = 'M262 300C262 180 320 106 404 104C490 106 548 180 548 300Z';
  const seams =
    mark('M404 104C440 150 456 220 454 300L560 300L560 100Z', oilShade) +
    strip('M404 106C360 160 346 230 348 300', oilShade, 5);
  const brim =
    'M196 348C210 300 290 276 404 276C520 276 600 300 614 348C624 392 596 400 560 378C510 346 460 338 404 338' +
    'C350 338 300 346 250 378C214 400 186 392 196 348Z';
  const hat =
    printed('o-dome', dome, oil, seams, 2) +
    sheet(brim, oil, 2) +
    mark(
      'M250 378C300 346 350 338 404 338C460 338 510 346 560 378C510 356 460 350 404 350C350 350 300 356 250 378Z',
      oilDeep,
    );

  const gull =
    sheet(
      'M-70 36C-110 60 -140 66 -170 62C-140 44 -120 16 -96 -4C-70 -34 -30 -40 4 -30C20 -60 34 -92 62 -96' +
        'C92 -98 104 -76 98 -50C84 0 50 60 -6 66C-34 68 -56 56 -70 36Z',
      p.cream,
      2,
    ) +
    sheet('M-150 50C-120 20 -90 -14 -50 -18C-16 -20 4 0 4 18C-40 50 -100 56 -150 50Z', p.tone(0.6, 0.03, 90), 1) +
    sheet('M94 -72L142 -58C130 -46 112 -46 94 -50Z', p.tone(0.72, 0.17, -35), 1) +
    mark(disc(74, -70, 6), p.night) +
    strip('M-14 64L-16 96M8 64L8 96', p.tone(0.6, 0.15, -35), 6);

  const clasp = (y: number): string =>
    sheet(box(368, y, 74, 18, 9), p.tone(0.36, 0.06, 95), 1) +
    sheet(disc(378, y + 9, 15), p.tone(0.72, 0.13, -25), 1) +
    sheet(disc(432, y + 9, 15), p.tone(0.6, 0.12, -30), 1);

  return (
    backdrop +
    flap +
    coat +
    clasp(810) +
    clasp(890) +
    features +
    whiskers +
    moustache +
    nose +
    hat +
    place(gull, 648, 606, -4, 1.05)
  );
}

export const oskTarrow: Figure = { slug: 'osk-tarrow', hue: 100, draw };
