import type { FaceShape } from '../features.ts';
import { brow, head, mouth } from '../features.ts';
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
  sheet,
  shift,
  spot,
  stack,
  strip,
  tilt,
} from '../paper.ts';

function blossom(p: Palette, size: number): string {
  let petals = '';
  for (let index = 0; index < 5; index += 1) {
    const angle = (index / 5) * Math.PI * 2 - Math.PI / 2;
    petals += mark(disc(Math.cos(angle) * size * 0.62, Math.sin(angle) * size * 0.62, size * 0.5), p.tone(0.93, 0.05));
  }
  return (
    stack(petals, 1) +
    mark(disc(0, 0, size * 0.34), p.tone(0.62, 0.2)) +
    mark(disc(0, 0, size * 0.16), p.tone(0.86, 0.13, 85))
  );
}

function branch(p: Palette): string {
  const bark = p.tone(0.27, 0.06);
  const places: readonly (readonly [number, number, number])[] = [
    [692, 214, 34],
    [640, 292, 26],
    [748, 330, 30],
    [604, 176, 22],
    [706, 420, 24],
    [566, 232, 17],
    [772, 120, 26],
    [660, 130, 18],
  ];
  return (
    stack(
      strip('M840 460C760 400 730 330 690 250C664 200 630 180 590 168', bark, 17) +
        strip(
          'M716 300C690 296 660 296 632 300M700 264C720 210 760 150 800 120M746 356C730 390 716 410 700 430M640 196' +
            'C640 170 650 146 664 126M610 178C590 200 576 220 560 240',
          bark,
          9,
        ),
      2,
    ) + places.map(([x, y, size]) => place(blossom(p, size), x, y, x % 60)).join('')
  );
}

function lantern(p: Palette): string {
  let ribs = '';
  for (let rib = -3; rib <= 3; rib += 1) ribs += mark(box(-90, rib * 24 - 2, 180, 3), p.tone(0.45, 0.16), 0.6);
  return (
    strip('M0 -190L0 -90', p.night, 4) +
    glow(disc(0, 0, 120), p.tone(0.75, 0.17, 30), 0.7) +
    printed(
      'lamp',
      'M-44 -92C-92 -70 -96 70 -44 92L44 92C96 70 92 -70 44 -92Z',
      p.tone(0.68, 0.19, 22),
      mark(disc(-16, -10, 52, 76), p.tone(0.84, 0.13, 50), 0.8) + ribs,
      2,
    ) +
    sheet(box(-46, -104, 92, 18, 4) + box(-46, 88, 92, 18, 4), p.tone(0.26, 0.08), 1) +
    strip('M0 108L0 170M-8 118L-10 160M8 118L10 160', p.tone(0.75, 0.14, 75), 4)
  );
}

