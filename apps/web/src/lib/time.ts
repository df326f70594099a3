/*
 * Times as people read them. Relative where it helps, exact on demand; English first. The zone is the reader's, so a
 * server's first paint may differ by it: <When> puts that right after hydration.
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `now`, `5 min`, `3 h`, `Tue`, `4 Nov`, `4 Nov 2025`: short enough for the edge of a list row. */
export function shortAgo(iso: string, nowMs: number): string {
  const at = new Date(iso);
  const age = nowMs - at.getTime();
  if (age < MINUTE_MS) return 'now';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min`;
  if (age < DAY_MS && isSameDay(at, new Date(nowMs))) return `${Math.floor(age / HOUR_MS)} h`;
  if (age < 6 * DAY_MS) return at.toLocaleDateString('en-GB', { weekday: 'short' });
  return dayAndMonth(at, new Date(nowMs), 'short');
}

/** The time of day: `14:05`. */
export function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** The whole instant, for a title on hover: `Saturday, 21 November 2026 at 14:05`. */
export function exactTime(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' });
}

/** `Today`, `Yesterday`, `Tuesday`, `4 November`, `4 November 2025`: the heading of a day. */
export function dayName(iso: string, nowMs: number): string {
  const at = new Date(iso);
  const now = new Date(nowMs);
  if (isSameDay(at, now)) return 'Today';
  if (isSameDay(at, new Date(nowMs - DAY_MS))) return 'Yesterday';
  if (nowMs - at.getTime() < 6 * DAY_MS) return at.toLocaleDateString('en-GB', { weekday: 'long' });
  return dayAndMonth(at, now, 'long');
}

/** Groups instants of one calendar day in the reader's zone. */
export function dayKey(iso: string): string {
  const at = new Date(iso);
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

function dayAndMonth(at: Date, now: Date, month: 'short' | 'long'): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return at.toLocaleDateString('en-GB', { day: 'numeric', month, ...(sameYear ? {} : { year: 'numeric' }) });
}
