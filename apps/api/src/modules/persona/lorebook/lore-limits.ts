/** Replies whose effects are remembered. */
export const LORE_REPLIES_MAX = 200;

/** Every limit of a lorebook, with its unit last. What is beyond one is named by `compileLorebook` and does nothing. */
export const LORE_LIMITS = {
  entriesMax: 10_000,
  /** Primary and secondary each. */
  keysPerEntryMax: 100,
  keyCharsMax: 200,
  /** Of all words and phrases of a book: the automaton takes about 20 bytes for each. */
  bookKeyCharsMax: 500_000,
  contentCharsMax: 20_000,
  scanDepthMessagesDefault: 4,
  scanDepthMessagesMax: 100,
  /** Of the newest messages; older ones are not looked into. */
  scanCharsMax: 100_000,
  recursionStepsDefault: 3,
  recursionStepsMax: 10,
  recursionCharsMax: 100_000,
  activeEntriesMax: 500,
  patternCharsMax: 500,
  /** RE2 instructions: what a character may cost at worst. */
  patternInstructionsMax: 500,
  bookPatternsMax: 200,
  bookInstructionsMax: 5_000,
  /** What a pattern may remember between texts; beyond it each character costs its instructions. */
  patternMemoryBytes: 128 * 1_024,
  /** Instructions times characters of one scan, of texts that have what a pattern can't do without; about 15 ns each at worst. */
  patternStepsMax: 1_500_000,
  timedMessagesMax: 10_000,
  depthMax: 1_000,
  startedRepliesMax: LORE_REPLIES_MAX,
  whyMax: 8,
} as const;
