import type { ReplyLine } from '../transcript/lines';
import { isFinal } from '../transcript/lines';

/**
 * What another reply beside this one costs, as far as it can be known here: the first one beside a reply that was
 * delivered and paid for is free, where a message has one price. Whether today's free ones are used up only the server knows; it then refuses the
 * price of zero, and nothing is charged.
 */
export function takePriceMicrocoins(line: ReplyLine, messagePriceMicrocoins: number, byTokens = false): number {
  const paid = line.charge !== null && line.charge.chargedMicrocoins > 0 && line.charge.refundedMicrocoins === 0;
  const delivered = line.status === 'done' || line.status === 'stopped';
  return !byTokens && paid && delivered && line.siblingIds.length <= 1 ? 0 : messagePriceMicrocoins;
}

/** A greeting has no other takes that can be asked for. */
export function canRetake(line: ReplyLine): boolean {
  return line.parentId !== null && isFinal(line.status);
}

export function canGoOn(line: ReplyLine): boolean {
  return isFinal(line.status) && line.status !== 'failed' && line.content.trim() !== '';
}
