import type { CharacterCard } from './character-card.ts';
import type { CardFile } from './png-card.ts';
import { iconOf, mainIconFile } from './read-charx.ts';

/** Where a card has its main icon in an archive that has none yet. */
const ICON_PATH = 'assets/icon/image/main.png';
/** Of a picture, the specification says, this is the picture itself. */
const ITSELF = 'ccdefault:';

/** What a persona looks like when its card is written. */
export interface Portrait {
  png: Buffer;
  /** It is not the one that was made of the card's own picture: that one goes out no more as what it looks like. */
  isNew: boolean;
  /** Drawn by somebody, and not one of plain colour. */
  isDrawn: boolean;
}

interface Parts {
  card: CharacterCard;
  files: readonly CardFile[];
}

/** The archive's parts: as they came, if the persona still looks as it came; else with its portrait as the main icon. */
export function withIcon({ card, files }: Parts, { png, isNew, isDrawn }: Portrait): Parts {
  const icon = mainIconFile(card, files);
  const portrait = { path: ICON_PATH, bytes: png };
  const others = files.filter(({ path }) => path !== ICON_PATH);
  if (icon !== undefined) {
    return isNew ? { card: iconAt(card, `embeded://${ICON_PATH}`), files: [...others, portrait] } : { card, files };
  }
  // A file of that name that is no icon stays what it is.
  if (others.length < files.length || (files.length > 0 && !isDrawn)) return { card, files };
  return { card, files: [...files, portrait] };
}

/** The same for a picture, which is a portrait by itself. */
export function withoutOldIcon({ card, files }: Parts, { isNew }: Portrait): Parts {
  return isNew && mainIconFile(card, files) !== undefined ? { card: iconAt(card, ITSELF), files } : { card, files };
}

function iconAt(card: CharacterCard, uri: string): CharacterCard {
  const icon = iconOf(card);
  const assets = (card.data.assets ?? []).map((asset) => (asset === icon ? { ...asset, uri, ext: 'png' } : asset));
  return { ...card, data: { ...card.data, assets } };
}
