import type { CompiledEntry, CompiledLorebook } from './compile-lorebook.ts';
import { foldUnits, isWordEdge, normaliseText } from './fold-text.ts';
import { LORE_LIMITS } from './lore-limits.ts';
import type { LoreMessage, LoreWhy } from './types.ts';

const NONE = -1;

/**
 * Where each term is: the newest message that has it, and the first active entry whose text has it. Messages are looked into from the newest
 * back, each one once, so an entry's own scan depth is a comparison.
 */
export class FoundTerms {
  /** Entries with a primary key that was found anywhere, each once, by index. */
  readonly touched: number[] = [];
  private readonly isTouched: Uint8Array;
  /** Patterns that could not be tried any more within `patternStepsMax`. */
  readonly untried = new Set<number>();
  private readonly message: Int32Array;
  private readonly messageAt: Int32Array;
  private readonly source: Int32Array;
  private readonly sourceAt: Int32Array;
  private readonly texts = new Map<number, string>();
  private patternSteps = 0;
  private recursionChars = 0;

  private readonly book: CompiledLorebook;
  private readonly messages: readonly LoreMessage[];
  private readonly locatesPatterns: boolean;

  constructor(book: CompiledLorebook, messages: readonly LoreMessage[], locatesPatterns: boolean) {
    this.book = book;
    this.messages = messages;
    this.locatesPatterns = locatesPatterns;
    this.isTouched = new Uint8Array(book.entries.length);
    const terms = book.words.length + book.patterns.length;
    this.message = new Int32Array(terms).fill(NONE);
    this.messageAt = new Int32Array(terms);
    this.source = new Int32Array(terms).fill(NONE);
    this.sourceAt = new Int32Array(terms);
    const first = Math.max(0, messages.length - book.depthMessagesMax);
    let charsLeft: number = LORE_LIMITS.scanCharsMax;
    for (let index = messages.length - 1; index >= first && charsLeft > 0; index -= 1) {
      const text = normaliseText((messages[index]?.text ?? '').slice(0, charsLeft));
      charsLeft -= text.length;
      this.texts.set(index, text);
      this.scan(text, this.message, this.messageAt, index, messages.length - index);
    }
  }

  /** Has an entry considered, whatever is said. */
  touch(entry: number): void {
    if (this.isTouched[entry] === 1) return;
    this.isTouched[entry] = 1;
    this.touched.push(entry);
  }

  /** What an active entry says, from now on, whatever an entry's scan depth. */
  addEntry(entry: CompiledEntry, text: string): void {
    const room = LORE_LIMITS.recursionCharsMax - this.recursionChars;
    const read = normaliseText(text.slice(0, Math.max(0, room)));
    this.recursionChars += read.length;
    if (read !== '') this.scan(read, this.source, this.sourceAt, entry.index, 0);
    this.texts.set(-1 - entry.index, read);
  }

  has(term: number, { depthMessages }: CompiledEntry): boolean {
    return this.isInMessages(term, depthMessages) || (this.source[term] ?? NONE) !== NONE;
  }

  /** By messages before entries. Only for a term that `has`. */
  why(term: number, { depthMessages }: CompiledEntry): LoreWhy {
    const { words, patterns, entries } = this.book;
    const key = (words[term] ?? patterns[term - words.length])?.key ?? '';
    if (this.isInMessages(term, depthMessages)) {
      const messageIndex = this.message[term] ?? 0;
      return { kind: 'key', key, messageIndex, at: this.placeOf(term, this.messageAt, messageIndex) };
    }
    const source = this.source[term] ?? 0;
    const entryId = entries[source]?.entry.id ?? '';
    return { kind: 'key-in-entry', key, entryId, at: this.placeOf(term, this.sourceAt, -1 - source) };
  }

  private isInMessages(term: number, depthMessages: number): boolean {
    const message = this.message[term] ?? NONE;
    return message !== NONE && message >= this.messages.length - depthMessages;
  }

  private placeOf(term: number, places: Int32Array, text: number): number {
    const pattern = this.book.patterns[term - this.book.words.length];
    if (pattern === undefined) return places[term] ?? 0;
    return this.locatesPatterns ? pattern.placeIn(this.texts.get(text) ?? '') : NONE;
  }

  private scan(text: string, where: Int32Array, at: Int32Array, index: number, depthMessages: number): void {
    const { automaton, words, wordsOfKey, patterns, patternsOfKey, entriesOfTerm } = this.book;
    const isPossible = new Uint8Array(patterns.length);
    const find = (term: number, start: number): void => {
      where[term] = index;
      at[term] = start;
      for (const entry of entriesOfTerm[term] ?? []) this.touch(entry);
    };
    automaton.scan(foldUnits(text), (keyIndex, start, end) => {
      for (const term of wordsOfKey[keyIndex] ?? []) {
        const word = words[term];
        if (where[term] !== NONE || word === undefined) continue;
        if (word.isCaseSensitive && !text.startsWith(word.key, start)) continue;
        if (word.isWholeWord && !(isWordEdge(text, end) && isWordEdge(text, start))) continue;
        find(term, start);
      }
      for (const pattern of patternsOfKey[keyIndex] ?? []) isPossible[pattern] = 1;
    });
    patterns.forEach((pattern, place) => {
      const term = words.length + place;
      if (where[term] !== NONE || depthMessages > pattern.depthMessages) return;
      if (pattern.hasLiteral && isPossible[place] === 0) return;
      const steps = pattern.instructions * text.length;
      if (this.patternSteps + steps > LORE_LIMITS.patternStepsMax) {
        this.untried.add(term);
        return;
      }
      this.patternSteps += steps;
      if (pattern.isIn(text)) find(term, NONE);
    });
  }
}
