import { CardFault, type CardNotice, CardNotices } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import { cardFromText, isJson } from './card-text.ts';
import type { CardVersion } from './card-versions.ts';
import type { CharacterCard } from './character-card.ts';
import { isJpeg, isWebp, readExifCard } from './exif-comment.ts';
import { mainIcon } from './main-icon.ts';
import { type CardFile, isPng, readPngCard } from './png-card.ts';
import { findArchive, isZip, readCharx } from './read-charx.ts';

export type CardContainer = 'png' | 'apng' | 'webp' | 'jpeg' | 'charx' | 'json';

export interface ReadCard {
  card: CharacterCard;
  container: CardContainer;
  writtenAs: CardVersion;
  /** The picture that came with it, unread: whoever shows it decodes and re-encodes it first. */
  picture: Buffer | null;
  /** All else that came with it, unread. */
  files: CardFile[];
  notices: CardNotice[];
}

/**
 * A character card out of a file from anybody. The format is told by the bytes, never by a name. Nothing is fetched, rendered or run; texts stay
 * the texts that they are. Memory and time are bounded by {@link CARD_LIMITS}. Rejects with CardFault for every file that is not taken.
 */
export async function readCard(file: Buffer): Promise<ReadCard> {
  if (file.length > CARD_LIMITS.fileBytesMax) throw new CardFault('too-large', 'The file is larger than 32 MB.');
  const notices = new CardNotices();
  const read = await readByFormat(file, notices);
  if ((read.card.data.assets ?? []).some(({ uri }) => /^[a-z]{3,8}:\/\//i.test(uri) && !/^embedd?ed:/i.test(uri))) {
    notices.add('remote-assets', 'The card names files elsewhere; they were not fetched.');
  }
  return { ...read, notices: notices.all };
}

async function readByFormat(file: Buffer, notices: CardNotices): Promise<Omit<ReadCard, 'notices'>> {
  if (isPng(file)) {
    const { isAnimated, ...read } = readPngCard(file, notices);
    return { ...read, container: isAnimated ? 'apng' : 'png', picture: file };
  }
  if (isZip(file)) return fromArchive(file, notices);
  if (isWebp(file)) return fromExif(file, 'webp', notices);
  if (isJpeg(file)) {
    const archive = findArchive(file);
    return archive === undefined ? fromExif(file, 'jpeg', notices) : fromArchive(archive, notices, file);
  }
  if (isJson(file)) {
    const read = cardFromText(file, notices);
    return { ...read, container: 'json', picture: mainIcon(read.card, []) ?? null, files: [] };
  }
  throw new CardFault('unknown-format', 'The file is no card: PNG, APNG, WebP, JPEG, JSON and CHARX are read.');
}

async function fromArchive(archive: Buffer, notices: CardNotices, around?: Buffer): Promise<Omit<ReadCard, 'notices'>> {
  const read = await readCharx(archive, notices);
  return { ...read, container: 'charx', picture: mainIcon(read.card, read.files) ?? around ?? null };
}

function fromExif(file: Buffer, container: 'webp' | 'jpeg', notices: CardNotices): Omit<ReadCard, 'notices'> {
  return { ...cardFromText(readExifCard(file), notices), container, picture: file, files: [] };
}
