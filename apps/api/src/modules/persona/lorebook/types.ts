import type { LORE_REFUSALS } from '@troupe/contracts/http/lorebook';
import { LORE_POSITIONS, LORE_ROLES, SECONDARY_LOGICS } from '@troupe/contracts/http/lorebook';

/**
 * The neutral shape of a lorebook: what the engine reads, the editor shows and card files are mapped to and from (card-entry.ts, card-book.ts).
 * The rules behind each field are in docs/lorebooks.md.
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export { LORE_POSITIONS, LORE_ROLES, SECONDARY_LOGICS };
export type SecondaryLogic = (typeof SECONDARY_LOGICS)[number];
export type LorePosition = (typeof LORE_POSITIONS)[number];
export type LoreRole = (typeof LORE_ROLES)[number];

/** What an entry is made of; everything but its identity and its origin. `null` is: as the book says. */
export interface LoreFields {
  /** For people; neither is ever told to a model. */
  name: string;
  comment: string;
  isEnabled: boolean;
  /** Words or phrases, or `/pattern/flags`. One of them is enough. */
  keys: readonly string[];
  /** Conditions beside a key, only if `isSelective`. */
  secondaryKeys: readonly string[];
  isSelective: boolean;
  secondaryLogic: SecondaryLogic;
  /** Every key is a pattern, with or without slashes (V3 `use_regex`). */
  areKeysRegex: boolean;
  isCaseSensitive: boolean | null;
  matchesWholeWords: boolean | null;
  /** Active without a key. */
  isConstant: boolean;
  content: string;
  /** Lower stands earlier in the prompt. */
  order: number;
  /** Higher claims the budget earlier; without it `order` counts. */
  priority: number | null;
  /** Claims the budget before all others. */
  claimsFirst: boolean;
  position: LorePosition;
  /** Messages from the end, for `at-depth`; 0 is after the last one. */
  depth: number;
  role: LoreRole;
  scanDepthMessages: number | null;
  /** 0 to 100. */
  probabilityPercent: number;
  /** Of entries that share a group, one is active at a time. */
  groups: readonly string[];
  groupWeight: number;
  winsGroup: boolean;
  usesGroupScoring: boolean | null;
  /** What other entries say doesn't trigger it. */
  isExcludedFromRecursion: boolean;
  /** What it says triggers no other entry. */
  preventsRecursion: boolean;
  /** 0: doesn't wait. 1 and more: only triggered in recursion, the lower levels first. */
  recursionDelayLevel: number;
  /** In messages; 0 is none. */
  stickyMessages: number;
  cooldownMessages: number;
  delayMessages: number;
}

export interface LoreEntry extends LoreFields {
  /** Unique in its book, and the same in all revisions: draws and timed effects go by it. */
  id: string;
  /** The entry as the card had it, with whatever this program doesn't know; empty for one that was written here. */
  source: JsonObject;
}

export interface LoreSettings {
  /** Newest messages that keys are looked for in; null is `LORE_LIMITS.scanDepthMessagesDefault`. */
  scanDepthMessages: number | null;
  /** On top of what the prompt allows; null is no limit of its own. */
  budgetTokens: number | null;
  isRecursive: boolean;
  recursionStepsMax: number;
  isCaseSensitive: boolean;
  matchesWholeWords: boolean;
  usesGroupScoring: boolean;
}

export interface LoreBook {
  name: string;
  description: string;
  settings: LoreSettings;
  entries: readonly LoreEntry[];
  /** The book as the card had it, without its entries. */
  source: JsonObject;
}

/** A finished message on the active path. */
export interface LoreMessage {
  id: string;
  text: string;
}

/**
 * Which entries began a sticky time or a cooldown, and with which reply. An id that is not on the path counts for nothing, so edited, deleted
 * and other branches' messages take their effects with them.
 */
export interface LoreState {
  readonly started: readonly { readonly replyId: string; readonly entryIds: readonly string[] }[];
}

/** `at` is a place in the text's NFC form, in UTF-16 units; -1 for a pattern whose place nobody asked for (`locatesPatterns`). */
export type LoreWhy =
  | { kind: 'constant' }
  | { kind: 'sticky'; replyId: string }
  | { kind: 'key'; key: string; messageIndex: number; at: number }
  | { kind: 'key-in-entry'; key: string; entryId: string; at: number };

export type LoreRefusal = (typeof LORE_REFUSALS)[number];

export interface ActiveEntry {
  entry: LoreEntry;
  /** As it was written, without decorators. Macros are left for the prompt: what is in their place must not be read for macros again. */
  text: string;
  position: { place: LorePosition; depth: number; role: LoreRole };
  tokens: number;
  /** 0 is the first to claim the budget. */
  rank: number;
  /** 0: by the messages. 1 and more: by what entries of the passes before say. */
  pass: number;
  why: LoreWhy[];
}

export interface RefusedEntry {
  entry: LoreEntry;
  because: LoreRefusal;
}

export interface LoreScan {
  /** In the order in which they stand in the prompt. */
  active: ActiveEntry[];
  /** What had a key in the texts, or needs none, and is not active all the same. */
  refused: RefusedEntry[];
  usedTokens: number;
  nextState: LoreState;
}
