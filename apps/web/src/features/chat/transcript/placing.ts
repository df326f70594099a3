import type { MessagesPage } from '@troupe/contracts/http/chat';
import type { Line } from './lines';
import { isSameLine, joinIds, lineOf, mergeLine } from './lines';

/** A conversation as one tab knows it: stored history, running streams and messages on their way, oldest first. */
export interface Transcript {
  /** One branch of the tree, from its top (or from what was loaded) to its end. */
  lines: readonly Line[];
  /** Leads to older history; null when the beginning is here. */
  olderCursor: string | null;
  /** Something was heard that does not fit what is here: the newest page has to be read again. */
  stale: boolean;
}

/** Puts a line where it belongs: over its other self, in the place of its sibling, behind its parent; everything else at the end. */
export function place(state: Transcript, incoming: Line): Transcript {
  const { lines } = state;
  const at = lines.findIndex((line) => isSameLine(line, incoming));
  const existing = lines[at];
  if (existing !== undefined) {
    const siblingIds = joinIds(existing.siblingIds, incoming.siblingIds);
    return { ...state, lines: lines.with(at, mergeLine(existing, { ...incoming, siblingIds })) };
  }
  const parent = incoming.parentId === null ? -1 : lines.findLastIndex((line) => line.id === incoming.parentId);
  if (parent >= 0) return placeBelow(state, parent, incoming);
  const child = lines.findIndex((line) => line.parentId !== null && line.parentId === incoming.id);
  const stray = incoming.parentId !== null && child < 0 && lines.some((line) => line.id !== null);
  return {
    ...state,
    lines: lines.toSpliced(child < 0 ? lines.length : child, 0, incoming),
    // Its parent isn't on this branch: another tab shows another one.
    stale: state.stale || stray,
  };
}

/** A sibling that stands there gives way with all that hangs below it: that is what makes another branch. */
function placeBelow(state: Transcript, parent: number, incoming: Line): Transcript {
  const { lines } = state;
  const sibling = lines[parent + 1];
  if (sibling === undefined || sibling.id === null || sibling.parentId !== incoming.parentId) {
    return { ...state, lines: lines.toSpliced(parent + 1, 0, incoming) };
  }
  const siblingIds = joinIds(sibling.siblingIds, incoming.siblingIds);
  const unsent = lines.slice(parent + 2).filter((line) => line.id === null);
  return { ...state, lines: [...lines.slice(0, parent + 1), { ...incoming, siblingIds }, ...unsent] };
}

/** Takes a message away with everything below it; what was not sent yet stays. */
export function cutFrom(state: Transcript, messageId: string): Transcript {
  const at = state.lines.findIndex((line) => line.id === messageId);
  if (at < 0) return state;
  return { ...state, lines: state.lines.filter((line, index) => index < at || line.id === null) };
}

/**
 * Lays the newest stored page over what is here. Older history stays if it joins the page without a hole; what came
 * after the page was asked for, and what is still on its way, stays behind it.
 */
export function mergeNewestPage(state: Transcript, page: MessagesPage, knownIds?: ReadonlySet<string>): Transcript {
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
  const newer = state.lines
    .slice(first)
    .filter((line) => isMissing(line) && (line.id === null || !knownIds?.has(line.id)));
  return {
    lines: [...older, ...merged, ...newer],
    olderCursor: older.length > 0 ? state.olderCursor : page.nextCursor,
    stale: false,
  };
}

export function prependOlderPage(state: Transcript, page: MessagesPage): Transcript {
  const older = page.items.map(lineOf).filter((incoming) => !state.lines.some((line) => isSameLine(line, incoming)));
  return { ...state, lines: [...older, ...state.lines], olderCursor: page.nextCursor };
}
