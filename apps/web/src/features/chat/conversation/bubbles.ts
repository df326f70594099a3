import { dayKey } from '@/lib/time';
import type { Line } from '../transcript/lines';

/** Lines of one speaker that stand together, under the heading of their day if it is a new one. */
export interface BubbleGroup {
  key: string;
  kind: Line['kind'];
  lines: readonly Line[];
  /** An instant of the day that begins here; null when it is the day of the group before. */
  newDay: string | null;
}

/** Bubbles further apart than this don't belong together. */
const GROUP_GAP_MS = 5 * 60_000;

export function groupLines(lines: readonly Line[]): BubbleGroup[] {
  const groups: (BubbleGroup & { lines: Line[] })[] = [];
  let day: string | null = null;
  let last: Line | null = null;
  for (const line of lines) {
    const lineDay = dayKey(line.createdAt);
    const newDay = lineDay === day ? null : line.createdAt;
    const group = groups.at(-1);
    if (group !== undefined && last !== null && newDay === null && belongTogether(last, line)) group.lines.push(line);
    else groups.push({ key: line.key, kind: line.kind, lines: [line], newDay });
    day = lineDay;
    last = line;
  }
  return groups;
}

/** True when both would be drawn the same. */
export function isSameGroup(a: BubbleGroup, b: BubbleGroup): boolean {
  return (
    a.newDay === b.newDay &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => line === b.lines[index])
  );
}

function belongTogether(a: Line, b: Line): boolean {
  return a.kind === b.kind && Math.abs(Date.parse(b.createdAt) - Date.parse(a.createdAt)) < GROUP_GAP_MS;
}
