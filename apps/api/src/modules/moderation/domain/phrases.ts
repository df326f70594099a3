import { SENTENCE_END, type Token } from './normalise.ts';

/**
 * Phrases are written as words with spaces between them:
 *
 * | written        | means                                                              |
 * | `kill`         | this word                                                          |
 * | `a,the,my`     | one of these words                                                 |
 * | `@minor`       | one of the words of that set                                       |
 * | `really?`      | this word or nothing (also for a list or a set)                    |
 * | `~3`           | up to so many words of any kind, within the sentence (at most 4)   |
 * | `#`            | the end of the sentence                                            |
 * | `!of,from`     | as the last of a phrase: what follows is none of these             |
 *
 * Every step looks at one word and never goes back beyond its phrase, so a text costs at most `Phrases.stepsPerWordMax` comparisons a word, whatever is in it.
 */
export type WordSets = Readonly<Record<string, readonly string[]>>;

type Step =
  | { kind: 'word'; words: ReadonlySet<string>; optional: boolean }
  | { kind: 'gap'; max: number }
  | { kind: 'end' }
  | { kind: 'not-next'; words: ReadonlySet<string> };

const GAP_MAX = 4;
const GAPS_PER_PHRASE_MAX = 2;
const STEPS_PER_PHRASE_MAX = 10;

/** A compiled list of phrases. */
export class Phrases {
  private readonly byFirstWord = new Map<string, (readonly Step[])[]>();
  /** How many words a phrase can reach over, the one behind it counted if it has a say. */
  readonly tokensMax: number;
  /** No text makes the search compare more than this for each of its words. */
  readonly stepsPerWordMax: number;

  /** Throws for a phrase that is not written as above. */
  constructor(phrases: readonly string[], sets: WordSets) {
    let tokensMax = 0;
    for (const phrase of phrases) {
      const steps = parse(phrase, sets);
      tokensMax = Math.max(tokensMax, lengthOf(steps));
      const [first] = steps;
      if (first?.kind !== 'word' || first.optional) throw new Error(`a phrase begins with a word: ${phrase}`);
      for (const word of first.words) this.byFirstWord.set(word, [...(this.byFirstWord.get(word) ?? []), steps]);
    }
    this.tokensMax = tokensMax;
    const costs = [...this.byFirstWord.values()].map((all) => all.reduce((sum, steps) => sum + costOf(steps), 0));
    // A word is looked up as it was written and as it was meant.
    this.stepsPerWordMax = 2 * Math.max(0, ...costs);
  }

  /**
   * Where phrases begin, in order. Unless the text `isOver`, only those that stay whatever follows: what depends on how the sentence goes on is not found yet.
   * `count` is told of every comparison, for tests.
   */
  find(tokens: readonly Token[], { isOver = true, count }: { isOver?: boolean; count?: () => void } = {}): number[] {
    const text = { tokens, isOver, count };
    const found: number[] = [];
    for (const [at, { raw, folded }] of tokens.entries()) {
      const steps = [
        ...(this.byFirstWord.get(raw) ?? []),
        ...(folded === raw ? [] : (this.byFirstWord.get(folded) ?? [])),
      ];
      if (steps.some((phrase) => matches(phrase, 0, text, at))) found.push(at);
    }
    return found;
  }
}

interface Searched {
  tokens: readonly Token[];
  isOver: boolean;
  count: (() => void) | undefined;
}

function matches(steps: readonly Step[], step: number, text: Searched, at: number): boolean {
  const wanted = steps[step];
  if (wanted === undefined) return true;
  text.count?.();
  const token = text.tokens[at];
  const onward = (words: number) => matches(steps, step + 1, text, at + words);
  switch (wanted.kind) {
    case 'word': {
      const fits = token !== undefined && (wanted.words.has(token.raw) || wanted.words.has(token.folded));
      return (fits && onward(1)) || (wanted.optional && onward(0));
    }
    case 'gap':
      for (let skipped = 0; skipped <= wanted.max; skipped += 1) {
        if (onward(skipped)) return true;
        const next = text.tokens[at + skipped];
        if (next === undefined || next.raw === SENTENCE_END) return false;
      }
      return false;
    case 'end':
      return (token === undefined ? text.isOver : token.raw === SENTENCE_END) && onward(0);
    case 'not-next':
      return token === undefined ? text.isOver : !(wanted.words.has(token.raw) || wanted.words.has(token.folded));
  }
}

function parse(phrase: string, sets: WordSets): Step[] {
  const steps = phrase.split(' ').map((written): Step => {
    if (written === '#') return { kind: 'end' };
    if (written.startsWith('~')) return { kind: 'gap', max: Number(written.slice(1)) };
    if (written.startsWith('!')) return { kind: 'not-next', words: wordsOf(written.slice(1), sets) };
    const optional = written.endsWith('?');
    return { kind: 'word', words: wordsOf(optional ? written.slice(0, -1) : written, sets), optional };
  });
  const gaps = steps.filter((step) => step.kind === 'gap');
  const isBounded =
    steps.length <= STEPS_PER_PHRASE_MAX &&
    gaps.length <= GAPS_PER_PHRASE_MAX &&
    steps.slice(0, -1).every((step) => step.kind !== 'not-next') &&
    gaps.every(({ max }) => Number.isInteger(max) && max >= 1 && max <= GAP_MAX);
  if (!isBounded) throw new Error(`a phrase is too long, too loose, or goes on after its end: ${phrase}`);
  return steps;
}

function wordsOf(written: string, sets: WordSets): ReadonlySet<string> {
  const words = written.split(',').flatMap((part) => {
    if (!part.startsWith('@')) return [part];
    const set = sets[part.slice(1)];
    if (set === undefined) throw new Error(`there is no set of words called ${part}`);
    return set;
  });
  if (words.some((word) => !/^[\p{L}\p{M}\p{N}]+$/u.test(word))) throw new Error(`not a word in ${written}`);
  return new Set(words);
}

function lengthOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.kind === 'gap' ? step.max : 1), 0);
}

/** The most comparisons that one attempt at a phrase can take: every gap and every optional word is a fork. */
function costOf(steps: readonly Step[]): number {
  return steps.reduceRight((after, step) => {
    if (step.kind === 'gap') return 1 + (step.max + 1) * after;
    if (step.kind === 'word' && step.optional) return 1 + 2 * after;
    return 1 + after;
  }, 0);
}
