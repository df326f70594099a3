import type { CardAsset, CharacterCard } from './character-card.ts';
import type { CardFile } from './png-card.ts';

/** Where an archive of ours has the main icon of a card that names none. */
export const ICON_PATH = 'assets/icon/image/main.png';

/** The asset that is the card's main icon. */
export function iconOf(card: CharacterCard): CardAsset | undefined {
  const icons = (card.data.assets ?? []).filter(({ type }) => type === 'icon');
  return icons.find(({ name }) => name === 'main') ?? icons[0];
}

/** The picture of the card, unread: the file that its main icon names, the `data:` in its icon or avatar, or the file where ours is. */
export function mainIcon(card: CharacterCard, files: readonly CardFile[]): Buffer | undefined {
  const uri = iconOf(card)?.uri;
  // The specification's own spelling, the right one, and the bare path that some programs write.
  const path = uri?.replace(/^embedd?ed:\/\//i, '');
  const named = files.find((file) => file.path === path)?.bytes ?? dataOf(uri);
  return named ?? dataOf(avatarOf(card)) ?? files.find((file) => file.path === ICON_PATH)?.bytes;
}

/** V2 has no assets; editors of its time write an avatar into `data` or beside it. */
const avatarOf = (card: CharacterCard): unknown => card.data['avatar'] ?? card['avatar'];

/** What stands in a `data:` address (RFC 2397). Whether it is a picture is for whoever decodes it to say. */
function dataOf(uri: unknown): Buffer | undefined {
  if (typeof uri !== 'string' || !/^data:/i.test(uri)) return undefined;
  const comma = uri.indexOf(',');
  if (comma < 0) return undefined;
  const isBase64 = /;base64$/i.test(uri.slice(Math.max(0, comma - 10), comma));
  return Buffer.from(uri.slice(comma + 1), isBase64 ? 'base64' : 'utf8');
}
