import { RE2JS, RE2JSException, RE2Set } from 're2js';
import { LORE_LIMITS } from './lore-limits.ts';

/** A pattern that was written as a key: `/pattern/flags`. */
export interface RegexSource {
  pattern: string;
  flags: string;
}

export interface RegexKey {
  instructions: number;
  /** In time linear in the text: at worst its length times `instructions`. */
  isIn(text: string): boolean;
  /** Where the first match begins. Dearer than `isIn`, and only for a text that it is in. */
  placeIn(text: string): number;
}

export type RegexProblem = 'pattern-too-long' | 'pattern-invalid' | 'pattern-too-large';

const FLAGS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
  // Which match comes next, and how characters are counted, make no difference to whether there is one.
  g: 0,
  u: 0,
  y: 0,
};

/** The key as a pattern, or undefined for a word: SillyTavern's rule, that every slash inside is escaped. */
export function parseRegexKey(key: string): RegexSource | undefined {
  if (!key.startsWith('/')) return undefined;
  const end = key.lastIndexOf('/');
  const flags = key.slice(end + 1);
  if (end < 2 || !/^[gimsuy]*$/.test(flags)) return undefined;
  const pattern = key.slice(1, end);
  for (let index = 0; index < pattern.length; index += 1) {
    if (pattern[index] === '\\') index += 1;
    else if (pattern[index] === '/') return undefined;
  }
  return { pattern, flags };
}

/**
 * Never the engine of the language, which tries one way after the other and can be made to try for years. RE2 goes all ways at once; what it
 * can't do so (look around, refer back) it refuses, and so do we. What it remembers of a text is bounded by `patternMemoryBytes`.
 */
export function compileRegexKey({ pattern, flags }: RegexSource): RegexKey | RegexProblem {
  if (pattern.length > LORE_LIMITS.patternCharsMax) return 'pattern-too-long';
  const flagBits = [...flags].reduce((bits, flag) => bits | (FLAGS[flag] ?? 0), 0);
  try {
    const translated = RE2JS.translateRegExp(pattern);
    const instructions = RE2JS.compile(translated, flagBits).programSize();
    if (instructions > LORE_LIMITS.patternInstructionsMax) return 'pattern-too-large';
    const set = new RE2Set(RE2Set.UNANCHORED, flagBits, LORE_LIMITS.patternMemoryBytes);
    set.add(translated);
    set.compile();
    return {
      instructions,
      isIn: (text) => set.match(text).length > 0,
      placeIn: (text) => {
        // Compiled for this once, because what it remembers has no bound that we could set.
        const matcher = RE2JS.compile(translated, flagBits).matcher(text);
        return matcher.find() ? matcher.start() : -1;
      },
    };
  } catch (error) {
    if (error instanceof RE2JSException) return 'pattern-invalid';
    throw error;
  }
}
