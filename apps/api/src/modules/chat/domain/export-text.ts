const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;
/** What begins a link, an image, a reference, code or a tag; a backslash before ASCII punctuation shows that character. */
const INLINE = /[\\`[\]<>&]/g;
/** What makes a line a heading, a list, a table, a fence or a rule. */
const LINE_START = /^([#=~|+-])|^(\d{1,9})([.)])/;

/** One line of a person's text for a Markdown document. *Actions* stay what they are; all that could build a document is shown as it was written. */
export function escapeLine(line: string): string {
  return (
    line
      // No-break spaces: four plain ones would begin a code block.
      .replace(/^[ \t]+/, (indent) => '\u00a0'.repeat(indent.length))
      .replace(INLINE, '\\$&')
      .replace(LINE_START, (_, mark?: string, number?: string, end?: string) =>
        mark === undefined ? `${number}\\${end}` : `\\${mark}`,
      )
  );
}

/** A text as a quote that nothing in it can leave: each line has its mark. */
export function quote(text: string): string {
  return text
    .split(LINE_ENDS)
    .map((line) => (line.trim() === '' ? '>' : `> ${escapeLine(line)}`))
    .join('\n');
}

/** A name in one line of a document. */
export const escapeName = (name: string): string => escapeLine(name).replaceAll('*', '\\*').replaceAll('_', '\\_');

/** A file name of plain letters, digits and dashes, whatever the conversation is called. */
export function fileNameOf(name: string, day: string, extension: 'md' | 'json'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'conversation' : plain}-${day}.${extension}`;
}
