import { ECONOMY } from '@troupe/contracts/economy';
import type { ErrorCode } from '@troupe/contracts/errors';
import type { MessageStatus } from '@troupe/contracts/http/chat';

/** How a generation came to its end, before anyone asks what it costs. */
export type Ending =
  | { kind: 'completed' }
  | { kind: 'stopped' }
  | { kind: 'blocked' }
  | { kind: 'failed'; code: ErrorCode };

/** The final state of a reply. `refund` wishes for all coins back; for stops the daily limit still has a say. */
export interface Verdict {
  status: Extract<MessageStatus, 'done' | 'stopped' | 'failed'>;
  refund: boolean;
  failureCode: ErrorCode | null;
  /** Nothing to see was delivered: only then a price by tokens is not paid. */
  undelivered: boolean;
}

/** Whether a reply never happened in the story: it failed, and nobody paid for what came of it. */
export function isTakenBack(reply: {
  status: MessageStatus;
  chargedMicrocoins: bigint | null;
  refunded: boolean;
}): boolean {
  return reply.status === 'failed' && (reply.refunded || (reply.chargedMicrocoins ?? 0n) === 0n);
}

/** Characters that a person sees: no white space, no control or format characters. */
export function countVisibleChars(text: string): number {
  return [...text.replace(/[\s\p{C}]/gu, '')].length;
}

/**
 * How a reply ends, and what that costs at a flat price, when this text was delivered:
 * nothing delivered is free; a failure after less than a sentence is free and keeps its text; else the price stands.
 * What a check blocked is free however it ended, and its text is not kept.
 */
export function judgeEnding(ending: Ending, deliveredText: string, isBlocked = false): Verdict {
  if (isBlocked || ending.kind === 'blocked')
    return { status: 'failed', refund: true, failureCode: 'content_blocked', undelivered: true };
  const visible = countVisibleChars(deliveredText);
  const undelivered = visible === 0;
  if (ending.kind === 'stopped')
    return { status: 'stopped', refund: undelivered, failureCode: 'stopped_by_fan', undelivered };
  if (undelivered) {
    const failureCode = ending.kind === 'failed' ? ending.code : 'provider_empty';
    return { status: 'failed', refund: true, failureCode, undelivered };
  }
  if (ending.kind === 'completed') return { status: 'done', refund: false, failureCode: null, undelivered };
  const isShort = visible < ECONOMY.sentenceVisibleChars;
  return { status: isShort ? 'failed' : 'done', refund: isShort, failureCode: ending.code, undelivered };
}
