import { foldUnits, normaliseText } from './fold-text.ts';
import { LORE_LIMITS } from './lore-limits.ts';
import { compileRegexKey, parseRegexKey, type RegexKey, type RegexProblem, type RegexSource } from './regex-key.ts';
import { requiredLiteral } from './required-literal.ts';
import type { LoreEntry, LoreSettings } from './types.ts';

/** What a creator should hear about an entry; none of these stops the others. */
export interface LoreProblem {
  entryId: string;
  kind:
    | RegexProblem
    | 'too-many-entries'
    | 'too-many-keys'
    | 'key-too-long'
    | 'book-keys-too-long'
    | 'too-many-patterns'
    | 'key-macro'
    | 'content-too-long'
    | 'no-place'
    | 'unknown-decorator';
  /** The key or the decorator, shortened. */
  about: string;
}

export const ABOUT_CHARS = 60;

/** A word or phrase, as one entry wants it found; entries that want the same share it. */
export interface WordTerm {
  key: string;
  isCaseSensitive: boolean;
  isWholeWord: boolean;
}
export interface PatternTerm extends RegexKey {
  key: string;
  /** The newest messages that any of its entries looks into. */
  depthMessages: number;
  /** There is a text that it can't do without, and the automaton tells when that is found. */
  hasLiteral: boolean;
}

/** The terms of all keys, each once; while they are gathered, pattern n is −1 − n. */
export class TermTable {
  readonly words: WordTerm[] = [];
  readonly patterns: PatternTerm[] = [];
  readonly keys: Uint16Array[] = [];
  readonly wordsOfKey: number[][] = [];
  /** Patterns that need the key to be there, by place among the patterns. */
  readonly patternsOfKey: number[][] = [];
  private readonly known = new Map<string, number | undefined>();
  private readonly keyIndex = new Map<string, number>();
  private chars = 0;
  private instructions = 0;
  private patternsTried = 0;
  private readonly settings: LoreSettings;
  private readonly char: string;
  private readonly problems: LoreProblem[];

  constructor(settings: LoreSettings, char: string, problems: LoreProblem[]) {
    this.settings = settings;
    this.char = char;
    this.problems = problems;
  }

  /** The terms of these keys, and how many keys there are that can never be found. */
  of(entry: LoreEntry, keys: readonly string[], depthMessages: number): { found: number[]; lost: number } {
    const found = new Set<number>();
    let lost = 0;
    if (keys.length > LORE_LIMITS.keysPerEntryMax) {
      this.note(entry, 'too-many-keys', `${keys.length}`);
      lost += keys.length - LORE_LIMITS.keysPerEntryMax;
    }
    for (const written of keys.slice(0, LORE_LIMITS.keysPerEntryMax)) {
      if (written.length > Math.max(LORE_LIMITS.keyCharsMax, LORE_LIMITS.patternCharsMax + 10)) {
        this.note(entry, 'key-too-long', written);
        lost += 1;
        continue;
      }
      const trimmed = written.trim();
      if (trimmed === '') continue;
      const term = this.termOf(entry, trimmed, depthMessages);
      if (term === undefined) lost += 1;
      else found.add(term);
    }
    return { found: [...found], lost };
  }

  private termOf(entry: LoreEntry, written: string, depthMessages: number): number | undefined {
    const isCaseSensitive = entry.isCaseSensitive ?? this.settings.isCaseSensitive;
    const source = parseRegexKey(written);
    if (source !== undefined || entry.areKeysRegex) {
      return this.pattern(entry, source ?? { pattern: written, flags: isCaseSensitive ? '' : 'i' }, depthMessages);
    }
    const key = normaliseText(written.replace(/\{\{char\}\}|<(?:bot|char)>/gi, () => this.char)).trim();
    if (key === '') return undefined;
    if (/\{\{.*\}\}/s.test(key)) return this.note(entry, 'key-macro', written);
    if (key.length > LORE_LIMITS.keyCharsMax) return this.note(entry, 'key-too-long', written);
    const isWholeWord = entry.matchesWholeWords ?? this.settings.matchesWholeWords;
    return this.word(entry, { key, isCaseSensitive, isWholeWord });
  }

  private word(entry: LoreEntry, term: WordTerm): number | undefined {
    const units = foldUnits(term.key);
    const folded = String.fromCharCode(...units);
    const name = `${Number(term.isCaseSensitive)}${Number(term.isWholeWord)}${term.isCaseSensitive ? term.key : folded}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (this.chars + units.length > LORE_LIMITS.bookKeyCharsMax)
      return this.note(entry, 'book-keys-too-long', term.key);
    this.chars += units.length;
    const index = this.words.push(term) - 1;
    this.known.set(name, index);
    this.wordsOfKey[this.keyOf(units)]?.push(index);
    return index;
  }

  private keyOf(units: Uint16Array): number {
    const folded = String.fromCharCode(...units);
    const known = this.keyIndex.get(folded);
    if (known !== undefined) return known;
    const index = this.keys.push(units) - 1;
    this.keyIndex.set(folded, index);
    this.wordsOfKey.push([]);
    this.patternsOfKey.push([]);
    return index;
  }

  private pattern(entry: LoreEntry, source: RegexSource, depthMessages: number): number | undefined {
    const key = `/${source.pattern}/${source.flags}`;
    const name = `r${key}`;
    const known = this.known.get(name);
    const before = known === undefined ? undefined : this.patterns[-1 - known];
    if (before !== undefined) {
      before.depthMessages = Math.max(before.depthMessages, depthMessages);
      return known;
    }
    // To compile one costs time, whatever comes of it.
    this.patternsTried += 1;
    if (this.patternsTried > LORE_LIMITS.bookPatternsMax) return this.note(entry, 'too-many-patterns', key);
    const compiled = compileRegexKey(source);
    if (typeof compiled === 'string') return this.note(entry, compiled, key);
    if (this.instructions + compiled.instructions > LORE_LIMITS.bookInstructionsMax) {
      return this.note(entry, 'too-many-patterns', key);
    }
    this.instructions += compiled.instructions;
    const literal = requiredLiteral(source.pattern);
    const place = this.patterns.push({ ...compiled, key, depthMessages, hasLiteral: literal !== undefined }) - 1;
    if (literal !== undefined) this.patternsOfKey[this.keyOf(foldUnits(literal))]?.push(place);
    this.known.set(name, -1 - place);
    return -1 - place;
  }

  private note({ id }: LoreEntry, kind: LoreProblem['kind'], about: string): undefined {
    this.problems.push({ entryId: id, kind, about: about.slice(0, ABOUT_CHARS) });
  }
}
