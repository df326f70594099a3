const BASE_CHARS_MAX = 60;
const TAIL_CHARS = 4;
/** Letters and digits that can't be taken for one another. */
const TAIL_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Paths beside `/personas/:slug` that are something else, or may become it. */
const ROUTES = new Set([
  ...['blocked', 'tags', 'search', 'featured', 'following', 'trending', 'new', 'mine'],
  ...['suggestions', 'wishes'],
]);

/** The address of a draft: nobody but its creator ever sees it. */
export const draftSlug = (personaId: string): string => `draft-${personaId}`;

/** A slug from a name: `Åsa Lind` → `asa-lind`; undefined for a name without a letter that an address can hold, and for one that is a route. */
export function slugOf(name: string): string | undefined {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, BASE_CHARS_MAX)
    .replace(/^-+|-+$/g, '');
  return slug === '' || slug.startsWith('draft-') || ROUTES.has(slug) ? undefined : slug;
}

/** The same with a tail, for a slug that is taken. Wants at least four random bytes. */
export function slugWithTail(slug: string | undefined, random: Uint8Array): string {
  const tail = [...random.slice(0, TAIL_CHARS)].map((byte) => TAIL_ALPHABET[byte % TAIL_ALPHABET.length]).join('');
  return `${slug ?? 'persona'}-${tail}`;
}
