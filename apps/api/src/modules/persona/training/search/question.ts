import { plainTermsOf, type Term, termsOf } from './terms.ts';

/** What is looked for, with how much each word matters. */
export interface AskedTerm extends Term {
  weight: number;
}

/** What was said before matters less: it is there so that "and where is it?" finds something. */
const BEFORE_WEIGHT = 0.3;
const TERMS_MAX = 32;
/** The end of a long message, where people come to the point. */
const ASKED_CHARS_MAX = 1_500;
const BEFORE_CHARS_MAX = 400;

/** The words of what was asked, and of what was said before it (the newest first). Empty for small talk: then there is nothing to look for. */
export function askedTerms(asked: string, before: readonly string[]): AskedTerm[] {
  const words = termsOf(asked.slice(-ASKED_CHARS_MAX)).slice(-TERMS_MAX);
  const now = words.map((term) => ({ ...term, weight: 1 }));
  const known = new Set(now.map(({ root }) => root));
  const earlier = before
    .flatMap((text) => termsOf(text.slice(-BEFORE_CHARS_MAX)))
    .filter(({ root }) => !known.has(root) && known.add(root))
    .map((term) => ({ ...term, weight: BEFORE_WEIGHT }));
  return [...now, ...earlier].slice(0, TERMS_MAX);
}

/** The words of small talk, for a persona that knows so little that some of it may be no more than that. */
export const smallTerms = (asked: string): AskedTerm[] =>
  plainTermsOf(asked.slice(-ASKED_CHARS_MAX))
    .slice(-TERMS_MAX)
    .map((term) => ({ ...term, weight: 1 }));
