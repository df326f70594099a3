import * as z from '../zod.ts';

/** In the order of SillyTavern's numbers 0 to 7, which stand in card files. */
export const LORE_POSITIONS = [
  'before-character',
  'after-character',
  'before-note',
  'after-note',
  'at-depth',
  'before-examples',
  'after-examples',
  'outlet',
] as const;

/** `at` is a place in the text, in UTF-16 units; -1 for a pattern whose place is not known. */
export const loreWhy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant') }),
  z.strictObject({ kind: z.literal('sticky'), replyId: z.string() }),
  z.strictObject({ kind: z.literal('key'), key: z.string(), messageIndex: z.int(), at: z.int() }),
  z.strictObject({ kind: z.literal('key-in-entry'), key: z.string(), entryId: z.string(), at: z.int() }),
]);
export const LORE_REFUSALS = [
  'disabled',
  'empty',
  'no-place',
  'out-of-scan-depth',
  'secondary-keys',
  'delay',
  'cooldown',
  'waits-for-recursion',
  'excluded-from-recursion',
  'group',
  'probability',
  'budget',
  'regex-budget',
] as const;

const named = { id: z.string(), name: z.string() };
const found = {
  /** In the order in which they stand in the prompt. */
  active: z.array(
    z.strictObject({
      ...named,
      position: z.enum(LORE_POSITIONS),
      order: z.number(),
      tokens: z.int(),
      /** 0: by the messages. 1 and more: by what entries of the passes before say. */
      pass: z.int(),
      why: z.array(loreWhy),
    }),
  ),
  /** What had a key in the messages, or needs none, and is not active all the same; the first ones. */
  refused: z.array(z.strictObject({ ...named, because: z.enum(LORE_REFUSALS) })),
  refusedCount: z.int(),
  usedTokens: z.int(),
};
/** Which entries a conversation triggers, and why; what is refused costs nothing. */
export const loreScan = z.strictObject(found);
export const loreFindings = z.strictObject({ ...found, budgetTokens: z.int() });
export type LoreFindings = z.infer<typeof loreFindings>;
