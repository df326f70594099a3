import type { Message, MessageCharge, MessageStatus, Reaction } from '@troupe/contracts/http/chat';
import type { Care } from '@troupe/contracts/http/moderation';

/** What the fan wrote. Without `id` the server has not confirmed it yet. */
export interface OwnLine {
  kind: 'own';
  /** Stays the same from the first optimistic bubble to the stored message. */
  key: string;
  id: string | null;
  parentId: string | null;
  clientMessageId: string | null;
  content: string;
  createdAt: string;
  /** `waiting`: there is no connection; it leaves by itself when there is one. */
  delivery: 'waiting' | 'sending' | 'sent' | 'failed';
  /** The messages in its place of the tree, itself among them, oldest first; empty until it is stored. */
  siblingIds: readonly string[];
  reaction: Reaction | null;
  /** What the server reads out of it, once it is stored: `crisis` shows where people can be reached. */
  care: Care | null;
  /** Why it could not be sent; null unless `delivery` is `failed`. */
  failureCode: string | null;
}

/** What the persona says, as far as it has come. */
export interface ReplyLine {
  kind: 'reply';
  key: string;
  id: string;
  parentId: string | null;
  content: string;
  status: MessageStatus;
  failureCode: string | null;
  demoVoice: boolean;
  charge: MessageCharge | null;
  siblingIds: readonly string[];
  reaction: Reaction | null;
  createdAt: string;
  /** Number of the last delta that is part of `content`. */
  seq: number;
  /** Deltas that overtook their predecessors, by number. Not empty: something is missing. */
  ahead: Readonly<Record<number, string>>;
}

export type Line = OwnLine | ReplyLine;

/** A stream that runs so far ahead of its gap is only healed by joining again; what is kept stays small. */
const AHEAD_DELTAS_MAX = 200;

export function isFinal(status: MessageStatus): boolean {
  return status !== 'queued' && status !== 'streaming';
}

export function isAlive(line: Line): line is ReplyLine {
  return line.kind === 'reply' && !isFinal(line.status);
}

export function lineOf(message: Message): Line {
  return message.role === 'user' ? ownLineOf(message) : replyLineOf(message);
}

function ownLineOf(message: Message): OwnLine {
  return {
    kind: 'own',
    key: message.clientMessageId ?? message.id,
    id: message.id,
    parentId: message.parentId,
    clientMessageId: message.clientMessageId,
    content: message.content,
    createdAt: message.createdAt,
    delivery: 'sent',
    siblingIds: message.siblingIds,
    reaction: message.reaction,
    care: message.care,
    failureCode: null,
  };
}

function replyLineOf(message: Message): ReplyLine {
  const { id, parentId, content, status, failureCode, demoVoice, charge, siblingIds, reaction, createdAt } = message;
  return {
    kind: 'reply',
    key: id,
    id,
    parentId,
    content,
    status,
    failureCode,
    demoVoice,
    charge,
    siblingIds,
    reaction,
    createdAt,
    seq: 0,
    ahead: {},
  };
}

/** A reply that is known by its id only, until its message arrives. */
export function expectedReply(init: { id: string; parentId: string | null; createdAt: string }): ReplyLine {
  return {
    kind: 'reply',
    key: init.id,
    ...init,
    content: '',
    status: 'queued',
    failureCode: null,
    demoVoice: false,
    charge: null,
    siblingIds: [init.id],
    reaction: null,
    seq: 0,
    ahead: {},
  };
}

/** Ids grow with time, so those of one place stand oldest first. */
export function joinIds(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}

/** True when both are the same message, stored or still on its way. */
export function isSameLine(a: Line, b: Line): boolean {
  if (a.kind !== b.kind) return false;
  if (a.id !== null && a.id === b.id) return true;
  return a.kind === 'own' && b.kind === 'own' && a.clientMessageId !== null && a.clientMessageId === b.clientMessageId;
}

/** The line that both descriptions of one message make together: an ending is never undone, a stream never shortened. */
export function mergeLine(local: Line, incoming: Line): Line {
  if (local.kind === 'own' || incoming.kind === 'own') return { ...incoming, key: local.key };
  if (isFinal(incoming.status))
    return { ...incoming, key: local.key, demoVoice: local.demoVoice || incoming.demoVoice };
  const known = {
    parentId: incoming.parentId ?? local.parentId,
    charge: local.charge ?? incoming.charge,
    demoVoice: local.demoVoice || incoming.demoVoice,
    createdAt: incoming.createdAt,
    siblingIds: incoming.siblingIds,
  };
  if (isFinal(local.status)) return { ...local, ...known };
  // A stored text of a running reply has no number, so deltas can't be added to it: a stream that was heard goes first.
  const content = local.seq > 0 ? local.content : incoming.content;
  const status = local.status === 'streaming' ? 'streaming' : incoming.status;
  return { ...local, ...known, content, status };
}

/** Adds one delta: the next one is appended, an old one ignored, an early one kept until its predecessors are there. */
export function applyDelta(reply: ReplyLine, seq: number, text: string): ReplyLine {
  if (isFinal(reply.status) || seq <= reply.seq) return reply;
  if (seq > reply.seq + 1) {
    if (Object.keys(reply.ahead).length >= AHEAD_DELTAS_MAX) return reply;
    return { ...reply, ahead: { ...reply.ahead, [seq]: text } };
  }
  const content = reply.seq === 0 ? text : reply.content + text;
  return drain({ ...reply, status: 'streaming', seq, content });
}

/** Takes over the server's text so far, unless more was heard already. */
export function applySnapshot(reply: ReplyLine, seq: number, text: string): ReplyLine {
  if (isFinal(reply.status) || (seq <= reply.seq && reply.seq > 0)) return reply;
  return drain({ ...reply, status: seq === 0 ? reply.status : 'streaming', seq, content: text });
}

function drain(reply: ReplyLine): ReplyLine {
  let { seq, content } = reply;
  const ahead: Record<number, string> = {};
  const waiting = Object.entries(reply.ahead)
    .map(([number, text]) => ({ number: Number(number), text }))
    .sort((a, b) => a.number - b.number);
  for (const { number, text } of waiting) {
    if (number <= seq) continue;
    if (number === seq + 1) {
      seq = number;
      content += text;
    } else ahead[number] = text;
  }
  return { ...reply, seq, content, ahead };
}
