import { errorCode } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { displayName, id, instant, pageQuery, storable, text } from './common.ts';
import { messageStatus, reaction } from './conversation.ts';
import { loreScan } from './lorebook-scan.ts';

export * from './conversation.ts';

export const createConversationRequest = z.strictObject({ personaId: id });
export type CreateConversationRequest = z.infer<typeof createConversationRequest>;

/** Only what is named changes. */
export const updateConversationRequest = z.strictObject({
  title: z.optional(z.nullable(displayName(LIMITS.titleCharsMax))),
  pinned: z.optional(z.boolean()),
  archived: z.optional(z.boolean()),
  fanName: z.optional(displayName(LIMITS.nameCharsMax)),
  fanDescription: z.optional(text(LIMITS.fanDescriptionCharsMax)),
  authorNote: z.optional(text(LIMITS.authorNoteCharsMax)),
  authorNoteDepth: z.optional(z.int().check(z.minimum(0), z.maximum(LIMITS.authorNoteDepthMax))),
  memoryEnabled: z.optional(z.boolean()),
});
export type UpdateConversationRequest = z.infer<typeof updateConversationRequest>;

/** `q` looks in titles, names of personas and messages; `archived` shows those that were put away instead of the others. */
export const conversationsQuery = z.strictObject({
  ...pageQuery.shape,
  q: z.optional(text(LIMITS.searchCharsMax)),
  archived: z._default(z.stringbool(), false),
});
export type ConversationsQuery = z.input<typeof conversationsQuery>;

/** Messages oldest first; `nextCursor` leads to older ones. */
export const messagesQuery = pageQuery;

/** Shows the branch that message `messageId` is in: down from it, the newest message at every fork. */
export const selectBranchRequest = z.strictObject({ messageId: id });
export type SelectBranchRequest = z.infer<typeof selectBranchRequest>;

export const reactionRequest = z.strictObject({ reaction: z.nullable(reaction) });
export type ReactionRequest = z.infer<typeof reactionRequest>;

/** The rolling summary of what was said before the messages that the prompt still holds. */
export const conversationMemory = z.strictObject({
  enabled: z.boolean(),
  text: z.string(),
  /** Messages of the branch that is shown that it covers. */
  coveredMessages: z.int(),
  /** True when the fan's own words are in it. */
  edited: z.boolean(),
  updatedAt: z.nullable(instant),
});
export type ConversationMemory = z.infer<typeof conversationMemory>;
export const writeMemoryRequest = z.strictObject({ text: text(LIMITS.memoryCharsMax) });
export type WriteMemoryRequest = z.infer<typeof writeMemoryRequest>;

export const exportQuery = z.strictObject({ format: z._default(z.enum(['markdown', 'json']), 'markdown') });
export type ExportQuery = z.input<typeof exportQuery>;

/** A message over HTTP; the answer is a stream of `CHAT_STREAM_EVENTS`. Without `conversationId` a conversation with the persona is opened. */
export const chatRequest = z
  .strictObject({
    message: z.string().check(
      z.maxLength(LIMITS.messageCharsMax),
      z.refine((said) => said.trim() !== '', 'must not be blank'),
      storable(),
    ),
    conversationId: z.optional(id),
    personaId: z.optional(id),
    /** Chosen by the client, once for each message: a retry with the same one is never charged again, and streams the same reply. */
    clientMessageId: z.optional(id),
    maxPriceMicrocoins: z.optional(microcoinsNonNegative),
  })
  .check(
    z.refine(
      (request) => (request.conversationId === undefined) !== (request.personaId === undefined),
      'needs either a conversationId or a personaId',
    ),
  );
export type ChatRequest = z.infer<typeof chatRequest>;

/** Id of an event of the stream: the reply, and how many of its characters (UTF-16 units) were told. Sent back as `Last-Event-ID` it goes on there. */
export const chatEventId = z.string().check(z.regex(/^[0-9a-f-]{36}:\d{1,6}$/));

/** Server-Sent Events of `POST /chat`: once `meta`, `answer` until `finished`, then `usage` and `done`, or `error`. */
export const CHAT_STREAM_EVENTS = {
  meta: z.strictObject({ conversationId: id, messageId: id, replyId: id }),
  answer: z.strictObject({ content: z.string(), finished: z.boolean() }),
  usage: z.strictObject({
    tokensUsed: z.int(),
    chargedMicrocoins: microcoinsNonNegative,
    refundedMicrocoins: microcoinsNonNegative,
    balanceAfterMicrocoins: microcoinsNonNegative,
  }),
  done: z.strictObject({ status: messageStatus }),
  error: z.strictObject({ code: errorCode, message: z.string(), refunded: z.boolean() }),
} as const;

/** What the model is told, for the creator's own preview chats only. Tokens are counted here, about as a model would. */
export const promptInspection = z.strictObject({
  budgetTokens: z.int(),
  usedTokens: z.int(),
  /** The parts that can't be left out are more than the budget on their own. */
  isOverBudget: z.boolean(),
  sections: z.array(
    z.strictObject({
      name: z.string(),
      tokens: z.int(),
      /** An item is a turn, an entry, a passage or an example. */
      keptItems: z.int(),
      droppedItems: z.int(),
      /** The text was too long and ends early, after a whole sentence. */
      isCut: z.boolean(),
    }),
  ),
  /** Macros in the creator's texts that nothing here knows. */
  unknownMacros: z.array(z.string()),
  /** Which entries of the lorebook what was said triggers; null without one. */
  lore: z.nullable(loreScan),
  turns: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
  /** What was found in the training data, the best first; `sections` says how many of them had room. */
  passages: z.array(z.strictObject({ fileId: id, fileName: z.string(), number: z.int(), text: z.string() })),
});
export type PromptInspection = z.infer<typeof promptInspection>;
