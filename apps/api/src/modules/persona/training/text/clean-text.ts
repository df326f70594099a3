const UNSEEN = /(?![\t\n])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]/gu;

/**
 * What people would read of a text: NFC, whole characters, `\n` between lines and one empty line between paragraphs. Marks that nobody sees go, among them those
 * that turn the direction of what follows; joiners stay, because Indic scripts and emoji are written with them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\f]/gu, '\n')
    .toWellFormed()
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Lines as a typesetter broke them: words that were cut at an end of line are put together, and lines within a paragraph. */
export const joinLines = (page: string): string =>
  page.replace(/(\p{L})[-\u2010]\n(\p{Ll})/gu, '$1$2').replace(/([^\n.!?:;])\n(?=[\p{Ll}\p{N}(“"‘'])/gu, '$1 ');
