import type { Message, MessageCharge, MessageStatus, MessagesPage } from '@troupe/contracts/http/chat';
import type { ActiveReply } from '@troupe/contracts/socket/events';
import type { Line, OwnLine, ReplyLine } from './lines';
import { applyDelta, applySnapshot, expectedReply, isAlive, isFinal, isSameLine, lineOf, mergeLine } from './lines';

/** A conversation as one tab knows it: stored history, running streams and messages on their way, oldest first. */
export interface Transcript {
  lines: readonly Line[];
  /** Leads to older history; null when the beginning is here. */
  olderCursor: string | null;
  /** An ending was heard of a reply that is not here: the newest page has to be read again. */
  stale: boolean;
}

export type TranscriptEvent =
  | { type: 'pageLoaded'; page: MessagesPage }
  | { type: 'olderLoaded'; page: MessagesPage }
  | { type: 'sendStarted'; clientMessageId: string; content: string; createdAt: string }
  | { type: 'sendAcked'; clientMessageId: string; messageId: string; replyId: string; chargedMicrocoins: number }
  | { type: 'sendFailed'; clientMessageId: string; code: string }
  | { type: 'sendWithdrawn'; clientMessageId: string }
  | { type: 'messageArrived'; message: Message }
  | { type: 'deltaArrived'; replyId: string; seq: number; text: string }
  | { type: 'replyEnded'; replyId: string; ending: ReplyEnding }
  | { type: 'roomJoined'; active: readonly ActiveReply[]; at: string };

export interface ReplyEnding {
  status: MessageStatus;
  content: string;
  failureCode: string | null;
  charge: MessageCharge;
}

export function openTranscript(page: MessagesPage): Transcript {
  return { lines: page.items.map(lineOf), olderCursor: page.nextCursor, stale: false };
}

/** True while a stream misses a part in the middle: the room must be joined again to get the text so far. */
export function hasGap(transcript: Transcript): boolean {
  return transcript.lines.some((line) => isAlive(line) && Object.keys(line.ahead).length > 0);
}

/** The reply that is being given now, or null. */
export function runningReply(transcript: Transcript): ReplyLine | null {
  return transcript.lines.findLast(isAlive) ?? null;
}

/** Every change of a transcript. Pure; events may come twice, late and in any order, from the socket and from HTTP. */
export function reduceTranscript(state: Transcript, event: TranscriptEvent): Transcript {
  switch (event.type) {
    case 'pageLoaded':
      return mergeNewestPage(state, event.page);
    case 'olderLoaded':
      return prependOlderPage(state, event.page);
    case 'sendStarted':
      return startSending(state, event);
    case 'sendAcked':
      return confirmSent(state, event);
    case 'sendFailed':
      return changeOwn(state, event.clientMessageId, (line) =>
        // The message itself may have overtaken a lost acknowledgement: then it did arrive.
        line.delivery === 'sent' ? line : { ...line, delivery: 'failed', failureCode: event.code },
      );
    case 'sendWithdrawn':
      return {
        ...state,
        lines: state.lines.filter((line) => !(isOwn(line, event.clientMessageId) && line.delivery !== 'sent')),
      };
    case 'messageArrived':
      return place(state, lineOf(event.message));
    case 'deltaArrived':
      return addDelta(state, event);
    case 'replyEnded':
      return endReply(state, event.replyId, event.ending);
    case 'roomJoined':
      return takeSnapshots(state, event.active, event.at);
  }
}

function isOwn(line: Line, clientMessageId: string): line is OwnLine {
  return line.kind === 'own' && line.clientMessageId === clientMessageId;
}

function changeOwn(state: Transcript, clientMessageId: string, change: (line: OwnLine) => OwnLine): Transcript {
  return { ...state, lines: state.lines.map((line) => (isOwn(line, clientMessageId) ? change(line) : line)) };
}

function changeReply(state: Transcript, replyId: string, change: (line: ReplyLine) => ReplyLine): Transcript {
  return {
    ...state,
    lines: state.lines.map((line) => (line.kind === 'reply' && line.id === replyId ? change(line) : line)),
  };
}

function hasReply(state: Transcript, replyId: string): boolean {
  return state.lines.some((line) => line.kind === 'reply' && line.id === replyId);
}

type Started = Extract<TranscriptEvent, { type: 'sendStarted' }>;

/** A first attempt adds the bubble; a retry finds it and only changes its state. */
function startSending(state: Transcript, { clientMessageId, content, createdAt }: Started): Transcript {
  if (state.lines.some((line) => isOwn(line, clientMessageId))) {
    return changeOwn(state, clientMessageId, (line) =>
      line.delivery === 'sent' ? line : { ...line, delivery: 'sending', failureCode: null },
    );
  }
  const line: OwnLine = {
    kind: 'own',
    key: clientMessageId,
    id: null,
    clientMessageId,
    content,
    createdAt,
    delivery: 'sending',
    failureCode: null,
  };
  return { ...state, lines: [...state.lines, line] };
}

