import type { CardFormat } from '@troupe/contracts/http/cards';
import { CardFault, type CardFaultKind, type CardNotice, CardNotices } from '../cards/card-fault.ts';
import { CARD_LIMITS } from '../cards/card-limits.ts';
import { type CardPack, packFiles, unpackFiles } from '../cards/card-pack.ts';
import type { CardPersona } from '../cards/card-persona.ts';
import { type Portrait, withIcon, withoutOldIcon } from '../cards/card-portrait.ts';
import type { CardVersion } from '../cards/card-versions.ts';
import type { JsonObject } from '../cards/json-tree.ts';
import { personaToCard } from '../cards/persona-card.ts';
import { cardToPersonaDraft, type PersonaDraft } from '../cards/persona-draft.ts';
import { fitsPicture, jsonBytes, pictureAlone, writePngCard } from '../cards/png-card.ts';
import { readCard } from '../cards/read-card.ts';
import { writeCharx } from '../cards/write-charx.ts';
import type { StoredBook } from '../lorebook/stored-book.ts';

export interface ReadTask {
  kind: 'read';
  file: Uint8Array;
}
export interface WriteTask {
  kind: 'write';
  format: CardFormat;
  persona: CardPersona;
  lorebook: StoredBook | null;
  cardExtras: JsonObject | null;
  /** A PNG of ours; not looked at for JSON. */
  portrait: Omit<Portrait, 'png'> & { png: Uint8Array };
  /** What came with the card. */
  pack: Pick<CardPack, 'files' | 'bytes'> | null;
}

/** What a file said, without the file. */
export interface ReadResult extends PersonaDraft {
  writtenAs: CardVersion;
  notices: CardNotice[];
  /** As it came, but for texts in it. */
  picture: Uint8Array | null;
  /** All else that came with it, and its picture if that is one of them. */
  pack: CardPack | null;
}

export type CardResult =
  | { kind: 'read'; read: ReadResult }
  | { kind: 'written'; bytes: Uint8Array }
  | { kind: 'fault'; fault: CardFaultKind; message: string };

/** What a worker does: the reading and writing of files, which is work of up to a second without a pause. */
export async function doCardTask(task: ReadTask | WriteTask): Promise<CardResult> {
  try {
    if (task.kind === 'read') return { kind: 'read', read: await read(Buffer.from(task.file)) };
    return { kind: 'written', bytes: write(task) };
  } catch (error) {
    if (error instanceof CardFault) return { kind: 'fault', fault: error.kind, message: error.message };
    throw error;
  }
}

async function read(file: Buffer): Promise<ReadResult> {
  const { card, picture, files, notices: said, writtenAs } = await readCard(file);
  const notices = new CardNotices();
  for (const { kind, message } of said) notices.add(kind, message);
  const pack = packFiles(files);
  const draft = cardToPersonaDraft(card, notices);
  const shown = bare(picture, notices);
  return { ...draft, writtenAs, notices: notices.all, picture: shown, pack };
}

/** An icon may be broken, as nothing else of a card may: it is left, and its creator is told. */
function bare(picture: Buffer | null, notices: CardNotices): Buffer | null {
  try {
    return picture === null ? null : pictureAlone(picture);
  } catch (error) {
    if (!(error instanceof CardFault)) throw error;
    notices.add('picture-left', `The card’s picture was not taken. ${error.message}`);
    return null;
  }
}

function write({ format, persona, lorebook, cardExtras, portrait: shown, pack }: WriteTask): Buffer {
  const card = personaToCard(persona, lorebook, cardExtras);
  if (format === 'json') return jsonBytes(card);
  const parts = { card, files: pack === null ? [] : unpackFiles(pack) };
  const portrait = { ...shown, png: Buffer.from(shown.png) };
  if (format === 'png') return writePicture(withoutOldIcon(parts, portrait), portrait.png);
  const archive = withIcon(parts, portrait);
  return writeCharx(archive.card, archive.files);
}

/** With the files that a picture can carry, unless nobody would read so large a picture. */
function writePicture({ card, files }: ReturnType<typeof withoutOldIcon>, png: Buffer): Buffer {
  const whole = writePngCard(png, card, files.filter(fitsPicture));
  return whole.length <= CARD_LIMITS.fileBytesMax ? whole : writePngCard(png, card);
}
