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

/** Longer than any word that somebody would spell out. */
const SPELLED_LETTERS_MAX = 256;

/** The words of a text with the ends of its sentences. Time and size are proportional to the text. */
export function tokensOf(text: string): Token[] {
  const reader = new TokenReader();
  reader.read(text);
  return reader.end();
}

/** Reads a text in pieces; the same words come of it as of the whole, if each piece but the first begins with a blank or the end of a line. */
export class TokenReader {
  /** Letters that stand alone: whether they spell a word is known when something else follows. */
  private spelled = '';

  constructor(private readonly tokens: Token[] = []) {}

  read(piece: string): void {
    const plain = piece
      .normalize('NFKD')
      .replace(ACCENTS, '')
      .normalize('NFKC')
      .replace(UNSEEN, '')
      .replace(APOSTROPHES, '')
      .toLowerCase();
    for (const { 0: found, index } of plain.matchAll(WORD_OR_END)) {
      const isMark = !LETTER.test(found) && found.length === 1 && !DIGITS.test(found) && found !== '@' && found !== '$';
      if (isMark) {
        // A point inside a word or a number ends nothing.
        if (found !== '\n' && isInside(plain, index)) continue;
        this.endSpelling();
        if (this.tokens.at(-1)?.raw !== SENTENCE_END) this.tokens.push({ raw: SENTENCE_END, folded: SENTENCE_END });
      } else if (found.length === 1 && LETTER.test(found)) {
        this.spelled += found;
        if (this.spelled.length === SPELLED_LETTERS_MAX) this.endSpelling();
      } else {
        this.endSpelling();
        this.tokens.push(tokenOf(found));
      }
    }
  }

  /** The words so far that nothing which follows can change. */
  get settled(): readonly Token[] {
    return this.tokens;
  }

  /** All words, if this was the end. */
  end(): Token[] {
    this.endSpelling();
    return this.tokens;
  }

  /** Reads on from here without a trace in this one. */
  fork(): TokenReader {
    const fork = new TokenReader([...this.tokens]);
    fork.spelled = this.spelled;
    return fork;
  }

  /** Forgets all but the newest words. */
  keep(tokensMax: number): void {
    if (this.tokens.length > tokensMax) this.tokens.splice(0, this.tokens.length - tokensMax);
  }

  private endSpelling(): void {
    // s p e l l e d out; one or two single letters are words of their own.
    if (this.spelled.length > 2) this.tokens.push(tokenOf(this.spelled));
    else this.tokens.push(...[...this.spelled].map(tokenOf));
    this.spelled = '';
  }
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
