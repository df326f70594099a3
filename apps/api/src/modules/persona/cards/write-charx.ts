import { crc32, deflateRawSync } from 'node:zlib';
import { CardFault } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import type { CharacterCard } from './character-card.ts';
import { isPlainPath } from './plain-path.ts';
import { type CardFile, jsonBytes } from './png-card.ts';

const UTF8_NAMES = 0x0800;
/** 1 January 1980, the first day that archives know: the same card is the same file. */
const FIRST_DAY = 0x0021;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;
/** What shrinks more than this looks like a bomb to readers, ours among them. */
const RATIO_MAX = CARD_LIMITS.packingRatioMax / 2;

/** A CHARX archive of the card and its files: what came in packed goes out no larger. Throws `unsafe-archive`, `too-*`. */
export function writeCharx(card: CharacterCard, files: readonly CardFile[] = []): Buffer {
  check(files);
  const entries = [{ path: 'card.json', bytes: jsonBytes(card) }, ...files];
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8');
    const packed = pack(bytes);
    const fields = commonFields(name, bytes, packed);
    const header = Buffer.concat([uints([4, 0x04034b50]), fields]);
    directory.push(uints([4, 0x02014b50], [2, VERSION]), fields, uints([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    parts.push(header, name, packed);
    at += header.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const count = entries.length;
  const end = uints([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, at], [2, 0]);
  return Buffer.concat([...parts, list, end]);
}

function check(files: readonly CardFile[]): void {
  const paths = new Set(['card.json', ...files.map(({ path }) => path)]);
  if (paths.size !== files.length + 1 || !files.every(({ path }) => isPlainPath(path) && !path.endsWith('/'))) {
    throw new CardFault('unsafe-archive', 'A file of the card has a name that no archive can carry.');
  }
  if (files.length >= CARD_LIMITS.archiveEntriesMax) throw new CardFault('too-many', 'The card has too many files.');
  if (
    files.reduce((sum, { bytes }) => sum + bytes.length, 0) >
    CARD_LIMITS.unpackedBytesMax - CARD_LIMITS.jsonBytesMax
  ) {
    throw new CardFault('too-large', 'The card’s files are larger than 40 MB.');
  }
}

/** Pictures don't shrink, and stay as they are. */
function pack(bytes: Buffer): Buffer {
  const packed = deflateRawSync(bytes);
  return packed.length < bytes.length && bytes.length <= packed.length * RATIO_MAX ? packed : bytes;
}

/** What a file's own header and the directory both say of it. */
function commonFields(name: Buffer, bytes: Buffer, packed: Buffer): Buffer {
  return uints(
    ...([
      [2, VERSION],
      [2, UTF8_NAMES],
      [2, packed === bytes ? STORED : DEFLATED],
      [2, 0],
      [2, FIRST_DAY],
    ] as const),
    ...([
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ] as const),
  );
}

/** Numbers of 2 or 4 bytes, the lowest byte first. */
function uints(...fields: readonly (readonly [2 | 4, number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}
