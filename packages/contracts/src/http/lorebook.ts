import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { displayName, pageQuery, storable, text } from './common.ts';
import { publishProblem } from './creator-persona.ts';
import { LORE_POSITIONS } from './lorebook-scan.ts';
import { page } from './wire.ts';

export * from './lorebook-scan.ts';

export const SECONDARY_LOGICS = ['and-any', 'not-all', 'not-any', 'and-all'] as const;
export const LORE_ROLES = ['system', 'user', 'assistant'] as const;

/** An entry as it is answered: wider than what is taken today, because cards bring what they like. The rules behind each field are in docs/lorebooks.md. */
export const loreEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  comment: z.string(),
  isEnabled: z.boolean(),
  keys: z.array(z.string()),
  secondaryKeys: z.array(z.string()),
  isSelective: z.boolean(),
  secondaryLogic: z.enum(SECONDARY_LOGICS),
  areKeysRegex: z.boolean(),
  /** Null, here and below: as the book says. */
  isCaseSensitive: z.nullable(z.boolean()),
  matchesWholeWords: z.nullable(z.boolean()),
  isConstant: z.boolean(),
  content: z.string(),
  order: z.number(),
  priority: z.nullable(z.number()),
  claimsFirst: z.boolean(),
  position: z.enum(LORE_POSITIONS),
  depth: z.number(),
  role: z.enum(LORE_ROLES),
  scanDepthMessages: z.nullable(z.number()),
  probabilityPercent: z.number(),
  groups: z.array(z.string()),
  groupWeight: z.number(),
  winsGroup: z.boolean(),
  usesGroupScoring: z.nullable(z.boolean()),
  isExcludedFromRecursion: z.boolean(),
  preventsRecursion: z.boolean(),
  recursionDelayLevel: z.number(),
  stickyMessages: z.number(),
  cooldownMessages: z.number(),
  delayMessages: z.number(),
});
export type LoreEntryAnswer = z.infer<typeof loreEntry>;

const between = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const keys = z.array(text(LIMITS.loreKeyCharsMax).check(z.minLength(1))).check(z.maxLength(LIMITS.loreKeysPerEntryMax));
/** Cards write the groups of an entry as one text with commas. */
const group = text(100).check(
  z.minLength(1),
  z.refine((name) => !name.includes(','), 'must have no comma'),
);

/** What is left out stays, or has its usual value in a new entry. */
export const loreEntryChanges = z.strictObject(
  z.partial(
    z.strictObject({
      name: text(LIMITS.loreNameCharsMax),
      comment: text(LIMITS.loreCommentCharsMax),
      isEnabled: z.boolean(),
      keys,
      secondaryKeys: keys,
      isSelective: z.boolean(),
      secondaryLogic: z.enum(SECONDARY_LOGICS),
      areKeysRegex: z.boolean(),
      isCaseSensitive: z.nullable(z.boolean()),
      matchesWholeWords: z.nullable(z.boolean()),
      isConstant: z.boolean(),
      content: text(LIMITS.loreContentCharsMax),
      order: between(-1_000_000, 1_000_000),
      priority: z.nullable(between(-1_000_000, 1_000_000)),
      claimsFirst: z.boolean(),
      position: z.enum(LORE_POSITIONS),
      depth: between(0, 1_000),
      role: z.enum(LORE_ROLES),
      scanDepthMessages: z.nullable(between(0, 100)),
      probabilityPercent: between(0, 100),
      groups: z.array(group).check(z.maxLength(20)),
      groupWeight: between(1, 10_000),
      winsGroup: z.boolean(),
      usesGroupScoring: z.nullable(z.boolean()),
      isExcludedFromRecursion: z.boolean(),
      preventsRecursion: z.boolean(),
      recursionDelayLevel: between(0, 1_000),
      stickyMessages: between(0, 10_000),
      cooldownMessages: between(0, 10_000),
      delayMessages: between(0, 10_000),
    }),
  ).shape,
);
export type LoreEntryChanges = z.infer<typeof loreEntryChanges>;

export const loreSettings = z.strictObject({
  scanDepthMessages: z.nullable(between(0, 1_000_000)),
  budgetTokens: z.nullable(between(0, 1_000_000)),
  isRecursive: z.boolean(),
  recursionStepsMax: between(0, 10),
  isCaseSensitive: z.boolean(),
  matchesWholeWords: z.boolean(),
  usesGroupScoring: z.boolean(),
});

