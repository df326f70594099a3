import { deflateSync } from 'node:zlib';
import { base64, iTXt, json, png, pngChunk, tEXt, zTXt } from '../card-files.ts';
import type { RefusedFile } from './card.ts';
import { bookOf, changedV2, SPEC_V2 } from './specification.ts';

const MEBIBYTE = 1024 * 1024;
const data = SPEC_V2['data'] as Record<string, unknown>;
const good = json(SPEC_V2);
const text = (value: string): Buffer => Buffer.from(value);
const flipped = (file: Buffer, at: number): Buffer =>
  Buffer.from(file.map((byte, index) => (index === at ? byte ^ 1 : byte)));
const repeated = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(',');
const pngCard = (value: string): Buffer => png(tEXt('chara', base64(value)));

/** What must be refused, and as what. */
export const REFUSED_FILES: readonly RefusedFile[] = [
  ['nothing at all', 'unknown-format', () => Buffer.alloc(0)],
  ['one byte', 'unknown-format', () => Buffer.from([0x89])],
  ['a program', 'unknown-format', () => text('#!/bin/sh\nrm -rf /')],
  ['a page with script', 'unknown-format', () => text('<script>alert(1)</script>')],
  ['a picture in SVG', 'unknown-format', () => text('<svg onload="alert(1)"/>')],
  ['a GIF', 'unknown-format', () => text('GIF89a')],
  ['a file beyond the limit', 'too-large', () => Buffer.alloc(32 * MEBIBYTE + 1)],
  // PNG
  ['a picture without a card', 'no-card', () => png()],
  ['a signature and nothing more', 'broken-picture', () => png().subarray(0, 8)],
  ['a picture cut off', 'broken-picture', () => pngCard(good).subarray(0, 300)],
  ['a picture without its end', 'broken-picture', () => png().subarray(0, -12)],
  [
    'a picture that begins in the middle',
    'broken-picture',
    () => Buffer.concat([png().subarray(0, 8), tEXt('chara', 'e30=')]),
  ],
  [
    'a chunk of four gigabytes',
    'broken-picture',
    () => png(pngChunk('tEXt', 'chara\0e30=', { lengthBytes: 0xffffffff })),
  ],
  [
    'a chunk that is longer than the file',
    'broken-picture',
    () => png(pngChunk('tEXt', 'chara\0e30=', { lengthBytes: 5_000 })),
  ],
  ['a wrong checksum', 'broken-picture', () => png(pngChunk('tEXt', `chara\0${base64(good)}`, { crc: 1 }))],
  ['a flipped bit in the card', 'broken-picture', () => flipped(pngCard(good), 200)],
  ['a chunk without a name', 'broken-picture', () => png(pngChunk('\0\0\0\0', 'x'))],
  ['50,000 chunks', 'too-many', () => png(...Array.from({ length: 50_000 }, () => pngChunk('tEXt', 'a\0b')))],
  ['50,000 chunks that say chara', 'too-many', () => png(...Array.from({ length: 50_000 }, () => tEXt('chara', '!')))],
  ['a text that unpacks to 60 MB', 'bomb', () => png(zTXt('chara', Buffer.alloc(60 * MEBIBYTE)))],
  ['another text that does', 'bomb', () => png(iTXt('ccv3', '{'.repeat(40 * MEBIBYTE), true))],
  ['a packed text that is damaged', 'broken-picture', () => png(pngChunk('zTXt', 'chara\0\0garbage'))],
  [
    'a text packed in an unknown way',
    'broken-picture',
    () => png(pngChunk('zTXt', Buffer.concat([text('chara\0\x07'), deflateSync('e30=')]))),
  ],
  ['an iTXt without its parts', 'broken-picture', () => png(pngChunk('iTXt', 'chara\0\0\0'))],
  [
    'an asset whose name leads up',
    'unsafe-archive',
    () => png(tEXt('chara-ext-asset_:../1', 'eA=='), tEXt('chara', base64(good))),
  ],
  [
    'an asset that is called as the card in an archive',
    'unsafe-archive',
    () => png(tEXt('chara-ext-asset_:card.json', 'eA=='), tEXt('chara', base64(good))),
  ],
  [
    'two assets of one name',
    'unsafe-archive',
    () => png(tEXt('chara-ext-asset_:1', 'eA=='), tEXt('chara-ext-asset_1', 'eA=='), tEXt('chara', base64(good))),
  ],
  ['an asset of garbage', 'broken-text', () => png(tEXt('chara-ext-asset_:1', '<?>'), tEXt('chara', base64(good)))],
  // text
  ['garbage for base64', 'broken-text', () => png(tEXt('chara', 'ä!ö?'))],
  ['base64 with its padding in the middle', 'broken-text', () => png(tEXt('chara', 'e30=e30='))],
  ['20 MB of garbage for base64', 'too-large', () => png(tEXt('chara', '!'.repeat(20 * MEBIBYTE)))],
  ['10 MB of base64 that ends in garbage', 'broken-text', () => png(tEXt('chara', `${'A'.repeat(10 * MEBIBYTE)}!`))],
  ['a card with a password', 'encrypted', () => png(tEXt('chara', 'rcc||rccv1||abc||def||ghi'))],
  ['an empty text', 'broken-text', () => png(tEXt('chara', ''))],
  ['invalid UTF-8', 'broken-text', () => png(tEXt('chara', Buffer.from([0x7b, 0x22, 0xff, 0xfe]).toString('base64')))],
  ['overlong UTF-8', 'broken-text', () => Buffer.concat([text('{"name":"'), Buffer.from([0xc0, 0x80]), text('"}')])],
  ['UTF-16', 'unknown-format', () => Buffer.from(`\uFEFF${good}`, 'utf16le')],
  // JSON
  ['JSON that is cut off', 'broken-json', () => text(good.slice(0, -5))],
  ['JSON with a comment', 'broken-json', () => text(`{/* x */${good.slice(1)}`)],
  ['a million brackets', 'too-deep', () => text(`{"a":${'['.repeat(1_000_000)}`)],
  ['65 objects in each other', 'too-deep', () => text(`${'{"data":'.repeat(65)}1${'}'.repeat(65)}`)],
  ['two million empty lists', 'too-many', () => text(`{"a":[${'[],'.repeat(2_000_000)}[]]}`)],
  ['700,000 keys', 'too-many', () => text(`{${repeated(700_000, (n) => `"${n}":0`)}}`)],
  ['a card of 9 MB', 'too-large', () => text(changedV2({ description: 'x'.repeat(9 * MEBIBYTE) }))],
  [
    '100,000 entries in the book',
    'too-many',
    () => text(bookOf(Array.from({ length: 100_000 }, () => ({ keys: ['a'] })))),
  ],
  [
    '10,001 entries in the book',
    'too-many',
    () => text(bookOf(Array.from({ length: 10_001 }, () => ({ keys: ['a'] })))),
  ],
  ['an object that is no card', 'not-a-card', () => text('{"hello":"world"}')],
  ['an array', 'unknown-format', () => text('[1,2,3]')],
  ['an array in a picture', 'not-a-card', () => png(tEXt('chara', base64([1])))],
  ['null in a picture', 'not-a-card', () => png(tEXt('chara', base64('null')))],
  ['a list where a card’s data belong', 'not-a-card', () => text(json({ ...SPEC_V2, data: [data] }))],
  ['text where a card’s data belong', 'not-a-card', () => text(json({ ...SPEC_V2, data: 'x' }))],
  ['a card of an unknown kind', 'unsupported-spec', () => text(json({ ...SPEC_V2, spec: 'chara_card_v9' }))],
  ['a lorebook', 'not-a-card', () => text(json({ spec: 'lorebook_v3', data: { entries: [] } }))],
  ['SillyTavern’s world info', 'not-a-card', () => text(json({ entries: { 0: { key: ['a'] } }, name: 'World' }))],
];
