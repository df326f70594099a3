import type { Message, MessageCharge, MessageStatus, MessagesPage, Reaction } from '@troupe/contracts/http/chat';
import type { ActiveReply } from '@troupe/contracts/socket/events';
import type { Line, OwnLine, ReplyLine } from './lines';
import { applyDelta, applySnapshot, expectedReply, isAlive, isFinal, lineOf } from './lines';
import type { Transcript } from './placing';
import { cutFrom, mergeNewestPage, place, prependOlderPage } from './placing';

export type { Transcript } from './placing';

export type TranscriptEvent =
  /** `knownIds`: what was here when the page was asked for. What of that it doesn't have is gone, or on another branch. */
  | { type: 'pageLoaded'; page: MessagesPage; knownIds?: ReadonlySet<string> }
  /** The fan turned to another branch: of what is stored only what leads to it stays. */
  | { type: 'branchShown'; page: MessagesPage }
  | { type: 'olderLoaded'; page: MessagesPage }
  | { type: 'sendStarted'; clientMessageId: string; content: string; createdAt: string }
  /** Written without a connection: it is shown, and leaves later. */
  | { type: 'sendPostponed'; clientMessageId: string; content: string; createdAt: string }
  | { type: 'sendAcked'; clientMessageId: string; messageId: string; replyId: string; chargedMicrocoins: number }
  | { type: 'sendFailed'; clientMessageId: string; code: string }
  | { type: 'sendWithdrawn'; clientMessageId: string }
  | { type: 'wishGranted'; clientMessageId: string; wish: GrantedWish; ack: GrantedAck; at: string }
  | { type: 'messageArrived'; message: Message }
  | { type: 'deltaArrived'; replyId: string; seq: number; text: string }
  | { type: 'replyEnded'; replyId: string; ending: ReplyEnding }
  | { type: 'reacted'; messageId: string; reaction: Reaction | null }
  /** A message goes, with everything below it. */
  | { type: 'messageRemoved'; messageId: string }
  | { type: 'roomJoined'; active: readonly ActiveReply[]; at: string };

/** Another branch that was asked for: below which message it begins, and what was said, if anything was. */
export interface GrantedWish {
  kind: 'edit' | 'regenerate' | 'continue';
  messageId: string;
  content?: string;
}

export interface GrantedAck {
  messageId: string;
  replyId: string;
  chargedMicrocoins: number;
}

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
      return mergeNewestPage(state, event.page, event.knownIds);
    case 'branchShown':
      return mergeNewestPage(state, event.page, new Set(state.lines.flatMap((line) => line.id ?? [])));
    case 'olderLoaded':
      return prependOlderPage(state, event.page);
    case 'sendStarted':
      return showOwn(state, event, 'sending');
    case 'sendPostponed':
      return showOwn(state, event, 'waiting');
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
    case 'wishGranted':
      return growBranch(state, event);
    case 'messageArrived':
      return place(state, lineOf(event.message));
    case 'deltaArrived':
      return addDelta(state, event);
    case 'replyEnded':
      return endReply(state, event.replyId, event.ending);
    case 'reacted':
      return {
        ...state,
        lines: state.lines.map((line) => (line.id === event.messageId ? { ...line, reaction: event.reaction } : line)),
      };
    case 'messageRemoved':
      return cutFrom(state, event.messageId);
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

type Started = Extract<TranscriptEvent, { type: 'sendStarted' | 'sendPostponed' }>;

/** A first attempt adds the bubble; a retry finds it and only changes its state. */
function showOwn(state: Transcript, { clientMessageId, content, createdAt }: Started, delivery: OwnLine['delivery']) {
  if (state.lines.some((line) => isOwn(line, clientMessageId))) {
    return changeOwn(state, clientMessageId, (line) =>
      line.delivery === 'sent' ? line : { ...line, delivery, failureCode: null },
    );
  }
  return { ...state, lines: [...state.lines, { ...newOwn({ clientMessageId, content, createdAt }), delivery }] };
}

function newOwn(said: Pick<OwnLine, 'content' | 'createdAt'> & { clientMessageId: string }): OwnLine {
  return {
    kind: 'own',
    key: said.clientMessageId,
    id: null,
    parentId: null,
    ...said,
    delivery: 'sending',
    siblingIds: [],
    reaction: null,
    care: null,
    failureCode: null,
  };
}

type Acked = Extract<TranscriptEvent, { type: 'sendAcked' }>;

function confirmSent(state: Transcript, ack: Acked): Transcript {
  const confirmed = changeOwn(state, ack.clientMessageId, (line) => ({
    ...line,
    id: ack.messageId,
    siblingIds: line.siblingIds.length === 0 ? [ack.messageId] : line.siblingIds,
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

type Granted = Extract<TranscriptEvent, { type: 'wishGranted' }>;

/** The room says the same, most often before: whatever comes second changes nothing. */
function growBranch(state: Transcript, { wish, ack, clientMessageId, at }: Granted): Transcript {
  const { messageId, replyId, chargedMicrocoins } = ack;
  const replaced = state.lines.find((line) => line.id === wish.messageId);
  const isNew = wish.kind === 'edit' && !state.lines.some((line) => line.id === messageId);
  const said = isNew
    ? place(state, {
        ...newOwn({ clientMessageId, content: wish.content ?? '', createdAt: at }),
        id: messageId,
        parentId: replaced?.parentId ?? null,
        siblingIds: [messageId],
        delivery: 'sent',
      })
    : state;
  if (hasReply(said, replyId)) return said;
  const charge = chargedMicrocoins === 0 ? null : { chargedMicrocoins, refundedMicrocoins: 0 };
  return place(said, { ...expectedReply({ id: replyId, parentId: messageId, createdAt: at }), charge });
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
