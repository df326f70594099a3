import type { CompletionRequest } from './provider.ts';

/** A small seeded generator (mulberry32): the same conversation gets the same reply, which tests rely on. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hashText(text: string): number {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return hash;
}

const WORD = /[\p{L}\p{N}']{4,}/gu;
const wordsOf = (text: string): Set<string> => new Set((text.toLowerCase().match(WORD) ?? []).slice(0, 60));

function overlap(line: string, asked: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of wordsOf(line)) if (asked.has(word)) shared += 1;
  return shared;
}

/** Sentences with their end marks, *actions* kept whole. */
const sentencesOf = (text: string): string[] =>
  text
    .match(/\*[^*]+\*|[^.!?…*]+[.!?…]+["'”’)]*|[^.!?…*]+$/gu)
    ?.map((part) => part.trim())
    .filter(Boolean) ?? [];

/**
 * A reply in the persona's own words: the example line that is closest to what was said, then one more, never one that was
 * used in this conversation while others are left. Deterministic for the same turns.
 */
export function composeDemoReply(request: CompletionRequest): string {
  const { flavour, turns } = request;
  const said = turns.findLast((turn) => turn.role === 'user')?.content ?? '';
  const used = turns
    .filter((turn) => turn.role === 'assistant')
    .map((turn) => turn.content)
    .join('\n');
  const random = seeded(hashText(`${flavour.name}\n${turns.length}\n${said}`));
  const lines = flavour.lines.length > 0 ? flavour.lines : [flavour.greeting];
  const fresh = lines.filter((line) => !used.includes(line.slice(0, 40)));
  const asked = wordsOf(said);
  const ranked = (fresh.length > 0 ? fresh : lines)
    .map((line) => ({ line, score: overlap(line, asked) + random() * 0.9 }))
    .sort((a, b) => b.score - a.score)
    .map((entry) => entry.line);
  const first = ranked[0] ?? flavour.greeting;
  const second = ranked[1];
  // A short line gets company; a long one stands alone, or the reply would run on.
  if (second === undefined || first.length > 220) return first;
  const coda = sentencesOf(second).slice(0, 2).join(' ');
  return `${first}\n\n${coda}`;
}
