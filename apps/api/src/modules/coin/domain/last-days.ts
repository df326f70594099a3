const DAY_MS = 86_400_000;

/** The last `count` UTC days as `2026-11-21`, oldest first, the day of `now` last. */
export function lastDays(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(now.getTime() - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}
