import type { AskedTerm } from './question.ts';
import { passageTermsOf, type Term } from './terms.ts';

/** A passage in plain text, with how much each asked word says among all of the persona's passages. */
export interface RankedInput<Passage> {
  passage: Passage;
  text: string;
  rarityOf: (term: AskedTerm) => number;
}

/** A word with the same beginning may be another form of it, one that is mistyped may be it. */
const LIKE = { same: 1, form: 0.6, mistyped: 0.5 } as const;
const SLIPS_MAX = 2;
/** Two words that were asked together stand together in the answer more often than not. */
const PAIR_BONUS = 0.25;
const PAIR_WINDOW_WORDS = 6;
/** Less than this part of the best one's score is beside the question. */
const SHARE_OF_BEST_MIN = 0.35;

/**
 * The passages that really hold what was asked, the best first: the index is blurred on purpose, so its candidates are read before they are believed. Words
 * are compared whole here.
 */
export function rankPassages<Passage>(
  asked: readonly AskedTerm[],
  candidates: readonly RankedInput<Passage>[],
  limit: number,
): Passage[] {
  const scored = candidates
    .map(({ passage, text, rarityOf }) => ({ passage, score: scoreOf(asked, passageTermsOf(text), rarityOf) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined) return [];
  return scored
    .filter(({ score }) => score >= best.score * SHARE_OF_BEST_MIN)
    .slice(0, limit)
    .map(({ passage }) => passage);
}

function scoreOf(asked: readonly AskedTerm[], terms: readonly Term[], rarityOf: (term: AskedTerm) => number): number {
  let score = 0;
  let before: number | undefined;
  for (const term of asked) {
    const { like, at } = bestLike(term, terms);
    const worth = like * term.weight * rarityOf(term);
    score += worth;
    if (like === 0) continue;
    if (before !== undefined && Math.abs(at - before) <= PAIR_WINDOW_WORDS) score += worth * PAIR_BONUS;
    before = at;
  }
  return score;
}

function bestLike(asked: Term, terms: readonly Term[]): { like: number; at: number } {
  let best = { like: 0, at: -1 };
  for (const [at, term] of terms.entries()) {
    const like = likeOf(asked, term);
    if (like > best.like) best = { like, at };
    if (like === LIKE.same) break;
  }
  return best;
}

function likeOf(asked: Term, term: Term): number {
  if (asked.root === term.root) return LIKE.same;
  if (asked.stem === term.stem) return LIKE.form;
  const isLike = asked.skeleton !== undefined && asked.skeleton === term.skeleton;
  return isLike && slipsBetween(asked.root, term.root) <= SLIPS_MAX ? LIKE.mistyped : 0;
}

/** Letters that were mistaken, left out, put in or swapped (the Damerau–Levenshtein distance of neighbours). */
function slipsBetween(typed: string, meant: string): number {
  if (Math.abs(typed.length - meant.length) > SLIPS_MAX) return SLIPS_MAX + 1;
  let older: number[] = [];
  let row = Array.from({ length: meant.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= meant.length; j += 1) {
      const isSame = typed[i - 1] === meant[j - 1];
      const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1)];
      const isSwap = i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1];
      if (isSwap) steps.push((older[j - 2] ?? 0) + 1);
      next.push(Math.min(...steps));
    }
    older = row;
    row = next;
  }
  return row[meant.length] ?? SLIPS_MAX + 1;
}
