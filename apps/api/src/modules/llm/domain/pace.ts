/** Pauses in multiples of a word's own: a comma is a breath, a sentence's end a thought, a paragraph's a longer one. */
const PAUSES: readonly (readonly [RegExp, number])[] = [
  [/\n\s*\n\s*$/, 7],
  [/[.!?…]["'”’)*]*\s*$/, 4.5],
  [/[,;:]["'”’)*]*\s*$/, 2],
];

/** So that a slow pace doesn't look like a broken line. */
const PAUSE_MAX_MS = 900;

/** How long to wait after a word before the next one comes. Longer words take a little longer, as they do to say. */
export function pauseAfterMs(word: string, wordDelayMs: number): number {
  if (wordDelayMs <= 0) return 0;
  const times = PAUSES.find(([end]) => end.test(word))?.[1] ?? 0.7 + Math.min(word.trim().length, 12) / 20;
  return Math.round(Math.max(wordDelayMs, Math.min(wordDelayMs * times, PAUSE_MAX_MS)));
}
