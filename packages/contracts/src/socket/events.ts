import { errorCode } from '../errors.ts';
import { message, messageCharge, messageStatus } from '../http/chat.ts';
import { balance } from '../http/coin.ts';
import { id, instant, storable } from '../http/common.ts';
import { LIMITS } from '../limits.ts';
import { microcoins, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';

/** Every event of a client is answered with one of these two. */
const refusal = z.strictObject({ ok: z.literal(false), code: errorCode, message: z.string() });
export type Refusal = z.infer<typeof refusal>;

/** A stream as far as it has come: the text so far and the number of its last delta. */
export const activeReply = z.strictObject({ replyId: id, seq: z.int(), text: z.string() });
export type ActiveReply = z.infer<typeof activeReply>;

const joined = z.strictObject({ ok: z.literal(true), active: z.array(activeReply) });
const done = z.strictObject({ ok: z.literal(true) });
const sent = z.strictObject({
  ok: z.literal(true),
  /** The fan's message; for another reply, or more of one, what that reply hangs below. */
  messageId: id,
  replyId: id,
  chargedMicrocoins: microcoinsNonNegative,
  /** Set aside for a price by tokens; its end charges what was delivered and frees the rest. */
  heldMicrocoins: microcoinsNonNegative,
  balanceMicrocoins: microcoinsNonNegative,
});

export const joinRoomRequest = z.strictObject({ conversationId: id });
/** What every event that costs has: an id chosen by the client, once for each wish (a retry with the same one is never charged again), … */
const wish = {
  conversationId: id,
  clientMessageId: id,
  /** … and the price that the fan was shown; a higher one now answers `price_changed`, and nothing is charged. */
  maxPriceMicrocoins: z.optional(microcoinsNonNegative),
};
const content = z.string().check(
  z.maxLength(LIMITS.messageCharsMax),
  z.refine((text) => text.trim() !== '', 'must not be blank'),
  storable(),
);
export const sendMessageRequest = z.strictObject({ ...wish, content });
/** Says something else in the place of message `messageId`: a sibling of it, with a reply. */
export const editMessageRequest = z.strictObject({ ...wish, messageId: id, content });
/** Another reply beside `messageId` (the first one is free), or a reply below it that goes on. */
export const replyRequest = z.strictObject({ ...wish, messageId: id });
export type EditMessageRequest = z.infer<typeof editMessageRequest>;
export type ReplyRequest = z.infer<typeof replyRequest>;
export type SendMessageRequest = z.infer<typeof sendMessageRequest>;
export const stopGenerationRequest = z.strictObject({ replyId: id });

export type JoinRoomAck = z.infer<typeof joined> | Refusal;
export type SendMessageAck = z.infer<typeof sent> | Refusal;
export type DoneAck = z.infer<typeof done> | Refusal;

/** Client → server: payload and acknowledgement of each event. */
export const CLIENT_EVENTS = {
  joinRoom: { payload: joinRoomRequest, ack: z.union([joined, refusal]) },
  leaveRoom: { payload: joinRoomRequest, ack: z.union([done, refusal]) },
  sendMessage: { payload: sendMessageRequest, ack: z.union([sent, refusal]) },
  editMessage: { payload: editMessageRequest, ack: z.union([sent, refusal]) },
  regenerate: { payload: replyRequest, ack: z.union([sent, refusal]) },
  continueReply: { payload: replyRequest, ack: z.union([sent, refusal]) },
  stopGeneration: { payload: stopGenerationRequest, ack: z.union([done, refusal]) },
} as const;
export type ClientEventName = keyof typeof CLIENT_EVENTS;

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
} as const;
export type ServerEventName = keyof typeof SERVER_EVENTS;
export type ServerEvent<Name extends ServerEventName> = z.infer<(typeof SERVER_EVENTS)[Name]>;

export type ServerToClientEvents = { [Name in ServerEventName]: (payload: ServerEvent<Name>) => void };
export type ClientToServerEvents = {
  [Name in ClientEventName]: (
    payload: z.input<(typeof CLIENT_EVENTS)[Name]['payload']>,
    ack: (answer: z.infer<(typeof CLIENT_EVENTS)[Name]['ack']>) => void,
  ) => void;
};
