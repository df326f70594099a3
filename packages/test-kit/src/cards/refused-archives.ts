import { exif, jpeg, json, webp, type ZipEntry, zip } from '../card-files.ts';
import type { RefusedFile } from './card.ts';
import { changedV2, SPEC_V2 } from './specification.ts';

const MEBIBYTE = 1024 * 1024;
const ENCRYPTION_HEADER_BYTES = 12;
const good = json(SPEC_V2);
const text = (value: string): Buffer => Buffer.from(value);
const card: ZipEntry = { path: 'card.json', data: good };

/** What must be refused, and as what. */
export const REFUSED_ARCHIVES: readonly RefusedFile[] = [
  // CHARX
  ['an archive without a card', 'no-card', () => zip([{ path: 'readme.txt', data: 'x' }])],
  ['a card in a folder', 'no-card', () => zip([{ path: 'a/card.json', data: good }])],
  [
    'a zip bomb',
    'bomb',
    () => zip([card, { path: 'assets/a.png', data: Buffer.alloc(20 * MEBIBYTE), isPacked: true }]),
  ],
  ['a card that is a bomb', 'bomb', () => zip([{ path: 'card.json', data: ' '.repeat(7 * MEBIBYTE), isPacked: true }])],
  [
    'a card.json of 9 MB',
    'too-large',
    () => zip([{ path: 'card.json', data: changedV2({ description: 'x'.repeat(9 * MEBIBYTE) }) }]),
  ],
  [
    'many files that are too much together',
    'bomb',
    () =>
      zip([
        card,
        ...Array.from({ length: 60 }, (_, n) => ({
          path: `assets/${n}`,
          data: Buffer.alloc(MEBIBYTE),
          isPacked: true,
        })),
      ]),
  ],
  [
    'a file that says it is small',
    'broken-archive',
    () => zip([card, { path: 'a', data: Buffer.alloc(MEBIBYTE), isPacked: true, sizeBytes: 10 }]),
  ],
  [
    'a file that says it is large',
    'broken-archive',
    () => zip([card, { path: 'a', data: 'x', isPacked: true, sizeBytes: 1_000_000 }]),
  ],
  ['a card that says it is four gigabytes', 'bomb', () => zip([{ ...card, isPacked: true, sizeBytes: 0xfffffff0 }])],
  ['a wrong checksum in an archive', 'broken-archive', () => zip([{ ...card, crc: 1 }])],
  ['a path that leads up', 'unsafe-archive', () => zip([card, { path: '../../etc/passwd', data: 'x' }])],
  ['a path that leads up within', 'unsafe-archive', () => zip([card, { path: 'assets/../../x', data: 'x' }])],
  ['an absolute path', 'unsafe-archive', () => zip([card, { path: '/etc/passwd', data: 'x' }])],
  ['a path of another system', 'unsafe-archive', () => zip([card, { path: 'assets\\..\\x', data: 'x' }])],
  ['a drive', 'unsafe-archive', () => zip([card, { path: 'C:/x', data: 'x' }])],
  ['a NUL in a path', 'unsafe-archive', () => zip([card, { path: 'a\0.png', data: 'x' }])],
  ['a path of 600 characters', 'unsafe-archive', () => zip([card, { path: 'a'.repeat(600), data: 'x' }])],
  ['a link', 'unsafe-archive', () => zip([card, { path: 'link', data: '/etc/passwd', mode: 0o120777 }])],
  ['the card twice', 'unsafe-archive', () => zip([card, { ...card, data: '{}' }])],
  [
    'an encrypted archive',
    'encrypted',
    () => zip([{ ...card, flags: 0x801, sizeBytes: Buffer.byteLength(good) - ENCRYPTION_HEADER_BYTES }]),
  ],
  ['a strongly encrypted archive', 'broken-archive', () => zip([{ ...card, flags: 0x841 }])],
  ['an unknown way of packing', 'broken-archive', () => zip([{ ...card, method: 99 }])],
  [
    '5,000 files',
    'too-many',
    () => zip([card, ...Array.from({ length: 5_000 }, (_, n) => ({ path: `${n}`, data: '' }))]),
  ],
  ['an archive that counts wrongly', 'broken-archive', () => zip([card], { count: 900 })],
  ['an archive whose directory is elsewhere', 'broken-archive', () => zip([card], { directoryAt: 0xfffffff })],
  ['an archive cut off', 'broken-archive', () => zip([card]).subarray(0, -30)],
  [
    'a bomb behind a JPEG',
    'bomb',
    () => Buffer.concat([jpeg(), zip([card, { path: 'a', data: Buffer.alloc(20 * MEBIBYTE), isPacked: true }])]),
  ],
  // EXIF
  ['a JPEG without a card', 'no-card', () => jpeg()],
  ['a WebP chunk of four gigabytes', 'broken-picture', () => webp(exif(text(good)), { lengthBytes: 0xffffffff })],
  ['an EXIF value of four gigabytes', 'broken-picture', () => webp(exif(text(good), { lengthBytes: 0xffffffff }))],
  ['an EXIF directory outside', 'broken-picture', () => webp(exif(text(good), { directoryAt: 0xfffffff0 }))],
  ['65,535 EXIF tags', 'too-many', () => webp(exif(text(good), { tags: 0xffff }))],
  ['an EXIF directory that leads to itself', 'no-card', () => jpeg(exif(text(good), { directoryAt: 8 }))],
  ['EXIF that is none', 'broken-picture', () => jpeg(text('garbage and more of it'))],
  ['garbage in a comment', 'broken-text', () => jpeg(exif(text('(c) somebody, 2023')))],
];
