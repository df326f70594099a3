import { CardFault } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import { isJson, PACKED_TEXT_BYTES_MAX } from './card-text.ts';

/**
 * Where WebP and JPEG carry cards. No specification covers them (V1's says so); TavernAI and early SillyTavern wrote WebP cards as EXIF
 * UserComment, either as JSON or as the JSON's bytes in decimal with commas (SillyTavern, src/character-card-parser.js of 2023).
 */
const USER_COMMENT = 0x9286;
const EXIF_DIRECTORY = 0x8769;
const TAG_BYTES = 12;
const TYPE_BYTES = new Map([
  [1, 1],
  [2, 1],
  [7, 1],
]);
const [ZERO, NINE, COMMA] = [0x30, 0x39, 0x2c];
const CHARSETS = ['ASCII\0\0\0', 'UNICODE\0', 'JIS\0\0\0\0\0', '\0\0\0\0\0\0\0\0'];

export const isWebp = (file: Buffer): boolean =>
  file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';
export const isJpeg = (file: Buffer): boolean => file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff;

/** The bytes of a card's text in a picture's EXIF: base64 or JSON. Throws `no-card`, `broken-picture`, `too-large`. */
export function readExifCard(file: Buffer): Buffer {
  const exif = isWebp(file) ? webpExif(file) : jpegExif(file);
  const comment = exif === undefined ? undefined : userComment(exif);
  if (comment === undefined) throw new CardFault('no-card', 'The picture carries no character card.');
  if (comment.length > PACKED_TEXT_BYTES_MAX * 4)
    throw new CardFault('too-large', 'The card’s text is larger than 8 MB.');
  return isJson(comment) ? comment : (decimalBytes(comment) ?? comment);
}

function webpExif(file: Buffer): Buffer | undefined {
  let at = 12;
  for (let chunks = 0; at + 8 <= file.length; chunks += 1) {
    if (chunks > CARD_LIMITS.pngChunksMax) throw new CardFault('too-many', 'The picture has too many parts.');
    const length = file.readUInt32LE(at + 4);
    if (length > file.length - at - 8) throw new CardFault('broken-picture', 'The picture is cut off.');
    if (file.toString('latin1', at, at + 4) === 'EXIF') return withoutHeader(file.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function jpegExif(file: Buffer): Buffer | undefined {
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    // The picture itself begins: nothing is said after this.
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = file.readUInt16BE(at + 2);
    if (length < 2 || length > file.length - at - 2) throw new CardFault('broken-picture', 'The picture is cut off.');
    const segment = file.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0') return segment.subarray(6);
    at += 2 + length;
  }
  return undefined;
}

/** Some programs put JPEG's header before the EXIF of a WebP too. */
const withoutHeader = (exif: Buffer): Buffer =>
  exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;

function userComment(tiff: Buffer): Buffer | undefined {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) {
    throw new CardFault('broken-picture', 'The picture’s EXIF is damaged.');
  }
  const reader = new TiffReader(tiff, order === 'II');
  const first = reader.uint32(4);
  const comment = reader.value(first, USER_COMMENT);
  if (comment !== undefined) return withoutCharset(comment);
  const directory = reader.pointer(first, EXIF_DIRECTORY);
  const inner = directory === undefined ? undefined : reader.value(directory, USER_COMMENT);
  return inner === undefined ? undefined : withoutCharset(inner);
}

function withoutCharset(bytes: Buffer): Buffer {
  const head = bytes.toString('latin1', 0, 8);
  return CHARSETS.includes(head) ? bytes.subarray(8) : bytes;
}

/** `123,34,110,…`: what a byte array looks like when it is turned into text. */
function decimalBytes(text: Buffer): Buffer | undefined {
  const bytes = Buffer.alloc(Math.ceil(text.length / 2));
  let count = 0;
  let value = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text[at] ?? 0;
    if (code === COMMA && value >= 0) {
      bytes[count] = value;
      count += 1;
      value = -1;
    } else if (code >= ZERO && code <= NINE && value <= 25) value = Math.max(value, 0) * 10 + code - ZERO;
    else if (code !== 0) return undefined;
  }
  if (value >= 0) bytes[count] = value;
  return count === 0 ? undefined : bytes.subarray(0, value >= 0 ? count + 1 : count);
}

/** Two directories at most are looked into, and each pointer is checked: no way to run in circles or out of the bytes. */
class TiffReader {
  private readonly tiff: Buffer;
  private readonly isLittle: boolean;

  constructor(tiff: Buffer, isLittle: boolean) {
    this.tiff = tiff;
    this.isLittle = isLittle;
  }

  uint32(at: number): number {
    this.check(at, 4);
    return this.isLittle ? this.tiff.readUInt32LE(at) : this.tiff.readUInt32BE(at);
  }

  pointer(directory: number, tag: number): number | undefined {
    const at = this.find(directory, tag);
    return at === undefined ? undefined : this.uint32(at + 8);
  }

  value(directory: number, tag: number): Buffer | undefined {
    const at = this.find(directory, tag);
    if (at === undefined) return undefined;
    const length = this.uint32(at + 4) * (TYPE_BYTES.get(this.uint16(at + 2)) ?? 0);
    const start = length <= 4 ? at + 8 : this.uint32(at + 8);
    this.check(start, length);
    return this.tiff.subarray(start, start + length);
  }

  private find(directory: number, tag: number): number | undefined {
    const count = this.uint16(directory);
    if (count > CARD_LIMITS.exifTagsMax) throw new CardFault('too-many', 'The picture has too many EXIF tags.');
    for (let index = 0; index < count; index += 1) {
      const at = directory + 2 + index * TAG_BYTES;
      if (this.uint16(at) === tag) return at;
    }
    return undefined;
  }

  private uint16(at: number): number {
    this.check(at, 2);
    return this.isLittle ? this.tiff.readUInt16LE(at) : this.tiff.readUInt16BE(at);
  }

  private check(at: number, length: number): void {
    if (at + length > this.tiff.length) throw new CardFault('broken-picture', 'The picture’s EXIF is damaged.');
  }
}
