import type { CompiledEntry } from './compile-lorebook.ts';
import { draw } from './draw.ts';

export interface GroupRound {
  /** In the order in which they claim the budget. */
  candidates: readonly CompiledEntry[];
  /** Groups that an active entry belongs to already. */
  taken: ReadonlySet<string>;
  isSticky: (candidate: CompiledEntry) => boolean;
  /** How many of its keys are found. */
  scoreOf: (candidate: CompiledEntry) => number;
  usesScoring: (candidate: CompiledEntry) => boolean;
  seed: string;
}

/**
 * Who loses a place to another entry of its group. Sticky members win without a draw; of the others those go that score less than the best, if
 * they are scored; then the first that wins its group by right; then one by weight. A member of several groups has to win each.
 */
export function losersOfGroups(round: GroupRound): Set<CompiledEntry> {
  const losers = new Set<CompiledEntry>();
  const members = new Map<string, CompiledEntry[]>();
  for (const candidate of round.candidates) {
    for (const group of candidate.entry.groups) {
      const others = members.get(group);
      if (others === undefined) members.set(group, [candidate]);
      else others.push(candidate);
    }
  }
  for (const [group, all] of members) {
    const left = all.filter((candidate) => !losers.has(candidate));
    const winners = winnersOf(group, left, round);
    for (const candidate of left) if (!winners.has(candidate)) losers.add(candidate);
  }
  return losers;
}

function winnersOf(group: string, members: readonly CompiledEntry[], round: GroupRound): Set<CompiledEntry> {
  const sticky = members.filter(round.isSticky);
  if (sticky.length > 0) return new Set(sticky);
  if (round.taken.has(group)) return new Set();
  const best = members.reduce((most, candidate) => Math.max(most, round.scoreOf(candidate)), 0);
  const left = members.filter((candidate) => !round.usesScoring(candidate) || round.scoreOf(candidate) === best);
  const byRight = left.find((candidate) => candidate.entry.winsGroup);
  const winner = byRight ?? weighted(left, draw(round.seed, `group:${group}`));
  return new Set(winner === undefined ? [] : [winner]);
}

function weighted(members: readonly CompiledEntry[], luck: number): CompiledEntry | undefined {
  const total = members.reduce((sum, { entry }) => sum + entry.groupWeight, 0);
  let passed = 0;
  return members.find(({ entry }) => {
    passed += entry.groupWeight;
    return luck * total < passed;
  });
}
