import { crc32, inflateSync } from 'node:zlib';
import { CardFault } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum around a chunk's data. */
const FRAME_BYTES = 12;

/** A part of a picture; `data` is a view into the file, nothing is copied. */
export interface PngChunk {
  type: string;
  data: Buffer;
}

/** All chunks up to and with IEND; what follows it is no part of the picture. Throws `broken-picture`, `too-many`. */
export function readPngChunks(file: Buffer): PngChunk[] {
  const chunks: PngChunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (at + FRAME_BYTES <= file.length) {
    const length = file.readUInt32BE(at);
    if (length > file.length - at - FRAME_BYTES) throw new CardFault('broken-picture', 'The picture is cut off.');
    const end = at + 8 + length;
    const type = file.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) throw new CardFault('broken-picture', 'The picture’s parts don’t hold together.');
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) {
      throw new CardFault('broken-picture', 'The picture is damaged: a checksum is wrong.');
    }
    chunks.push({ type, data: file.subarray(at + 8, end) });
    if (chunks.length > CARD_LIMITS.pngChunksMax) throw new CardFault('too-many', 'The picture has too many parts.');
    if (chunks.length === 1 && type !== 'IHDR') throw new CardFault('broken-picture', 'The picture has no beginning.');
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  throw new CardFault('broken-picture', 'The picture has no end.');
}

export function writePngChunks(chunks: readonly PngChunk[]): Buffer {
  const parts = chunks.flatMap(({ type, data }) => {
    const name = Buffer.from(type, 'latin1');
    return [uint32(data.length), name, data, uint32(crc32(data, crc32(name)))];
  });
  return Buffer.concat([PNG_SIGNATURE, ...parts]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const KEYWORD_BYTES_MAX = 79;

/** A text chunk's keyword, or undefined for other chunks and for keywords that can't be. */
export function keywordOf({ type, data }: PngChunk): string | undefined {
  if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') return undefined;
  const end = data.subarray(0, KEYWORD_BYTES_MAX + 1).indexOf(0);
  return end < 1 ? undefined : data.toString('latin1', 0, end);
}

/**
 * The text of a text chunk as bytes, unpacked to at most `bytesMax`. Cards are written as tEXt; zTXt and iTXt come from picture programs
 * that rewrite their texts. Throws `bomb`, `too-large`, `broken-picture`.
 */
export function textOf(chunk: PngChunk, bytesMax: number): Buffer {
  const after = (from: number): number => {
    const at = chunk.data.indexOf(0, from);
    if (at < 0) throw new CardFault('broken-picture', 'A text in the picture is cut off.');
    return at + 1;
  };
  const start = after(0);
  if (chunk.type === 'tEXt') return bounded(chunk.data.subarray(start), bytesMax);
  if (chunk.type === 'zTXt') return unpack(chunk.data[start], chunk.data.subarray(start + 1), bytesMax);
  // iTXt: is it packed, by which method, language, translated keyword, text.
  const text = chunk.data.subarray(after(after(start + 2)));
  return chunk.data[start] === 1 ? unpack(chunk.data[start + 1], text, bytesMax) : bounded(text, bytesMax);
}

function bounded(bytes: Buffer, bytesMax: number): Buffer {
  if (bytes.length > bytesMax) throw new CardFault('too-large', 'The card’s text is larger than 8 MB.');
  return bytes;
}

function unpack(method: number | undefined, bytes: Buffer, bytesMax: number): Buffer {
  if (method !== 0) throw new CardFault('broken-picture', 'A text in the picture is packed in an unknown way.');
  try {
    return inflateSync(bytes, { maxOutputLength: bytesMax });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new CardFault('bomb', 'A text in the picture unpacks to far too much.');
    throw new CardFault('broken-picture', 'A packed text in the picture is damaged.');
  }
}
