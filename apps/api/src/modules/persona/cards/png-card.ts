import { CardFault, CardNotices } from './card-fault.ts';
import { CARD_LIMITS } from './card-limits.ts';
import { cardFromText, decodeBase64, PACKED_TEXT_BYTES_MAX, type ReadText } from './card-text.ts';
import { toV2 } from './card-versions.ts';
import type { CardBook, CardData, CharacterCard } from './character-card.ts';
import { isPlainPath } from './plain-path.ts';
import { keywordOf, PNG_SIGNATURE, type PngChunk, readPngChunks, textOf, writePngChunks } from './png-chunks.ts';

/** A file beside the card: `1` of a picture's `__asset:1`, `assets/icon/main.png` of an archive. */
export interface CardFile {
  path: string;
  bytes: Buffer;
}

const ASSET_PREFIX = 'chara-ext-asset_:';
const ASSET_KEYWORD = /^chara-ext-asset_:?(.{1,70})$/;
/** Latin-1 of at most 79 bytes, with no more than single blanks inside, as the PNG specification (11.3.3.1) has keywords. */
const KEYWORD = /^(?=.{1,79}$)[!-~\xa1-\xff]+(?: [!-~\xa1-\xff]+)*$/;
const CARD_KEYWORDS = ['ccv3', 'chara'] as const;

/** Said in the `chara` chunk beside a `ccv3` one, as the V3 specification asks; taken off again when only that one survives. */
const BACKFILL_NOTE =
  'This character card is a Character Card V3, read here as a V2: a program that knows V3 shows all of it.';

export const isPng = (file: Buffer): boolean => file.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
const cardKeyword = (chunk: PngChunk): string | undefined => {
  // SillyTavern, too, reads the keywords in any case (src/character-card-parser.js); V1's specification spells it `Chara`.
  const keyword = keywordOf(chunk)?.toLowerCase();
  return CARD_KEYWORDS.find((known) => known === keyword);
};

/**
 * The card of a PNG or APNG: `ccv3` before `chara`, and the first of several. When one can't be read the next is tried, and a notice says so.
 * Throws the first one's CardFault, or `no-card`.
 */
export function readPngCard(file: Buffer, notices: CardNotices): ReadText & { isAnimated: boolean; files: CardFile[] } {
  const chunks = readPngChunks(file);
  const found = CARD_KEYWORDS.flatMap((keyword) => chunks.filter((chunk) => cardKeyword(chunk) === keyword));
  if (found.length === 0) throw new CardFault('no-card', 'The picture carries no character card.');
  const read = firstReadable(found, notices);
  stripBackfillNote(read.card.data);
  return { ...read, isAnimated: chunks.some(({ type }) => type === 'acTL'), files: readAssets(chunks) };
}

/** More of them are never tried: each may cost as much as a whole card. */
const TRIES_MAX = 2;

function firstReadable(found: readonly PngChunk[], notices: CardNotices): ReadText {
  let firstFault: unknown;
  for (const chunk of found.slice(0, TRIES_MAX)) {
    const own = new CardNotices();
    try {
      const read = cardFromText(textOf(chunk, PACKED_TEXT_BYTES_MAX), own);
      for (const { kind, message } of own.all) notices.add(kind, message);
      if (firstFault !== undefined) {
        notices.add(
          'other-card-taken',
          'The newest card in the picture could not be read; an older one in it was taken.',
        );
      }
      return read;
    } catch (error) {
      if (!(error instanceof CardFault)) throw error;
      firstFault ??= error;
    }
  }
  throw firstFault;
}

function stripBackfillNote(data: CardData): void {
  if (data.creator_notes?.endsWith(BACKFILL_NOTE) === true) {
    data.creator_notes = data.creator_notes.slice(0, -BACKFILL_NOTE.length).trimEnd();
  }
}

