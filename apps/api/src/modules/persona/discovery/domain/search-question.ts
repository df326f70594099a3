/** A word of a question: as it was folded, the letters that it falls into in scripts without spaces, and what else it may mean. */
export interface AskedWord {
  /** One part for most words; a letter each in scripts that write without spaces, and then they are looked for as a phrase. */
  parts: readonly string[];
  alternatives: readonly string[];
}

/** A word of one letter means itself, one of two is the beginning of another only while it is typed: at the end. */
const PREFIX_CHARS_MIN = 3;
const PREFIX_CHARS_MIN_AT_END = 2;

/**
 * The question as Postgres asks it (tsquery): every word, or what it may have meant, is in the document, and the last letters may still be missing.
 * Words are letters and digits only; their quotes are doubled all the same. Undefined when there is nothing to look for.
 */
export function tsqueryOf(words: readonly AskedWord[]): string | undefined {
  if (words.length === 0) return undefined;
  return words.map((word, index) => oneOf(word, index === words.length - 1)).join(' & ');
}

function oneOf({ parts, alternatives }: AskedWord, isLast: boolean): string {
  const asked = parts.map((part, index) => lexeme(part, index === parts.length - 1 && isPrefix(part, isLast)));
  const choices = [asked.join(' <-> '), ...alternatives.map((word) => lexeme(word, false))];
  return choices.length === 1 && parts.length === 1 ? choices.join('') : `(${choices.join(' | ')})`;
}

const isPrefix = (word: string, isLast: boolean): boolean =>
  word.length >= (isLast ? PREFIX_CHARS_MIN_AT_END : PREFIX_CHARS_MIN);

const lexeme = (word: string, prefix: boolean): string => `'${word.replaceAll("'", "''")}'${prefix ? ':*' : ''}`;
