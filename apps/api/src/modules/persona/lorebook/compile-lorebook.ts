import { type Decorated, readDecorators } from './decorators.ts';
import { atOnce, type Steps } from './in-turns.ts';
import { buildKeyAutomaton, type KeyAutomaton } from './key-automaton.ts';
import { LORE_LIMITS } from './lore-limits.ts';
import { ABOUT_CHARS, type LoreProblem, type PatternTerm, TermTable, type WordTerm } from './term-table.ts';
import type { LoreBook, LoreEntry, LoreSettings } from './types.ts';

export interface CompiledEntry {
  /** With its decorators read. */
  entry: LoreEntry;
  text: string;
  index: number;
  rank: number;
  depthMessages: number;
  /** Keeps it out whatever is said. */
  refusal: 'disabled' | 'empty' | 'no-place' | undefined;
  /** Only keys decide about it. */
  isPlain: boolean;
  primary: readonly number[];
  secondary: readonly number[];
  /** Secondary keys that can never be found; `and-all` needs them. */
  lostSecondaryKeys: number;
}

/** For `scanLorebook`; the same for everybody who talks to a revision of a persona, and never changed. */
export interface CompiledLorebook {
  settings: LoreSettings;
  entries: readonly CompiledEntry[];
  byRank: readonly CompiledEntry[];
  /** Entries that are considered whatever is said. */
  constants: readonly CompiledEntry[];
  /** Terms have one numbering: words first, then patterns. */
  words: readonly WordTerm[];
  patterns: readonly PatternTerm[];
  automaton: KeyAutomaton;
  /** Words that have the automaton's key. */
  wordsOfKey: readonly (readonly number[])[];
  patternsOfKey: readonly (readonly number[])[];
  /** Entries that have the term as a primary key. */
  entriesOfTerm: readonly (readonly number[])[];
  depthMessagesMax: number;
  hasGroups: boolean;
  /** How far back on a path anything is asked: by delays, and by what began with a reply. 0: nothing is. */
  delayMessagesMax: number;
  timedMessagesMax: number;
  delayLevels: readonly number[];
  problems: readonly LoreProblem[];
}

/** How many entries are read between two stops. */
const STEP = 16;

/** Once for each revision: `char` is the persona's name, which stands in keys as `{{char}}`. 10,000 entries take a fifth of a second. */
export function* compileSteps(book: Pick<LoreBook, 'entries' | 'settings'>, char = ''): Steps<CompiledLorebook> {
  const { settings } = book;
  const problems: LoreProblem[] = [];
  const terms = new TermTable(settings, char, problems);
  for (const { id, name } of book.entries.slice(LORE_LIMITS.entriesMax)) {
    problems.push({ entryId: id, kind: 'too-many-entries', about: name.slice(0, ABOUT_CHARS) });
  }
  const decorated = book.entries.slice(0, LORE_LIMITS.entriesMax).map(readDecorators);
  yield;
  const ranks = rankOf(decorated.map(({ entry }) => entry));
  const entries: CompiledEntry[] = [];
  for (const [index, read] of decorated.entries()) {
    if (index % STEP === 0) yield;
    const { entry, text, isNever } = readChecked(read, problems);
    const wanted = entry.scanDepthMessages ?? settings.scanDepthMessages ?? LORE_LIMITS.scanDepthMessagesDefault;
    const depthMessages = Math.min(Math.max(0, Math.floor(wanted)), LORE_LIMITS.scanDepthMessagesMax);
    const secondary = entry.isSelective ? terms.of(entry, entry.secondaryKeys, depthMessages) : { found: [], lost: 0 };
    entries.push({
      ...{ entry, text, index, rank: ranks[index] ?? index, depthMessages },
      ...{ refusal: refusalOf(entry, text, isNever), isPlain: isPlain(entry) },
      primary: terms.of(entry, entry.keys, depthMessages).found,
      secondary: secondary.found,
      lostSecondaryKeys: secondary.lost,
    });
  }
  const { words, keys, wordsOfKey, patternsOfKey, patterns } = terms;
  const mostOf = (messages: (entry: LoreEntry) => number): number =>
    entries.reduce((most, { entry }) => Math.max(most, messages(entry)), 0);
  const entriesOfTerm: number[][] = [...words, ...patterns].map(() => []);
  for (const { index, primary } of entries) {
    for (const term of primary) entriesOfTerm[place(term, words.length)]?.push(index);
  }
  yield;
  const renumbered = entries.map((compiled) => ({
    ...compiled,
    primary: compiled.primary.map((term) => place(term, words.length)),
    secondary: compiled.secondary.map((term) => place(term, words.length)),
  }));
  yield;
  return {
    ...{ settings, entries: renumbered, words, patterns, wordsOfKey, patternsOfKey, entriesOfTerm, problems },
    byRank: renumbered.toSorted((a, b) => a.rank - b.rank),
    constants: renumbered.filter(({ entry }) => entry.isConstant),
    automaton: yield* buildKeyAutomaton(keys),
    depthMessagesMax: entries.reduce((most, { depthMessages }) => Math.max(most, depthMessages), 0),
    delayMessagesMax: mostOf(({ delayMessages }) => delayMessages),
    timedMessagesMax: mostOf(({ stickyMessages, cooldownMessages }) => stickyMessages + cooldownMessages),
    hasGroups: entries.some(({ entry }) => entry.groups.length > 0),
    delayLevels: [...new Set(entries.map(({ entry }) => entry.recursionDelayLevel))]
      .filter((level) => level > 0)
      .sort((a, b) => a - b),
  };
}