/** RisuAI's `chara-ext-asset_:1`; a damaged one fails the file, because the card would go out without it, and so does one that no archive can carry. */
function readAssets(chunks: readonly PngChunk[]): CardFile[] {
  let bytesLeft: number = CARD_LIMITS.unpackedBytesMax;
  const files: CardFile[] = [];
  for (const chunk of chunks) {
    const path = ASSET_KEYWORD.exec(keywordOf(chunk) ?? '')?.[1];
    if (path === undefined) continue;
    if (files.length >= CARD_LIMITS.archiveEntriesMax)
      throw new CardFault('too-many', 'The card brings too many files.');
    if (!isPlainPath(path) || path === 'card.json' || files.some((file) => file.path === path)) {
      throw new CardFault(
        'unsafe-archive',
        'A file in the picture has a name that leads elsewhere, or another has it.',
      );
    }
    const bytes = decodeBase64(textOf(chunk, Math.ceil(bytesLeft * 1.4)));
    bytesLeft -= bytes.length;
    if (bytesLeft < 0) throw new CardFault('too-large', 'The card’s files are larger than 48 MB.');
    files.push({ path, bytes });
  }
  return files;
}

/**
 * The picture with this card and no other: `ccv3`, and the same as `chara` for programs that know V2 only. `picture` is a PNG or APNG that
 * somebody has checked; cards and files of cards that are in it go. Throws `unknown-format`, `broken-picture`, `too-large`.
 */
export function writePngCard(picture: Buffer, card: CharacterCard, files: readonly CardFile[] = []): Buffer {
  if (!isPng(picture)) throw new CardFault('unknown-format', 'A card is written into a PNG picture.');
  const chunks = readPngChunks(picture).filter(
    (chunk) => cardKeyword(chunk) === undefined && !ASSET_KEYWORD.test(keywordOf(chunk) ?? ''),
  );
  const assets = files.map(({ path, bytes }) => textChunk(`${ASSET_PREFIX}${path}`, bytes));
  const cards = [textChunk('chara', jsonBytes(backfill(card))), textChunk('ccv3', jsonBytes(card))];
  return writePngChunks([...chunks.slice(0, -1), ...assets, ...cards, ...chunks.slice(-1)]);
}

/** Whether a picture can carry a file of this name. */
export const fitsPicture = ({ path }: CardFile): boolean => KEYWORD.test(`${ASSET_PREFIX}${path}`);

const TEXT_TYPES = new Set(['tEXt', 'zTXt', 'iTXt']);

/** The picture alone: what it carries besides may be many times its size. */
export function pictureAlone(picture: Buffer): Buffer {
  if (!isPng(picture)) return picture;
  return writePngChunks(readPngChunks(picture).filter(({ type }) => !TEXT_TYPES.has(type)));
}

function backfill(card: CharacterCard): ReturnType<typeof toV2> {
  const old = toV2(card);
  const notes = old.data.creator_notes ?? '';
  const data: CardData = { ...old.data, creator_notes: notes === '' ? BACKFILL_NOTE : `${notes}\n\n${BACKFILL_NOTE}` };
  if (data.character_book) data.character_book = withoutDecorators(data.character_book);
  return { ...old, data };
}

/** V2 programs would send `@@depth 4` to the model; the V3 specification says to leave them out. */
function withoutDecorators(book: CardBook): CardBook {
  const strip = (content: string): string => content.replace(/^(?:@@[^\n]*(?:\n|$))+\n*/, '');
  return {
    ...book,
    entries: book.entries.map((entry) =>
      entry.content === undefined ? entry : { ...entry, content: strip(entry.content) },
    ),
  };
}

/** What is read of a card is what is written of one. Throws `too-large`. */
export function jsonBytes(card: CharacterCard | ReturnType<typeof toV2>, indent = 0): Buffer {
  const bytes = Buffer.from(JSON.stringify(card, undefined, indent), 'utf8');
  if (bytes.length > CARD_LIMITS.jsonBytesMax) throw new CardFault('too-large', 'The card’s text is larger than 8 MB.');
  return bytes;
}

function textChunk(keyword: string, bytes: Buffer): PngChunk {
  if (!KEYWORD.test(keyword))
    throw new CardFault('unsafe-archive', 'A file of the card has a name that no picture can carry.');
  return { type: 'tEXt', data: Buffer.from(`${keyword}\0${bytes.toString('base64')}`, 'latin1') };
}
