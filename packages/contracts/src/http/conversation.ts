import { errorCode } from '../errors.ts';
import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { care } from './care.ts';
import { personaBrief } from './persona-brief.ts';
import { personaVoice } from './persona-voice.ts';
import { id, instant, page } from './wire.ts';

/* What a chat shows. By itself, because its page loads it: requests and rarer answers stay in `chat.ts`. */

/** `queued` and `streaming` are alive; the other three are final. */
export const messageStatus = z.enum(['queued', 'streaming', 'done', 'stopped', 'failed']);
export type MessageStatus = z.infer<typeof messageStatus>;

/** What a reply cost. `refundedMicrocoins` is zero or the whole of `chargedMicrocoins`. */
export const messageCharge = z.strictObject({
  chargedMicrocoins: microcoinsNonNegative,
  refundedMicrocoins: microcoinsNonNegative,
});
export type MessageCharge = z.infer<typeof messageCharge>;

/** What a fan can put on a message, one at a time. */
export const reaction = z.enum(['❤️', '😂', '😮', '😢', '🔥', '👍']);
export type Reaction = z.infer<typeof reaction>;

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
  reaction: z.nullable(reaction),
  /** On the fan's own messages: `crisis` asks every device to show where people can be reached now (`GET /care/resources`). */
  care: z.nullable(care),
  createdAt: instant,
});
export type Message = z.infer<typeof message>;

export const conversation = z.strictObject({
  id,
  persona: personaBrief,
  starters: z.array(z.string()),
  voice: personaVoice,
  /** False when the persona is not published, but for whoever writes it: history stays readable, sending answers `not_found`. */
  available: z.boolean(),
  /** True with a persona of one's own: its replies are free, and what it is told can be looked at (`GET …/prompt`). */
  preview: z.boolean(),
  /** What its fan calls it; null: the persona's name. */
  title: z.nullable(z.string()),
  pinned: z.boolean(),
  archived: z.boolean(),
  /** How the persona calls the fan (`{{user}}`), and what it knows of them. */
  fanName: z.string(),
  fanDescription: z.string(),
  /** What the fan asks of the story, put into the prompt `authorNoteDepth` messages before its end. */
  authorNote: z.string(),
  authorNoteDepth: z.int(),
  memoryEnabled: z.boolean(),
  createdAt: instant,
});
export type Conversation = z.infer<typeof conversation>;

export const conversationListItem = z.strictObject({
  id,
  persona: personaBrief,
  title: z.nullable(z.string()),
  pinned: z.boolean(),
  archived: z.boolean(),
  /** True when a reply has ended since the fan last read here. */
  unread: z.boolean(),
  lastText: z.string(),
  lastRole: z.enum(['user', 'assistant']),
  lastMessageAt: instant,
});
export type ConversationListItem = z.infer<typeof conversationListItem>;

export const conversationsPage = page(conversationListItem);
export type ConversationsPage = z.infer<typeof conversationsPage>;

export const messagesPage = page(message);
export type MessagesPage = z.infer<typeof messagesPage>;
