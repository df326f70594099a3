import type { JsonObject } from './json-tree.ts';

/** SillyTavern's logic of secondary keys, in the order of its numbers (`selectiveLogic`). */
export const LOGICS = ['andAny', 'notAll', 'notAny', 'andAll'] as const;
/** SillyTavern's places, in the order of its numbers (`position` in an entry's extensions). */
export const POSITIONS = [
  ...(['beforeCharacter', 'afterCharacter', 'beforeNote', 'afterNote', 'atDepth'] as const),
  ...(['beforeExamples', 'afterExamples'] as const),
] as const;
export const ROLES = ['system', 'user', 'assistant'] as const;

/** An entry of a lorebook in words of our own, with all that cards know of one. Null: as the book or the house has it. */
export interface LoreEntryDraft {
  name: string;
  content: string;
  keys: string[];
  useRegex: boolean;
  caseSensitive: boolean | null;
  matchWholeWords: boolean | null;
  /** Empty where the card says that they don't count. */
  secondaryKeys: string[];
  secondaryLogic: (typeof LOGICS)[number];
  enabled: boolean;
  constant: boolean;
  /** Lower comes earlier in the prompt. */
  order: number;
  /** Lower goes first when the budget is short. */
  priority: number | null;
  position: (typeof POSITIONS)[number];
  /** Messages above the end of the conversation, for `atDepth`. */
  depth: number;
  role: (typeof ROLES)[number];
  probabilityPercent: number;
  group: string;
  groupWeight: number;
  groupOverride: boolean;
  scanDepth: number | null;
  excludeRecursion: boolean;
  preventRecursion: boolean;
  delayUntilRecursion: boolean;
  stickyMessages: number;
  cooldownMessages: number;
  delayMessages: number;
  /** The entry as its card had it, to be kept with it and given back on export. */
  extras: JsonObject;
}

export interface LorebookDraft {
  name: string;
  description: string;
  scanDepth: number | null;
  tokenBudget: number | null;
  recursive: boolean | null;
  entries: LoreEntryDraft[];
}
