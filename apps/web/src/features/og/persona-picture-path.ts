import type { PersonaCard } from '@troupe/contracts/http/persona';

export const PICTURE_SIZE = { width: 1200, height: 630 };

/** The picture of a shared link. Its address changes with what is drawn, so that it may be kept for long. */
export function personaPicture({
  slug,
  name,
  hook,
  portrait,
}: Pick<PersonaCard, 'slug' | 'name' | 'hook' | 'portrait'>) {
  const drawn = [name, hook, portrait[0]?.url ?? ''].join('\n');
  return { url: `/og/p/${slug}?v=${hash(drawn)}`, ...PICTURE_SIZE, alt: `${name} on Troupe`, type: 'image/png' };
}

/** FNV-1a: tells texts apart, no more. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(36);
}
