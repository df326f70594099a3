import { errorCode } from '../errors.ts';
import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { id, instant, page, pageQuery } from './common.ts';
import { personaBrief } from './persona.ts';

/** `queued` and `streaming` are alive; the other three are final. */
export const messageStatus = z.enum(['queued', 'streaming', 'done', 'stopped', 'failed']);
export type MessageStatus = z.infer<typeof messageStatus>;

/** What a reply cost. `refundedMicrocoins` is zero or the whole of `chargedMicrocoins`. */
export const messageCharge = z.strictObject({
  chargedMicrocoins: microcoinsNonNegative,
  refundedMicrocoins: microcoinsNonNegative,
});
export type MessageCharge = z.infer<typeof messageCharge>;

export const message = z.strictObject({
  id,
  conversationId: id,
  parentId: z.nullable(id),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  status: messageStatus,
  /** Why a reply failed or ended early; null when it simply ended. */
  failureCode: z.nullable(errorCode),
  /** True when the built-in offline provider spoke: the UI says that this is a demo voice. */
  demoVoice: z.boolean(),
  /** On replies that were paid for; null on the fan's own messages and on greetings. */
  charge: z.nullable(messageCharge),
  clientMessageId: z.nullable(id),
  /** The messages in this one's place of the tree, itself among them, oldest first: what the arrows walk through. */
  siblingIds: z.array(id),
  createdAt: instant,
});
export type Message = z.infer<typeof message>;

export const createConversationRequest = z.strictObject({ personaId: id });
export type CreateConversationRequest = z.infer<typeof createConversationRequest>;

export const conversation = z.strictObject({
  id,
  persona: personaBrief,
  starters: z.array(z.string()),
  /** False when the persona is no longer published: history stays readable, sending answers `not_found`. */
  available: z.boolean(),
  createdAt: instant,
});
export type Conversation = z.infer<typeof conversation>;

export const conversationListItem = z.strictObject({
  id,
  persona: personaBrief,
  lastText: z.string(),
  lastRole: z.enum(['user', 'assistant']),
  lastMessageAt: instant,
});
export type ConversationListItem = z.infer<typeof conversationListItem>;

export const conversationsPage = page(conversationListItem);
export type ConversationsPage = z.infer<typeof conversationsPage>;

/** Messages oldest first; `nextCursor` leads to older ones. */
export const messagesQuery = pageQuery;
export const messagesPage = page(message);
export type MessagesPage = z.infer<typeof messagesPage>;
