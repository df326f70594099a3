/** A word of a text, as it was written and as it was meant: `k1ll` and `kill`. Both in small letters without accents. */
export interface Token {
  raw: string;
  folded: string;
}

/** The end of a sentence; no word is spelled like it. */
export const SENTENCE_END = '.';

/** Letters of other alphabets that look like Latin ones: used inside a Latin word they are a disguise. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  α: 'a',
  ε: 'e',
  ι: 'i',
  ο: 'o',
  ρ: 'p',
};
/** Only the common ones, and only inside a word that has letters too. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

// Every pattern here looks at one character, or at a run of one class of characters: none can go back over what it has read.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u00ad]/gu;
const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘`´]/g;
const WORD_OR_END = /[\p{L}\p{M}\p{N}@$]+|[.!?…。！？\n]/gu;
const LATIN = /[a-z]/;
const LETTER = /\p{L}/u;
const DIGITS = /^\p{N}+$/u;

/** The words of a text with the ends of its sentences. Time and size are proportional to the text. */
export function tokensOf(text: string): Token[] {
  const plain = text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, '')
    .toLowerCase();
  const tokens: Token[] = [];
  let spelled: string[] = [];
  const endSpelling = (): void => {
    // s p e l l e d out; one or two single letters are words of their own.
    if (spelled.length > 2) tokens.push(tokenOf(spelled.join('')));
    else tokens.push(...spelled.map(tokenOf));
    spelled = [];
  };
  for (const { 0: piece, index } of plain.matchAll(WORD_OR_END)) {
    const isMark = !LETTER.test(piece) && piece.length === 1 && !DIGITS.test(piece) && piece !== '@' && piece !== '$';
    if (isMark) {
      // A point inside a word or a number ends nothing.
      if (piece !== '\n' && isInside(plain, index)) continue;
      endSpelling();
      if (tokens.at(-1)?.raw !== SENTENCE_END) tokens.push({ raw: SENTENCE_END, folded: SENTENCE_END });
    } else if (piece.length === 1 && LETTER.test(piece)) spelled.push(piece);
    else {
      endSpelling();
      tokens.push(tokenOf(piece));
    }
  }
  endSpelling();
  return tokens;
}

function isInside(text: string, index: number): boolean {
  const next = text[index + 1];
  return next !== undefined && /[\p{L}\p{N}]/u.test(next);
}

function tokenOf(word: string): Token {
  return { raw: word, folded: fold(word) };
}

function fold(word: string): string {
  if (DIGITS.test(word) || !LETTER.test(word)) return word;
  let folded = '';
  let run = 0;
  const isLatin = LATIN.test(word);
  for (const char of word) {
    const meant = LEET[char] ?? (isLatin ? LOOKALIKES[char] : undefined) ?? char;
    run = folded.endsWith(meant) ? run + 1 : 1;
    // diiiie: a letter that comes three times is meant once.
    if (run === 3) folded = folded.slice(0, -1);
    if (run < 3) folded += meant;
  }
  return folded;
}