/** The same in one go. */
export const compileLorebook = (book: Pick<LoreBook, 'entries' | 'settings'>, char = ''): CompiledLorebook =>
  atOnce(compileSteps(book, char));

/** While words are still being added, pattern n is −1 − n. */
const place = (term: number, words: number): number => (term < 0 ? words - 1 - term : term);

function readChecked(read: Decorated, problems: LoreProblem[]): Decorated {
  const { entry, unknown, text } = read;
  for (const name of unknown) problems.push({ entryId: entry.id, kind: 'unknown-decorator', about: name });
  if (entry.position === 'outlet') problems.push({ entryId: entry.id, kind: 'no-place', about: 'outlet' });
  if (text.length <= LORE_LIMITS.contentCharsMax) return read;
  problems.push({ entryId: entry.id, kind: 'content-too-long', about: entry.name.slice(0, ABOUT_CHARS) });
  return { ...read, text: '', isNever: true };
}

function refusalOf(entry: LoreEntry, text: string, isNever: boolean): CompiledEntry['refusal'] {
  if (!entry.isEnabled || isNever) return 'disabled';
  if (text.trim() === '') return 'empty';
  return entry.position === 'outlet' ? 'no-place' : undefined;
}

function isPlain(entry: LoreEntry): boolean {
  const messages = entry.delayMessages + entry.stickyMessages + entry.cooldownMessages;
  return !entry.isConstant && !entry.isExcludedFromRecursion && messages + entry.recursionDelayLevel === 0;
}

/** Who claims the budget first: by `claimsFirst`, constants, priority (or order), and the place in the book. */
function rankOf(entries: readonly LoreEntry[]): number[] {
  const ranks: number[] = [];
  const value = (entry: LoreEntry): number => entry.priority ?? entry.order;
  entries
    .map((entry, index) => ({ entry, index }))
    .sort(
      (a, b) =>
        Number(b.entry.claimsFirst) - Number(a.entry.claimsFirst) ||
        Number(b.entry.isConstant) - Number(a.entry.isConstant) ||
        value(b.entry) - value(a.entry) ||
        a.index - b.index,
    )
    .forEach(({ index }, rank) => {
      ranks[index] = rank;
    });
  return ranks;
}
