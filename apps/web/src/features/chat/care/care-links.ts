/** What a telephone dials for a number as people write it: `116 123` is `tel:116123`. */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+*#]/g, '')}`;
}

/** The address of a line's own site with the name to show for it; null when it isn't one that is safe to open. */
export function siteOf(url: string | null): { href: string; name: string } | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href, hostname } = new URL(url);
  return protocol === 'https:' ? { href, name: hostname.replace(/^www\./, '') } : null;
}

/** The first of the fan's languages that names a region; only a region says where somebody may be. */
export function regionalLocale(languages: readonly string[]): string | undefined {
  return languages.find((tag) => /^[a-z]{2,3}(-[a-z]{4})?-[a-z]{2}$/i.test(tag));
}
