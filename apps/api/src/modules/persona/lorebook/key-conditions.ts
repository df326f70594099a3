import type { CompiledEntry } from './compile-lorebook.ts';
import type { FoundTerms } from './found-terms.ts';
import type { SecondaryLogic } from './types.ts';

const HOLDS: Readonly<Record<SecondaryLogic, (found: number, all: number) => boolean>> = {
  'and-any': (found) => found > 0,
  'and-all': (found, all) => found === all,
  'not-any': (found) => found === 0,
  'not-all': (found, all) => found < all,
};

/** Whether the secondary keys are as the entry wants them; a key that can never be found counts as one that isn't. */
export function conditionsHold(candidate: CompiledEntry, found: FoundTerms): boolean {
  const { secondary, lostSecondaryKeys, entry } = candidate;
  const all = secondary.length + lostSecondaryKeys;
  return all === 0 || HOLDS[entry.secondaryLogic](countOf(secondary, candidate, found), all);
}

/** How many keys are found: SillyTavern's rule, in which conditions count only if they want to be met. */
export function keyScore(candidate: CompiledEntry, found: FoundTerms): number {
  const { primary, secondary, lostSecondaryKeys, entry } = candidate;
  const met = countOf(secondary, candidate, found);
  const isWhole = met === secondary.length + lostSecondaryKeys;
  const counts = entry.secondaryLogic === 'and-any' || (entry.secondaryLogic === 'and-all' && isWhole);
  return countOf(primary, candidate, found) + (counts ? met : 0);
}

function countOf(terms: readonly number[], candidate: CompiledEntry, found: FoundTerms): number {
  return terms.reduce((count, term) => count + Number(found.has(term, candidate)), 0);
}
