const NAME_CHARS_MAX = 20;
const TAIL_CHARS = 4;
/** Letters and digits that can't be taken for one another. */
const TAIL_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * A handle from a name and some chance: `Åsa Lind` → `asa_lind_k3f9`. The tail makes handles hard to guess by name alone, so that coins
 * aren't sent to a namesake. Always of the shape that the database asks for. Wants at least four random bytes.
 */
export function suggestHandle(name: string, random: Uint8Array): string {
  const base = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, NAME_CHARS_MAX)
    .replace(/^_+|_+$/g, '');
  const tail = [...random.slice(0, TAIL_CHARS)].map((byte) => TAIL_ALPHABET[byte % TAIL_ALPHABET.length]).join('');
  return `${base === '' ? 'guest' : base}_${tail}`;
}
