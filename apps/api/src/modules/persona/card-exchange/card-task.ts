import type { CardFormat } from '@troupe/contracts/http/cards';
import { CardFault, type CardFaultKind, type CardNotice, CardNotices } from '../cards/card-fault.ts';
import type { CardPersona } from '../cards/card-persona.ts';
import type { CardVersion } from '../cards/card-versions.ts';
import type { JsonObject } from '../cards/json-tree.ts';
import { personaToCard } from '../cards/persona-card.ts';
import { cardToPersonaDraft, type PersonaDraft } from '../cards/persona-draft.ts';
import { jsonBytes, pictureAlone, writePngCard } from '../cards/png-card.ts';
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
  /** A PNG of ours. */
  picture: Uint8Array;
}

/** What a file said, without the file. */
export interface ReadResult extends PersonaDraft {
  writtenAs: CardVersion;
  notices: CardNotice[];
  /** As it came, but for texts in it. */
  picture: Uint8Array | null;
}

export type CardResult =
  | { kind: 'read'; read: ReadResult }
  | { kind: 'written'; bytes: Uint8Array }
  | { kind: 'fault'; fault: CardFaultKind; message: string };

/** Where a card has its main icon in an archive that has none yet. */
const ICON_PATH = 'assets/icon/image/main.png';

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
  const left = picture !== null && files.some(({ bytes }) => bytes === picture) ? files.length - 1 : files.length;
  if (left > 0) notices.add('files-left', 'Other files came with the card; they are not kept here.');
  const draft = cardToPersonaDraft(card, notices);
  return { ...draft, writtenAs, notices: notices.all, picture: picture === null ? null : pictureAlone(picture) };
}

function write({ format, persona, lorebook, cardExtras, picture }: WriteTask): Buffer {
  const card = personaToCard(persona, lorebook, cardExtras);
  if (format === 'json') return jsonBytes(card);
  const bytes = Buffer.from(picture);
  return format === 'png' ? writePngCard(bytes, card) : writeCharx(card, [{ path: ICON_PATH, bytes }]);
}