function draw(p: Palette): string {
  const skin = p.skin(0.8, 0.065, 62);
  const silver = p.tone(0.8, 0.02);
  const silverShade = p.tone(0.6, 0.035);
  const gold = p.tone(0.8, 0.13, 85);
  const face: FaceShape = {
    id: 'g',
    x: 396,
    eyeY: 398,
    top: 300,
    chin: 578,
    cheek: 134,
    jaw: 118,
    chinWidth: 50,
    noseY: 458,
    skin,
  };
  const wall = sheet(box(-60, -60, 920, 1120) + disc(400, 372, 322), p.tone(0.27, 0.1), 3);
  const hills =
    sheet('M60 560C150 470 240 500 320 540C420 460 560 470 760 590L760 760L60 760Z', p.tone(0.76, 0.12), 1) +
    sheet('M60 640C200 560 330 600 460 620C560 580 660 600 760 640L760 800L60 800Z', p.tone(0.64, 0.14), 1);
  const backdrop =
    mark(box(0, 0, 800, 1000), p.tone(0.87, 0.075)) +
    sheet(disc(300, 250, 96), p.tone(0.965, 0.035, 60), 0) +
    hills +
    wall +
    sheet(ring(400, 372, 344, 320), p.tone(0.46, 0.15), 1) +
    branch(p) +
    place(lantern(p), 92, 210, 0, 0.9) +
    spot(p.pale, 430, 760, 320, 0.4) +
    motes(p.cream, 41);

  const bun =
    printed(
      'bun',
      disc(396, 178, 86, 76),
      silver,
      mark(disc(440, 200, 80, 80), silverShade) +
        strip('M330 190C350 140 430 120 466 160M346 214C370 170 420 160 452 190', p.tone(0.7, 0.03), 4),
      2,
    ) +
    strip('M276 98L520 226', gold, 10, 1) +
    sheet(disc(272, 96, 17), p.tone(0.6, 0.2), 1) +
    strip('M518 104L300 226', p.tone(0.3, 0.09), 9, 1) +
    sheet(disc(522, 102, 13), p.tone(0.7, 0.13, 160), 1) +
    strip('M272 112L268 164M272 164L264 190M272 164L274 192', p.tone(0.6, 0.2), 4);
  const hair = sheet(
    'M396 218C282 214 238 296 246 400C250 452 262 480 282 492L300 380L396 280L492 380L510 492' +
      'C532 480 542 452 546 400C554 296 510 214 396 218Z',
    silver,
    2,
  );
  const parted =
    sheet('M398 226C320 230 262 280 258 372C262 398 274 404 286 396C300 340 340 300 400 288Z', p.tone(0.88, 0.015), 1) +
    sheet('M394 226C472 230 530 280 534 372C530 398 518 404 506 396C492 340 452 300 392 288Z', silverShade, 1) +
    strip('M380 244C330 260 290 300 276 356M388 264C350 280 316 306 300 344', p.tone(0.72, 0.03), 3.5) +
    strip('M414 244C464 260 500 300 516 356M406 264C444 280 476 306 492 344', p.tone(0.48, 0.04), 3.5);

  const closed = (x: number, fill: string): string =>
    mark(`M${x - 31} 436C${x - 20} 404 ${x + 20} 404 ${x + 31} 436C${x + 18} 418 ${x - 18} 418 ${x - 31} 436Z`, fill);
  const features =
    sheet(disc(264, 424, 16, 30), skin.base, 1) +
    sheet(disc(528, 424, 16, 30), skin.shade, 1) +
    sheet(disc(262, 466, 9, 14) + disc(530, 466, 9, 14), p.tone(0.66, 0.13, 160), 1) +
    head(
      face,
      mark(disc(314, 464, 42, 32), p.tone(0.7, 0.16), 0.6) + mark(disc(484, 464, 40, 32), p.tone(0.56, 0.15), 0.6),
    ) +
    closed(338, skin.deep) +
    closed(456, skin.deep) +
    strip(
      'M290 398L272 388M290 408L270 408M292 418L276 426M504 398L522 388M504 408L524 408M502 418L518 426',
      skin.deep,
      3,
    ) +
    brow(334, 354, -34, 6, 2, silverShade) +
    brow(460, 354, 34, 6, 2, p.tone(0.46, 0.04)) +
    mouth(398, 518, 46, 20, p.tone(0.5, 0.17, 10), p.tone(0.64, 0.17, 10)) +
    strip('M338 478C324 494 322 510 328 524M466 478C480 494 482 510 474 524', skin.deep, 3);
  const glasses =
    mark(disc(338, 424, 46, 42) + disc(456, 424, 46, 42), p.cream, 0.16) +
    sheet(
      `${disc(338, 424, 52, 48)}${disc(338, 424, 45, 41)}${disc(456, 424, 52, 48)}${disc(456, 424, 45, 41)}`,
      gold,
      1,
    ) +
    strip('M388 420Q397 410 406 420M287 418L264 408M507 418L530 408', gold, 6) +
    mark('M308 410L334 384L346 384L312 422ZM426 410L452 384L464 384L430 422Z', '#ffffff', 0.5);

  const quilt = p.tone(0.55, 0.18);
  let stitches = '';
  for (let line = -6; line < 14; line += 1) {
    stitches += strip(
      `M${line * 64} 640L${line * 64 + 420} 1060M${line * 64 + 420} 640L${line * 64} 1060`,
      p.tone(0.48, 0.17),
      3,
    );
  }
  const coat = printed(
    'quilt',
    'M56 1040C62 860 120 742 290 676L510 676C680 742 738 860 746 1040Z',
    quilt,
    stitches,
    3,
  );
  const neck = sheet('M336 540L332 690C360 720 440 720 466 690L460 540Z', skin.shade, 1);
  const collar =
    sheet('M304 640C300 690 330 724 398 740C398 716 392 700 384 690C350 684 330 664 326 636Z', p.tone(0.72, 0.16), 1) +
    sheet('M494 640C498 690 468 724 400 740C400 716 406 700 412 690C448 684 468 664 472 636Z', p.tone(0.58, 0.17), 1) +
    strip('M398 742L398 1000', p.tone(0.34, 0.12), 6) +
    [790, 850]
      .map(
        (y) =>
          strip(`M350 ${y}C370 ${y - 18} 380 ${y + 16} 398 ${y}C416 ${y - 18} 426 ${y + 16} 446 ${y}`, gold, 7, 1) +
          sheet(disc(398, y, 10), gold, 1),
      )
      .join('');
  const sleeve = 'M60 1040C70 900 110 810 170 780C250 800 350 850 402 900L400 1000L280 1040Z';
  const sleeves =
    sheet(flip(sleeve, 400), p.tone(0.42, 0.15), 2) +
    sheet(sleeve, p.tone(0.5, 0.17), 2) +
    sheet('M352 862C330 900 326 950 340 1000L400 1010L402 900Z', p.cream, 1) +
    sheet(flip('M352 862C330 900 326 950 340 1000L400 1010L402 900Z', 401), silver, 1);

  const glaze = p.tone(0.66, 0.1, 170);
  const pot =
    sheet('M96 -40C150 -60 168 10 110 40L100 18C136 -4 130 -32 98 -18Z', p.tone(0.5, 0.09, 170), 1) +
    sheet('M-84 10C-130 0 -140 -50 -166 -74L-144 -86C-112 -70 -104 -40 -74 -34Z', glaze, 1) +
    printed(
      'pot',
      'M-98 0C-98 -56 -56 -82 0 -82C56 -82 98 -56 98 0C98 50 60 78 0 78C-60 78 -98 50 -98 0Z',
      glaze,
      mark('M20 -90C60 -20 40 50 0 90L110 90L110 -90Z', p.tone(0.5, 0.09, 170)) +
        place(blossom(p, 26), -34, 6, 12) +
        place(blossom(p, 17), 6, 34, 40),
      2,
    ) +
    sheet('M-58 -72C-40 -104 40 -104 58 -72Z', p.tone(0.74, 0.1, 170), 1) +
    sheet(disc(0, -108, 15), gold, 1) +
    sheet(box(-60, 72, 120, 16, 6), p.tone(0.4, 0.08, 170), 1);
  const wisps = [
    'M50 716C12 650 92 610 58 548C38 506 70 470 92 440C82 484 92 510 106 544C130 606 58 646 84 712Z',
    'M96 660C80 620 124 596 110 556C104 530 122 512 136 496C132 526 140 540 146 562C156 600 114 620 122 656Z',
  ];
  const steam = `<g opacity="0.55">${wisps.map((wisp) => sheet(wisp, p.cream, 0)).join('')}</g>`;
  return (
    backdrop +
    tilt(bun + hair, 4, 400, 600) +
    shift(coat + neck, 0, -44) +
    tilt(features + parted + glasses, 4, 400, 600) +
    shift(collar, 0, -44) +
    sleeves +
    place(pot, 210, 796, -4, 0.95) +
    steam
  );
}

export const grannySuyin: Figure = { slug: 'granny-suyin', hue: 0, draw };
