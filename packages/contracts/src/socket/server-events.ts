import { errorCode } from '../errors.ts';
import { balance } from '../http/balance.ts';
import { message, messageCharge, messageStatus } from '../http/conversation.ts';
import { freshNotification, unread } from '../http/notification.ts';
import { id, instant } from '../http/wire.ts';
import { microcoins, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';

/** Server → client. `message*` go to the conversation's room, the others to every socket of the user. */
export const SERVER_EVENTS = {
  message: z.strictObject({ message }),
  /** `seq` counts from 1 without gaps; a client that sees one joins the room again and gets the text so far. */
  messageDelta: z.strictObject({ conversationId: id, replyId: id, seq: z.int(), text: z.string() }),
  messageDone: z.strictObject({
    conversationId: id,
    replyId: id,
    status: messageStatus,
    content: z.string(),
    failureCode: z.nullable(errorCode),
    receipt: messageCharge,
  }),
  messageFailed: z.strictObject({
    conversationId: id,
    replyId: id,
    content: z.string(),
    code: errorCode,
    refunded: z.boolean(),
    receipt: messageCharge,
  }),
  /** Something about a conversation changed beside its stream (branch, title, a deleted message): read it again. To all sockets of the fan. */
  conversationChanged: z.strictObject({ conversationId: id }),
  balance,
  /** Once when the balance first falls under the fan's threshold, again only after a top-up. */
  lowBalance: z.strictObject({ balanceMicrocoins: microcoinsNonNegative }),
  earning: z.strictObject({
    /** Null for a tip to the creator, not to one persona. */
    personaId: z.nullable(id),
    kind: z.enum(['message', 'refund', 'tip']),
    payableMicrocoins: microcoins,
    promotionalMicrocoins: microcoins,
    createdAt: instant,
  }),
  notification: freshNotification,
  /** Some were read or deleted, here or on another device. */
  notificationsRead: unread,
} as const;
export type ServerEventName = keyof typeof SERVER_EVENTS;
export type ServerEvent<Name extends ServerEventName> = z.infer<(typeof SERVER_EVENTS)[Name]>;
