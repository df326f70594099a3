import { id, storable } from '../http/wire.ts';
import { LIMITS } from '../limits.ts';
import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { CLIENT_ACKS, type ClientEventName } from './client-acks.ts';
import type { ServerEvent, ServerEventName } from './server-events.ts';

/* A browser loads what it hears, and not what the server checks: hence three files. */
export * from './client-acks.ts';
export * from './server-events.ts';

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

/** Client → server: payload and acknowledgement of each event. */
export const CLIENT_EVENTS = {
  joinRoom: { payload: joinRoomRequest, ack: CLIENT_ACKS.joinRoom },
  leaveRoom: { payload: joinRoomRequest, ack: CLIENT_ACKS.leaveRoom },
  sendMessage: { payload: sendMessageRequest, ack: CLIENT_ACKS.sendMessage },
  editMessage: { payload: editMessageRequest, ack: CLIENT_ACKS.editMessage },
  regenerate: { payload: replyRequest, ack: CLIENT_ACKS.regenerate },
  continueReply: { payload: replyRequest, ack: CLIENT_ACKS.continueReply },
  stopGeneration: { payload: stopGenerationRequest, ack: CLIENT_ACKS.stopGeneration },
} as const;

export type ServerToClientEvents = { [Name in ServerEventName]: (payload: ServerEvent<Name>) => void };
export type ClientToServerEvents = {
  [Name in ClientEventName]: (
    payload: z.input<(typeof CLIENT_EVENTS)[Name]['payload']>,
    ack: (answer: z.infer<(typeof CLIENT_EVENTS)[Name]['ack']>) => void,
  ) => void;
};
