/** Small text tools of the offline voice: no model, no clock, the same answer every time. */

/** A small seeded generator (mulberry32): the same conversation gets the same reply, which tests rely on. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function hashText(text: string): number {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return hash;
}

const SHORT_FORMS: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  im: 'i am',
  ive: 'i have',
  youre: 'you are',
  dont: 'do not',
  didnt: 'did not',
  havent: 'have not',
  hasnt: 'has not',
  wasnt: 'was not',
  arent: 'are not',
  shouldnt: 'should not',
  couldnt: 'could not',
  wouldnt: 'would not',
  theyre: 'they are',
  lets: 'let us',
  its: 'it is',
  doesnt: 'does not',
  cant: 'can not',
  cannot: 'can not',
  wont: 'will not',
  isnt: 'is not',
  whats: 'what is',
  wats: 'what is',
  wat: 'what',
  wut: 'what',
  whos: 'who is',
  hows: 'how is',
  wheres: 'where is',
  thats: 'that is',
  idk: 'i do not know',
  dunno: 'i do not know',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  ty: 'thanks',
  tysm: 'thanks',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  gtg: 'i have to go',
  g2g: 'i have to go',
  bc: 'because',
  cuz: 'because',
  favorite: 'favourite',
  fav: 'favourite',
  jk: 'just kidding',
  hai: 'hi',
  helo: 'hello',
  kinda: 'kind of',
};

/** Words that intents hang on; none of them is one slip away from another common word. */
const OFTEN_MISTYPED = 'hello thanks thank story advice goodbye favourite lonely happy yourself please should'.split(
  ' ',
);

/** What people type, as plain words: lower case, contractions and chat short forms written out, `?` kept. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\bwon't\b/g, 'will not')
    .replace(/\bcan't\b/g, 'can not')
    .replace(/n't\b/g, ' not')
    .replace(/\b(i)'m\b/g, '$1 am')
    .replace(/'re\b/g, ' are')
    .replace(/'ve\b/g, ' have')
    .replace(/'ll\b/g, ' will')
    .replace(/\b(what|who|how|where|that|it|there|when|why)'s\b/g, '$1 is')
    .replace(/\blet's\b/g, 'let us')
    .replace(/'s?\b/g, '')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/\?/g, ' ? ')
    .replace(/[^\p{L}\p{N}? ]+/gu, ' ')
    .split(/\s+/)
    .map((word) => SHORT_FORMS[word] ?? OFTEN_MISTYPED.find((meant) => isMistypingOf(word, meant)) ?? word)
    .join(' ')
    .trim();
}

const STOP = new Set(
  (
    'a about above after again all also am an and any anyone anything are around as at away back be because been before being but by came can ' +
    'come could did do does doing done down each even ever every everyone everything few for from get give go goes going got had has have having he her ' +
    'here him his how i if in into is it its just keep kind know let lets like little look lot made make many may maybe me mean might mine more most ' +
    'much must my never new next no not nothing now of off oh ok okay on once one only or other our out over own please put quite really right said ' +
    'same say saw see she should so some someone something still such sure take tell than that the their them then there these they thing things ' +
    'think this those though to too two up upon us very want was way we well went were what when where which while who why will with without ' +
    'would yes yet you your yours yourself today tonight tomorrow yesterday question story joke advice hello hi hey bye thank thanks feel feeling felt ' +
    'sad bad good great happy day stupid ai old love ask happened happen terrible rotten called call name always actually first last second bit lot sort kind real long big new year week month morning evening night answer mean seem show help haha nice lol wow cool exactly place'
  ).split(' '),
);

/** A word's root, roughly: enough for `ships` to find `ship`. */
function rootOf(word: string): string {
  const root = word
    .replace(/ies$/, 'y')
    .replace(/(sses|shes|ches|xes)$/, (end) => end.slice(0, -2))
    .replace(/([^su])s$/, '$1')
    .replace(/(?<=[a-z]{3})(ing|ed|ly)$/, '');
  return root.length > 3 ? root.replace(/([bdgklmnprt])\1$/, '$1').replace(/e$/, '') : root;
}

/** The roots of the words that say what a text is about; at most 60. */
export function contentOf(text: string): string[] {
  const words = normalise(text).split(/[ ?]+/);
  const content = words.filter((word) => (word.length > 2 || /\d/.test(word)) && !STOP.has(word)).map(rootOf);
  return [...new Set(content)].slice(0, 60);
}

/** How alike two texts are, word for word, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [words, others] = [one, other].map((text) => new Set(normalise(text).split(/[ ?]+/).filter(Boolean)));
  if (words === undefined || others === undefined || words.size === 0) return 0;
  const shared = [...words].filter((word) => [...others].some((next) => isMistypingOf(word, next))).length;
  return shared / (words.size + others.size - Math.min(shared, others.size));
}

/** One letter too many or too few, or two that changed places: typing errors. A changed letter is often another word (horse, house). */
export function isMistypingOf(typed: string, word: string): boolean {
  if (typed === word) return true;
  if (Math.min(typed.length, word.length) < 4 || typed[0] !== word[0]) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (typed.length === word.length) {
    return typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2);
  }
  const [shorter, longer] = typed.length < word.length ? [typed, word] : [word, typed];
  return longer.length - shorter.length === 1 && shorter.slice(at) === longer.slice(at + 1);
}

/** Sentences with their end marks, *actions* kept whole; a title's full stop ends none. */
export function sentencesOf(text: string): string[] {
  const parts =
    text.match(/\*[^*]+\*|(?:\b(?:Mr|Mrs|Ms|Dr|St)\.|[^.!?…*])+(?:[.!?…]+["'”’)]*|$|(?=\*))|[.!?…]+/gu) ?? [];
  return parts.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** By which a sentence is known again, whatever stands around it. */
export const sentenceKey = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Below this a sentence is a phrase that people say more than once. */
export const REPEATABLE_CHARS_MAX = 24;

/** The sentences of a text that must not come twice. */
export const memorableOf = (text: string): string[] =>
  sentencesOf(text)
    .map(sentenceKey)
    .filter((key) => key.length > REPEATABLE_CHARS_MAX);

/** What was said so far. */
export class Spoken {
  private readonly keys = new Set<string>();
  private text = '';

  add(said: string): void {
    for (const key of memorableOf(said)) this.keys.add(key);
    this.text += ` ${sentenceKey(said)} `;
  }

  /** Whether some of it comes in what was said: a memorable sentence, or the whole if it is made of phrases. */
  has(line: string): boolean {
    const keys = memorableOf(line);
    return keys.length > 0 ? keys.some((key) => this.keys.has(key)) : this.hasWords(line);
  }

  hasWords(words: string): boolean {
    return this.text.includes(` ${sentenceKey(words)} `);
  }
}

export const joined = (first: string, second: string | undefined): string =>
  [first, second ?? ''].filter((part) => part !== '').join(' ');

/** Whole sentences up to a length, at least one. */
export function shorten(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  let kept = '';
  for (const sentence of sentencesOf(text)) {
    const next = joined(kept, sentence);
    if (next.length > charsMax) break;
    kept = next;
  }
  return kept === '' ? text.slice(0, charsMax) : kept;
}
