import { STOP_WORDS } from './stop-words.ts';

/** Letters, marks and digits together. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Written without spaces, or with particles at every word: looked for by pairs of signs. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]+/gu;
const ACCENTS = /[\u0300-\u036f]/gu;
const LATIN = /^[a-z]+$/u;
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]/gu;
/** Beyond it words differ by their endings; what merely begins alike is told apart when the passage is read. */
const STEM_CHARS = 7;
const SKELETON_WORD_CHARS_MIN = 5;
const SKELETON_CONSONANTS_MIN = 3;
/** Of a passage, for texts that are all words. */
const WORD_CHARS_MAX = 64;

/** A word of a text: what it is looked for by, and what survives typing errors, if it has such a thing. */
export interface Term {
  /** Root of the word, whole. */
  root: string;
  /** Indexed. */
  stem: string;
  /** Indexed; begins with `~`. */
  skeleton: string | undefined;
}

/** The words of a text that say what it is about, each once, in their order. */
export function termsOf(text: string): Term[] {
  const words = Array.from(folded(text).matchAll(WORD)).flatMap(([run]) => [...wordsOf(run)]);
  return eachOnce(words.filter((word) => !STOP_WORDS.has(word)));
}

/** All words of a text, down to single letters: for who has nothing else to go by. */
export function plainTermsOf(text: string): Term[] {
  const runs = folded(text).match(WORD) ?? [];
  return eachOnce(runs.filter((run) => /[\p{L}\p{N}]/u.test(run)).map((run) => run.slice(0, WORD_CHARS_MAX)));
}

/** What a passage is found by: "Who? Me." has no word that says something, and somebody wrote it all the same. */
export function passageTermsOf(text: string): Term[] {
  const terms = termsOf(text);
  return terms.length > 0 ? terms : plainTermsOf(text);
}

function eachOnce(words: readonly string[]): Term[] {
  const found = new Map<string, Term>();
  for (const word of words) {
    const root = rootOf(word);
    if (!found.has(root)) found.set(root, { root, stem: root.slice(0, STEM_CHARS), skeleton: skeletonOf(root) });
  }
  return [...found.values()];
}

/** Which passages have which indexed terms. */
export function postingsOf(passages: readonly string[]): [string, number[]][] {
  const postings = new Map<string, number[]>();
  for (const [number, passage] of passages.entries()) {
    const keys = passageTermsOf(passage).flatMap(({ stem, skeleton }) =>
      skeleton === undefined ? [stem] : [stem, skeleton],
    );
    for (const key of new Set(keys)) {
      const numbers = postings.get(key);
      if (numbers === undefined) postings.set(key, [number]);
      else numbers.push(number);
    }
  }
  return [...postings];
}

/** Small letters without accents. Hangul is put together again, which the taking apart of accents takes apart too. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase().replaceAll('ß', 'ss');

function* wordsOf(run: string): Generator<string> {
  let from = 0;
  for (const { 0: part, index } of run.matchAll(UNSPACED)) {
    yield* spaced(run.slice(from, index));
    yield* pairsOf(part);
    from = index + part.length;
  }
  yield* spaced(run.slice(from));
}

function* spaced(word: string): Generator<string> {
  // One letter says nothing; one digit may be the number of a room.
  if (word.length > 1 ? word.length <= WORD_CHARS_MAX : /\p{N}/u.test(word)) yield word;
}

function* pairsOf(run: string): Generator<string> {
  const signs = [...run];
  if (signs.length === 1) yield run;
  for (let at = 0; at + 1 < signs.length; at += 1) yield signs.slice(at, at + 2).join('');
}

/** Without the endings of English and of plurals in its neighbours; rough, and the same for what is kept and what is asked. */
function rootOf(word: string): string {
  if (!LATIN.test(word) || word.length < 4) return word;
  const root = word
    .replace(/ies$/u, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/u, '')
    .replace(/(?<=[^su])s$/u, '')
    .replace(/(?<=[a-z]{3})(ing|ed|ly)$/u, '');
  return root.length > 3 ? root.replace(/([bdgklmnprt])\1$/u, '$1').replace(/e$/u, '') : root;
}

/** First letter and which consonants there are: the same with vowels mistaken, letters doubled, swapped or, if it is there twice, left out. */
function skeletonOf(root: string): string | undefined {
  if (root.length < SKELETON_WORD_CHARS_MIN || !LATIN.test(root)) return undefined;
  const consonants = [...new Set(root.match(CONSONANTS))].sort();
  return consonants.length < SKELETON_CONSONANTS_MIN ? undefined : `~${root.charAt(0)}${consonants.join('')}`;
}
