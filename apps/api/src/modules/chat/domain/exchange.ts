import type { PromptTurn } from './prompt-input.ts';

/** What a fan asks for; each is paid for at most once, by its client id. */
export type Ask = {
  conversationId: string;
  clientMessageId: string;
  /** The price that the fan was shown, in microcoins. */
  maxPriceMicrocoins?: number | undefined;
} & (
  | { kind: 'send'; content: string }
  | { kind: 'edit'; messageId: string; content: string }
  | { kind: 'regenerate' | 'continue'; messageId: string }
);

/** The message that an ask is about, and the one above it. */
export interface Target {
  id: string;
  role: PromptTurn['role'];
  status: 'queued' | 'streaming' | 'done' | 'stopped' | 'failed';
  content: string;
  parentId: string | null;
  above: { role: PromptTurn['role']; content: string; parentId: string | null } | undefined;
}

/** Where an exchange goes in the tree. */
export interface Place {
  /** The message that it hangs below; null: the end of the branch that is shown, whatever that is when it is written. */
  parentId: string | null;
  /** What the fan says, a message of its own; null when only a reply is written. */
  says: string | null;
  /** The last message of the history that the prompt tells; null: the same end. */
  historyEndId: string | null;
  /** What the reply answers; null when the reply before it goes on. */
  answers: string | null;
}

export type Placed = { kind: 'placed'; place: Place } | { kind: 'not-found' } | { kind: 'under-way' };

/** A new message at the end of the branch that is shown. */
export function placeOfSend(content: string): Place {
  return { parentId: null, says: content, historyEndId: null, answers: content };
}

/**
 * Edit: a sibling of what the fan said, with a reply. Regenerate: a sibling of a reply; greetings have none. Continue: a reply below a reply.
 * What is still being written has to end first.
 */
export function placeOf(kind: 'edit' | 'regenerate' | 'continue', target: Target, content: string): Placed {
  const { id, role, status, parentId, above } = target;
  if ((kind === 'edit') !== (role === 'user')) return { kind: 'not-found' };
  if (kind === 'edit')
    return { kind: 'placed', place: { parentId, says: content, historyEndId: parentId, answers: content } };
  if (status === 'queued' || status === 'streaming') return { kind: 'under-way' };
  if (kind === 'continue') {
    if (status === 'failed' || target.content === '') return { kind: 'not-found' };
    return { kind: 'placed', place: { parentId: id, says: null, historyEndId: id, answers: null } };
  }
  if (parentId === null || above === undefined) return { kind: 'not-found' };
  // Regenerating a continuation continues the same reply again.
  const place =
    above.role === 'user'
      ? { parentId, says: null, historyEndId: above.parentId, answers: above.content }
      : { parentId, says: null, historyEndId: parentId, answers: null };
  return { kind: 'placed', place };
}

/** A turn of the history with its place in the tree. */
export interface PathTurn extends PromptTurn {
  id: string;
}

/** What the prompt tells of what was before. */
export interface PromptHistory {
  /** Newest first. */
  turns: readonly PathTurn[];
  /** What is remembered of what was said up to a message on the same way, which may be above the first of the turns. */
  memory: PathMemory | undefined;
  /** False while one of the turns is still being written. */
  isFinal: boolean;
}

export interface PathMemory {
  text: string;
  coveredUptoMessageId: string;
  /** The fan's own words are in it. */
  edited: boolean;
}

/**
 * What of a path, newest first, leads to message `endId`; undefined when it does not pass there. A path that was read beside the writing statement may
 * already begin with what that statement wrote.
 */
export function pathUpTo(path: readonly PathTurn[], endId: string | null): readonly PathTurn[] | undefined {
  if (endId === null) return [];
  const at = path.findIndex((turn) => turn.id === endId);
  return at === -1 ? undefined : path.slice(at);
}
