import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Files that carry character cards, built byte by byte, so that each byte can also be wrong. */

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const uint = (bytes: 2 | 4, value: number, order: 'LE' | 'BE'): Buffer => {
  const buffer = Buffer.alloc(bytes);
  if (order === 'LE') buffer.writeUIntLE(value, 0, bytes);
  else buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** `lengthBytes` and `crc` are what the chunk says of itself, when that is to be a lie. */
export function pngChunk(
  type: string,
  data: Buffer | string = '',
  lie: { lengthBytes?: number; crc?: number } = {},
): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
  return Buffer.concat([uint(4, lie.lengthBytes ?? bytes.length, 'BE'), body, uint(4, lie.crc ?? crc32(body), 'BE')]);
}

const HEADER = pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
const PIXEL = pngChunk('IDAT', deflateSync(Buffer.from([0, 0])));
const END = pngChunk('IEND');

/** A picture of one pixel, with these chunks before its end. */
export function png(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([PNG_SIGNATURE, HEADER, PIXEL, ...chunks, END]);
}

/** The same as an animation of one frame. */
export function apng(...chunks: readonly Buffer[]): Buffer {
  const control = pngChunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]));
  return Buffer.concat([PNG_SIGNATURE, HEADER, control, PIXEL, ...chunks, END]);
}

export const base64 = (value: unknown): string => Buffer.from(json(value)).toString('base64');
export const json = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const tEXt = (keyword: string, text: string): Buffer => pngChunk('tEXt', `${keyword}\0${text}`);
export const zTXt = (keyword: string, text: string | Buffer): Buffer =>
  pngChunk('zTXt', Buffer.concat([Buffer.from(`${keyword}\0\0`), deflateSync(text)]));
export const iTXt = (keyword: string, text: string, isPacked = false): Buffer =>
  pngChunk(
    'iTXt',
    Buffer.concat([
      Buffer.from(`${keyword}\0${isPacked ? '\u0001' : '\0'}\0en\0\0`, 'latin1'),
      isPacked ? deflateSync(text) : Buffer.from(text),
    ]),
  );

/** EXIF with a UserComment, in the inner directory where it belongs. */
export function exif(comment: Buffer, lie: { lengthBytes?: number; directoryAt?: number; tags?: number } = {}): Buffer {
  const tag = (id: number, type: number, count: number, value: number): Buffer =>
    Buffer.concat([uint(2, id, 'LE'), uint(2, type, 'LE'), uint(4, count, 'LE'), uint(4, value, 'LE')]);
  const directoryAt = 8 + 2 + 12 + 4;
  const commentAt = directoryAt + 2 + 12 + 4;
  return Buffer.concat([
    ...[Buffer.from('II*\0', 'latin1'), uint(4, 8, 'LE')],
    ...[uint(2, 1, 'LE'), tag(0x8769, 4, 1, lie.directoryAt ?? directoryAt), uint(4, 0, 'LE')],
    ...[uint(2, lie.tags ?? 1, 'LE'), tag(0x9286, 7, lie.lengthBytes ?? comment.length, commentAt), uint(4, 0, 'LE')],
    comment,
  ]);
}

export function webp(exifBytes: Buffer, lie: { lengthBytes?: number } = {}): Buffer {
  const chunk = Buffer.concat([Buffer.from('EXIF'), uint(4, lie.lengthBytes ?? exifBytes.length, 'LE'), exifBytes]);
  const picture = Buffer.concat([Buffer.from('VP8 '), uint(4, 2, 'LE'), Buffer.from([0, 0])]);
  const body = Buffer.concat([Buffer.from('WEBP'), picture, chunk]);
  return Buffer.concat([Buffer.from('RIFF'), uint(4, body.length, 'LE'), body]);
}

export function jpeg(exifBytes?: Buffer): Buffer {
  const segment =
    exifBytes === undefined ? Buffer.alloc(0) : Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBytes]);
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1]), uint(2, segment.length + 2, 'BE'), segment]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, Buffer.from([0xff, 0xd9])]);
}

export interface ZipEntry {
  path: string;
  data: Buffer | string;
  isPacked?: boolean;
  flags?: number;
  method?: number;
  /** Unix mode; a link is 0o120777. */
  mode?: number;
  crc?: number;
  /** What the entry says it unpacks to, when that is a lie. */
  sizeBytes?: number;
}

export function zip(entries: readonly ZipEntry[], lie: { count?: number; directoryAt?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, data, isPacked = false, flags = 0x800, method, mode = 0o100644, crc, sizeBytes } of entries) {
    const whole = Buffer.from(data as string);
    const packed = isPacked ? deflateRawSync(whole) : whole;
    const name = Buffer.from(path);
    const fields = Buffer.concat([
      ...[uint(2, 20, 'LE'), uint(2, flags, 'LE'), uint(2, method ?? (isPacked ? 8 : 0), 'LE')],
      ...[uint(2, 0, 'LE'), uint(2, 0x21, 'LE'), uint(4, crc ?? crc32(whole), 'LE'), uint(4, packed.length, 'LE')],
      ...[uint(4, sizeBytes ?? whole.length, 'LE'), uint(2, name.length, 'LE'), uint(2, 0, 'LE')],
    ]);
    const file = Buffer.concat([uint(4, 0x04034b50, 'LE'), fields, name, packed]);
    directory.push(
      ...[uint(4, 0x02014b50, 'LE'), uint(2, 0x0314, 'LE'), fields, uint(2, 0, 'LE'), uint(2, 0, 'LE')],
      ...[uint(2, 0, 'LE'), uint(4, mode * 0x10000, 'LE'), uint(4, at, 'LE'), name],
    );
    parts.push(file);
    at += file.length;
  }
  const list = Buffer.concat(directory);
  const count = uint(2, lie.count ?? entries.length, 'LE');
  const end = [uint(4, 0x06054b50, 'LE'), uint(4, 0, 'LE'), count, count, uint(4, list.length, 'LE')];
  return Buffer.concat([...parts, list, ...end, uint(4, lie.directoryAt ?? at, 'LE'), uint(2, 0, 'LE')]);
}