type Acked = Extract<TranscriptEvent, { type: 'sendAcked' }>;

function confirmSent(state: Transcript, ack: Acked): Transcript {
  const confirmed = changeOwn(state, ack.clientMessageId, (line) => ({
    ...line,
    id: ack.messageId,
    delivery: 'sent',
    failureCode: null,
  }));
  const charge = { chargedMicrocoins: ack.chargedMicrocoins, refundedMicrocoins: 0 };
  if (hasReply(confirmed, ack.replyId)) {
    return changeReply(confirmed, ack.replyId, (line) => ({ ...line, charge: line.charge ?? charge }));
  }
  const own = confirmed.lines.find((line) => isOwn(line, ack.clientMessageId));
  if (own === undefined) return confirmed;
  const reply = expectedReply({ id: ack.replyId, parentId: ack.messageId, createdAt: own.createdAt });
  return place(confirmed, { ...reply, charge });
}

/** Puts a line where it belongs: over its other self, a reply behind its parent, everything else at the end. */
function place(state: Transcript, incoming: Line): Transcript {
  const at = state.lines.findIndex((line) => isSameLine(line, incoming));
  const existing = state.lines[at];
  if (existing !== undefined) return { ...state, lines: state.lines.with(at, mergeLine(existing, incoming)) };
  const parent =
    incoming.kind === 'reply' && incoming.parentId !== null
      ? state.lines.findLastIndex((line) => line.id === incoming.parentId)
      : -1;
  if (parent >= 0) return { ...state, lines: state.lines.toSpliced(parent + 1, 0, incoming) };
  const child = state.lines.findIndex((line) => line.kind === 'reply' && line.parentId === incoming.id);
  return { ...state, lines: state.lines.toSpliced(child < 0 ? state.lines.length : child, 0, incoming) };
}

type Delta = Extract<TranscriptEvent, { type: 'deltaArrived' }>;

function addDelta(state: Transcript, { replyId, seq, text }: Delta): Transcript {
  // A delta of a reply that nobody announced: this tab has missed its message.
  if (!hasReply(state, replyId)) return { ...state, stale: true };
  return changeReply(state, replyId, (line) => applyDelta(line, seq, text));
}

function endReply(state: Transcript, replyId: string, ending: ReplyEnding): Transcript {
  if (!hasReply(state, replyId)) return { ...state, stale: true };
  return changeReply(state, replyId, (line) => (isFinal(line.status) ? line : { ...line, ...ending, ahead: {} }));
}

function takeSnapshots(state: Transcript, active: readonly ActiveReply[], at: string): Transcript {
  return active.reduce((current, { replyId, seq, text }) => {
    const known = hasReply(current, replyId)
      ? current
      : place(current, expectedReply({ id: replyId, parentId: null, createdAt: at }));
    return changeReply(known, replyId, (line) => applySnapshot(line, seq, text));
  }, state);
}

/**
 * Lays the newest stored page over what is here. Older history stays if it joins the page without a hole; what came
 * after the page was read, and what is still on its way, stays behind it.
 */
function mergeNewestPage(state: Transcript, page: MessagesPage): Transcript {
  const stored = page.items.map(lineOf);
  const first = state.lines.findIndex((line) => stored.some((other) => isSameLine(line, other)));
  const merged = stored.map((incoming) => {
    const local = state.lines.find((line) => isSameLine(line, incoming));
    return local === undefined ? incoming : mergeLine(local, incoming);
  });
  const isMissing = (line: Line) => !stored.some((other) => isSameLine(line, other));
  if (first < 0) {
    const onTheWay = state.lines.filter((line) => line.kind === 'own' && line.id === null);
    return { lines: [...merged, ...onTheWay], olderCursor: page.nextCursor, stale: false };
  }
  const older = state.lines.slice(0, first).filter((line) => line.id !== null);
  const newer = state.lines.slice(first).filter(isMissing);
  return {
    lines: [...older, ...merged, ...newer],
    olderCursor: older.length > 0 ? state.olderCursor : page.nextCursor,
    stale: false,
  };
}

function prependOlderPage(state: Transcript, page: MessagesPage): Transcript {
  const older = page.items.map(lineOf).filter((incoming) => !state.lines.some((line) => isSameLine(line, incoming)));
  return { ...state, lines: [...older, ...state.lines], olderCursor: page.nextCursor };
}
