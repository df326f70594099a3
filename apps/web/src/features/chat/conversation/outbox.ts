/** A message that has not been acknowledged, as this tab keeps it over a reload. */
export interface OutgoingMessage {
  clientMessageId: string;
  content: string;
  createdAt: string;
  /** The price that the fan saw when they sent it. */
  maxPriceMicrocoins: number;
}

/** `waiting`: there is no connection, and it leaves by itself when there is one. */
export type SendOutcome = { kind: 'sent' | 'waiting' | 'failed' } | { kind: 'refused'; code: string; content: string };

/** More than anybody writes without a connection. */
const KEPT_MAX = 50;

const keyOf = (conversationId: string) => `outbox:${conversationId}`;

/** What this page knows; the storage is read once and written through, and may be switched off. */
const outboxes = new Map<string, readonly OutgoingMessage[]>();

/**
 * What was written and is not known to have arrived. It lives in this tab's session storage beside the draft: a reload
 * without a connection loses nothing, and because the client message id is kept with it, it is charged once.
 */
export function readOutbox(conversationId: string): readonly OutgoingMessage[] {
  const known = outboxes.get(conversationId) ?? readStorage(conversationId);
  outboxes.set(conversationId, known);
  return known;
}

export function keepInOutbox(conversationId: string, message: OutgoingMessage): void {
  const kept = readOutbox(conversationId);
  const isSame = (other: OutgoingMessage) => other.clientMessageId === message.clientMessageId;
  write(conversationId, kept.some(isSame) ? kept : [...kept, message].slice(-KEPT_MAX));
}

export function dropFromOutbox(conversationId: string, id: string): void {
  const kept = readOutbox(conversationId);
  const left = kept.filter(({ clientMessageId }) => clientMessageId !== id);
  if (left.length < kept.length) write(conversationId, left);
}

function readStorage(conversationId: string): readonly OutgoingMessage[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(conversationId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOutgoing).slice(0, KEPT_MAX) : [];
  } catch {
    // Storage is switched off, or somebody else wrote there: then nothing was kept.
    return [];
  }
}

function write(conversationId: string, messages: readonly OutgoingMessage[]): void {
  outboxes.set(conversationId, messages);
  try {
    if (messages.length === 0) sessionStorage.removeItem(keyOf(conversationId));
    else sessionStorage.setItem(keyOf(conversationId), JSON.stringify(messages));
  } catch {
    // Storage is switched off or full: the message then lives as long as its page.
  }
}

function isOutgoing(value: unknown): value is OutgoingMessage {
  if (value === null || typeof value !== 'object') return false;
  const { clientMessageId, content, createdAt, maxPriceMicrocoins } = value as Record<string, unknown>;
  return (
    typeof clientMessageId === 'string' &&
    typeof content === 'string' &&
    typeof createdAt === 'string' &&
    typeof maxPriceMicrocoins === 'number'
  );
}
