import { ECONOMY } from '@troupe/contracts/economy';
import type { ErrorCode } from '@troupe/contracts/errors';
import type { MessageStatus } from '@troupe/contracts/http/chat';

/** How a generation came to its end, before anyone asks what it costs. */
export type Ending = { kind: 'completed' } | { kind: 'stopped' } | { kind: 'failed'; code: ErrorCode };

/** The final state of a reply. `refund` wishes for all coins back; for stops the daily limit still has a say. */
export interface Verdict {
  status: Extract<MessageStatus, 'done' | 'stopped' | 'failed'>;
  refund: boolean;
  failureCode: ErrorCode | null;
}

/** Characters that a person sees: no white space, no control or format characters. */
export function countVisibleChars(text: string): number {
  return [...text.replace(/[\s\p{C}]/gu, '')].length;
}

/**
 * What a flat-priced reply costs when it ended like this with this text delivered:
 * nothing delivered is free; a failure after less than a sentence is free and keeps its text; else the price stands.
 */
export function judgeEnding(ending: Ending, deliveredText: string): Verdict {
  const visible = countVisibleChars(deliveredText);
  if (ending.kind === 'stopped') return { status: 'stopped', refund: visible === 0, failureCode: 'stopped_by_fan' };
  if (visible === 0) {
    return { status: 'failed', refund: true, failureCode: ending.kind === 'failed' ? ending.code : 'provider_empty' };
  }
  if (ending.kind === 'completed') return { status: 'done', refund: false, failureCode: null };
  if (visible < ECONOMY.sentenceVisibleChars) return { status: 'failed', refund: true, failureCode: ending.code };
  return { status: 'done', refund: false, failureCode: ending.code };
}
