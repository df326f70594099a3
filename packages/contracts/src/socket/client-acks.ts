import { errorCode } from '../errors.ts';
import { id } from '../http/wire.ts';
import { microcoinsNonNegative } from '../money.ts';
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

export type JoinRoomAck = z.infer<typeof joined> | Refusal;
export type SendMessageAck = z.infer<typeof sent> | Refusal;
export type DoneAck = z.infer<typeof done> | Refusal;

/** How each event of a client is acknowledged. */
export const CLIENT_ACKS = {
  joinRoom: z.union([joined, refusal]),
  leaveRoom: z.union([done, refusal]),
  sendMessage: z.union([sent, refusal]),
  editMessage: z.union([sent, refusal]),
  regenerate: z.union([sent, refusal]),
  continueReply: z.union([sent, refusal]),
  stopGeneration: z.union([done, refusal]),
} as const;
export type ClientEventName = keyof typeof CLIENT_ACKS;
