/** What changed in a text: what is the same before and after it, and between them what went and what came. */
export interface TextChange {
  start: string;
  removed: string;
  added: string;
  end: string;
}

/** The words that stay around a change, so that it is seen where it stands. */
const CONTEXT_WORDS = 12;

/** The one stretch of words in which two texts differ; as long as both texts, and no longer, whatever is in them. */
export function changeOf(before: string, after: string): TextChange {
  const [old, now] = [words(before), words(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return {
    start: tail(now.slice(0, start)),
    removed: old.slice(start, old.length - end).join(''),
    added: now.slice(start, now.length - end).join(''),
    end: head(now.slice(now.length - end)),
  };
}

/** Words with the space after them, so that nothing is lost. */
function words(text: string): string[] {
  return text.match(/\s+|\S+\s*/g) ?? [];
}

function tail(kept: readonly string[]): string {
  return kept.length <= CONTEXT_WORDS ? kept.join('') : `… ${kept.slice(-CONTEXT_WORDS).join('')}`;
}

function head(kept: readonly string[]): string {
  return kept.length <= CONTEXT_WORDS ? kept.join('') : `${kept.slice(0, CONTEXT_WORDS).join('').trimEnd()} …`;
}
