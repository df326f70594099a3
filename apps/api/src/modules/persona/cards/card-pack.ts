import { createHash } from 'node:crypto';
import { LIMITS } from '@troupe/contracts/limits';
import { CardFault } from './card-fault.ts';
import type { CardFile } from './png-card.ts';

const MEBIBYTE = 1024 * 1024;

export interface PackedFile {
  path: string;
  sizeBytes: number;
}

/** All files that came with a card in one piece, in their order: one thing to keep, to fetch and to forget. Nothing of it is ever decoded. */
export interface CardPack {
  /** Of the names and the bytes. */
  hash: string;
  files: PackedFile[];
  bytes: Uint8Array;
}

/** Null for none. Throws `too-many` and `too-large` for more than is kept with one card. */
export function packFiles(files: readonly CardFile[]): CardPack | null {
  if (files.length === 0) return null;
  if (files.length > LIMITS.cardFilesMax) {
    throw new CardFault('too-many', `The card brings more than ${LIMITS.cardFilesMax} files.`);
  }
  if (files.some(({ bytes }) => bytes.length > LIMITS.cardFileBytesMax)) {
    throw new CardFault('too-large', `A file of the card is larger than ${LIMITS.cardFileBytesMax / MEBIBYTE} MB.`);
  }
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > LIMITS.cardFilesBytesMax) {
    throw new CardFault('too-large', `The card’s files are larger than ${LIMITS.cardFilesBytesMax / MEBIBYTE} MB.`);
  }
  const list = files.map(({ path, bytes }) => ({ path, sizeBytes: bytes.length }));
  const bytes = Buffer.concat(files.map((file) => file.bytes));
  return { hash: packHash(list, bytes), files: list, bytes };
}

export const packHash = (files: readonly PackedFile[], bytes: Uint8Array): string =>
  createHash('sha256')
    .update(JSON.stringify(files.map(({ path, sizeBytes }) => [path, sizeBytes])))
    .update(bytes)
    .digest('hex');

/** Views into the piece: nothing is copied. */
export function unpackFiles({ files, bytes }: Pick<CardPack, 'files' | 'bytes'>): CardFile[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  return files.map(({ path, sizeBytes }) => {
    const start = at;
    at += sizeBytes;
    return { path, bytes: whole.subarray(start, at) };
  });
}
