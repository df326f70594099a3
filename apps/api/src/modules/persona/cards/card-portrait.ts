import type { CharacterCard } from './character-card.ts';
import { ICON_PATH, iconOf, mainIcon } from './main-icon.ts';
import type { CardFile } from './png-card.ts';

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
  const hadIcon = mainIcon(card, files) !== undefined;
  if (hadIcon ? !isNew : !isDrawn) return { card, files };
  const pictured = [...files.filter(({ path }) => path !== ICON_PATH), { path: ICON_PATH, bytes: png }];
  // The picture that the card came in is named nowhere in it, and it goes out to the letter.
  return { card: isNew ? iconAt(card, `embeded://${ICON_PATH}`) : card, files: pictured };
}

/** The same for a picture, which is a portrait by itself. */
export function withoutOldIcon({ card, files }: Parts, { isNew }: Portrait): Parts {
  const isOld = isNew && iconOf(card) !== undefined && mainIcon(card, files) !== undefined;
  return isOld ? { card: iconAt(card, ITSELF), files } : { card, files };
}

function iconAt(card: CharacterCard, uri: string): CharacterCard {
  const assets = card.data.assets ?? [];
  const icon = iconOf(card) ?? { type: 'icon', name: 'main' };
  const now = { ...icon, uri, ext: 'png' };
  const others = assets.map((asset) => (asset === icon ? now : asset));
  return { ...card, data: { ...card.data, assets: others.includes(now) ? others : [now, ...others] } };
}
