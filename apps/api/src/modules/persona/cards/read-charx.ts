import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { CardFault, type CardNotices } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import { cardFromJson } from './card-versions.ts';
import { parseCardJson } from './json-tree.ts';
import { isPlainPath } from './plain-path.ts';
import type { CardFile } from './png-card.ts';

const LOCAL_HEADER = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const CARD_NAME = 'card.json';
const STORED = 0;
const DEFLATED = 8;
const MEBIBYTE = 1024 * 1024;
const LINK_MODE = 0o120000;
const TYPE_MODE = 0o170000;

export const isZip = (file: Buffer): boolean => file.subarray(0, 4).equals(LOCAL_HEADER);

/** Where the archive begins that RisuAI appends to a JPEG, so that a card looks like a picture; undefined without one. */
export function findArchive(file: Buffer): Buffer | undefined {
  const at = file.indexOf(LOCAL_HEADER);
  return at < 0 ? undefined : file.subarray(at);
}

/**
 * The card of a CHARX archive and all the files beside it. What an archive says of its entries (how many, how large, where to) is judged
 * before the first is unpacked, and each is unpacked to what it said and not a byte more. Throws CardFault.
 */
export async function readCharx(
  archive: Buffer,
  notices: CardNotices,
): Promise<ReturnType<typeof cardFromJson> & { files: CardFile[] }> {
  const zip = await openArchive(archive);
  const entries = await listEntries(zip);
  const cardEntry = entries.get(CARD_NAME);
  if (cardEntry === undefined) throw new CardFault('no-card', 'The archive has no card.json in it.');
  if (cardEntry.uncompressedSize > CARD_LIMITS.jsonBytesMax) {
    throw new CardFault('too-large', 'The card’s text is larger than 8 MB.');
  }
  const read = cardFromJson(parseCardJson(await unpack(zip, cardEntry), notices), notices);
  const files: CardFile[] = [];
  for (const [path, entry] of entries) {
    if (entry !== cardEntry) files.push({ path, bytes: await unpack(zip, entry) });
  }
  return { ...read, files };
}

async function openArchive(archive: Buffer): Promise<yauzl.ZipFile> {
  try {
    // Names are judged here; the library would only say that one is bad.
    return await yauzl.fromBufferPromise(archive, { decodeStrings: false, lazyEntries: true, autoClose: false });
  } catch {
    throw new CardFault('broken-archive', 'The archive is damaged.');
  }
}

async function listEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > CARD_LIMITS.archiveEntriesMax) {
    throw new CardFault('too-many', 'The archive has more than 1,000 files.');
  }
  const entries = new Map<string, yauzl.Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const path = pathOf(entry);
      judge(entry);
      bytes += entry.uncompressedSize;
      if (bytes > CARD_LIMITS.unpackedBytesMax) {
        throw new CardFault('bomb', 'The archive unpacks to more than 48 MB.');
      }
      if (path.endsWith('/')) continue;
      if (entries.has(path)) throw new CardFault('unsafe-archive', 'The archive has two files of the same name.');
      entries.set(path, entry);
    }
  } catch (error) {
    if (error instanceof CardFault) throw error;
    throw new CardFault('broken-archive', 'The archive is damaged.');
  }
  return entries;
}

function pathOf(entry: yauzl.Entry): string {
  if (entry.fileNameRaw.length > CARD_LIMITS.archivePathBytesMax) {
    throw new CardFault('unsafe-archive', 'The archive has a file with a name that is far too long.');
  }
  const path = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  if (yauzl.validateFileName(path) !== null || !isPlainPath(path)) {
    throw new CardFault('unsafe-archive', 'The archive has a file whose path leads elsewhere.');
  }
  return path;
}

function judge(entry: yauzl.Entry): void {
  if (entry.isEncrypted()) throw new CardFault('encrypted', 'The archive is encrypted.');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new CardFault('broken-archive', 'The archive is packed in a way that is not read here.');
  }
  if (((entry.externalFileAttributes >>> 16) & TYPE_MODE) === LINK_MODE) {
    throw new CardFault('unsafe-archive', 'The archive has a link in it.');
  }
  const isLarge = entry.uncompressedSize > MEBIBYTE;
  if (isLarge && entry.uncompressedSize > entry.compressedSize * CARD_LIMITS.packingRatioMax) {
    throw new CardFault('bomb', 'A file in the archive unpacks to far too much.');
  }
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const bytes = Buffer.alloc(entry.uncompressedSize);
  let at = 0;
  try {
    // The library ends the stream with an error at the first byte beyond what the entry said.
    for await (const part of await zip.openReadStreamPromise(entry)) at += (part as Buffer).copy(bytes, at);
  } catch {
    throw new CardFault('broken-archive', 'A file in the archive is damaged or not as long as it says.');
  }
  if (at !== bytes.length || crc32(bytes) !== entry.crc32) {
    throw new CardFault('broken-archive', 'A file in the archive is damaged.');
  }
  return bytes;
}
