/** Any base will do: it only tells whether a path stays on its own origin. */
const BASE = 'http://troupe.invalid';

/**
 * Where to go after signing in. Takes only a path of this site, so that a link to the sign-in page can't send anybody
 * elsewhere; everything else becomes `fallback`.
 */
export function safeNextPath(next: string | string[] | null | undefined, fallback = '/'): string {
  if (typeof next !== 'string' || !next.startsWith('/') || hasTrickyCharacter(next)) return fallback;
  const url = URL.parse(next, BASE);
  if (url === null || url.origin !== BASE || url.pathname.startsWith('//')) return fallback;
  if (/^\/(?:login|register|api)(?:\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

/** Browsers read a backslash as a slash and skip tabs and line ends, which turns a path into another host. */
function hasTrickyCharacter(path: string): boolean {
  return [...path].some((character) => character === '\\' || character < ' ');
}

/** The sign-in page, leading back to `next`. */
export function loginPath(next: string): string {
  return next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`;
}
