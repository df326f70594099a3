import type { PersonaCard } from '@troupe/contracts/http/persona';

export const PICTURE_SIZE = { width: 1200, height: 630 };

/** What of a picture's address says that something else is drawn now, so that it may be kept for long. */
interface Drawn {
  path: string;
  alt: string;
  parts: readonly string[];
}

export const personaPicture = ({
  slug,
  name,
  hook,
  portrait,
}: Pick<PersonaCard, 'slug' | 'name' | 'hook' | 'portrait'>) =>
  sharedPicture({ path: `/og/p/${slug}`, alt: `${name} on Troupe`, parts: [name, hook, portrait[0]?.url ?? ''] });

export const creatorPicture = (creator: { handle: string; displayName: string; picture: readonly { url: string }[] }) =>
  sharedPicture({
    path: `/og/creators/${creator.handle}`,
    alt: `${creator.displayName} on Troupe`,
    parts: [creator.displayName, creator.picture[0]?.url ?? ''],
  });

/** A picture of a link, as its page's metadata names it. */
function sharedPicture({ path, alt, parts }: Drawn) {
  return { url: `${path}?v=${hash(parts.join('\n'))}`, ...PICTURE_SIZE, alt, type: 'image/png' };
}

/** FNV-1a: tells texts apart, no more. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(36);
}