export const loreProblem = z.strictObject({ entryId: z.string(), kind: z.string(), about: z.string() });

/** A persona's lorebook without its entries; one that has none has an empty one. */
export const lorebook = z.strictObject({
  /** Of the persona: every change names the one that it was made to. */
  revision: z.int(),
  name: z.string(),
  description: z.string(),
  settings: loreSettings,
  entryCount: z.int(),
  sizeBytes: z.int(),
  /** Keys and decorators that do nothing, with the reason; the first ones. */
  problems: z.array(loreProblem),
});
export type Lorebook = z.infer<typeof lorebook>;

/** An entry in a list: what tells it apart. */
export const loreLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The first ones, their ends cut. */
  keys: z.array(z.string()),
  keyCount: z.int(),
  isEnabled: z.boolean(),
  isConstant: z.boolean(),
  order: z.number(),
  position: z.enum(LORE_POSITIONS),
  contentChars: z.int(),
});
export type LoreLine = z.infer<typeof loreLine>;
export const loreLinesPage = page(loreLine);
export type LoreLinesPage = z.infer<typeof loreLinesPage>;

/** `q`: what a name, a key or the text has in it. */
export const loreLinesQuery = z.strictObject({ ...pageQuery.shape, q: z.optional(text(LIMITS.searchCharsMax)) });

const step = {
  /** The persona's, that the change was made to; another one since is `changed_meanwhile`. */
  revision: between(1, 2_147_483_647),
  note: z.optional(text(LIMITS.noteCharsMax)),
};
const entryId = z.string().check(z.regex(/^[\w.-]{1,40}$/, 'must be the id of an entry'));

/** With `entries` the whole book: one whose `id` is known keeps what it has beyond the named fields, all others are new. */
export const lorebookChanges = z.strictObject({
  ...step,
  name: z.optional(text(LIMITS.loreNameCharsMax)),
  description: z.optional(text(LIMITS.loreCommentCharsMax)),
  settings: z.optional(loreSettings),
  entries: z.optional(
    z
      .array(z.strictObject({ id: z.optional(entryId), ...loreEntryChanges.shape }))
      .check(z.maxLength(LIMITS.loreEntriesMax)),
  ),
});
export type LorebookChanges = z.infer<typeof lorebookChanges>;

/** At the end, or before another entry. */
export const loreEntryAddition = z.strictObject({ ...step, beforeId: z.optional(entryId), entry: loreEntryChanges });
export type LoreEntryAddition = z.infer<typeof loreEntryAddition>;
export const loreEntryEdit = z.strictObject({ ...step, entry: loreEntryChanges });
export type LoreEntryEdit = z.infer<typeof loreEntryEdit>;
/** `beforeId` null: to the end. */
export const loreEntryMove = z.strictObject({ ...step, entryId, beforeId: z.nullable(entryId) });
export type LoreEntryMove = z.infer<typeof loreEntryMove>;
export const loreRevisionQuery = z.strictObject({ revision: z.coerce.number().check(z.int(), z.minimum(1)) });
export const loreEntryParam = z.strictObject({ id: z.uuid().check(z.toLowerCase()), entryId });

/** What became of a change. */
export const loreSaved = z.strictObject({
  revision: z.int(),
  entryCount: z.int(),
  /** The one that was added or changed. */
  entry: z.nullable(loreEntry),
  /** What would keep the persona from being published as it is. */
  publishProblems: z.array(publishProblem),
});
export type LoreSaved = z.infer<typeof loreSaved>;

/** Messages, oldest first; the last one is what is answered. */
export const loreTrial = z.strictObject({
  messages: z.array(z.string().check(z.maxLength(LIMITS.loreTrialCharsMax), storable())).check(
    z.minLength(1),
    z.maxLength(LIMITS.historyMessagesMax),
    z.refine(
      (messages) => messages.reduce((chars, message) => chars + message.length, 0) <= LIMITS.loreTrialCharsMax,
      'must be shorter together',
    ),
  ),
  /** The one who talks, as `{{user}}`. */
  fanName: z.optional(displayName(LIMITS.nameCharsMax)),
  /** In place of what a prompt has room for. */
  budgetTokens: z.optional(between(0, 100_000)),
});
export type LoreTrial = z.infer<typeof loreTrial>;
