/** A pattern that stands alone: slashes in it are escaped, so it ends at the first that isn't. */
const PATTERN = /^\s*\/(?:[^\\/]|\\.)+\/[a-z]*\s*(?=,|$)/iu;
/** One that somebody is writing. */
const OPEN_PATTERN = /^\s*\/(?:[^\\/]|\\.)*$/u;

/** What stands in the field now, and where its caret belongs. */
export interface PartedKeys {
  text: string;
  caret: number;
}

/**
 * Keys stand on lines; a comma that is typed or pasted outside of a /pattern/ parts them too, as SillyTavern takes them. What stood there before stays as it
 * is: a card's key may have commas. Undefined when nothing is to be changed.
 */
export function partKeys(before: string, now: string): PartedKeys | undefined {
  const from = sameStart(before, now);
  const to = now.length - sameStart(reversed(before.slice(from)), reversed(now.slice(from)));
  const typed = now.slice(from, to);
  const rest = now.slice(to);
  // Whoever writes "lamp, storm" is on the next line when they come to the blank.
  if (typed === ' ' && now.charAt(from - 1) === '\n') return { text: before, caret: from };
  if (!typed.includes(',')) return undefined;
  const lineFrom = now.lastIndexOf('\n', from - 1) + 1;
  const lineTo = to + rest.split('\n', 1).join('').length;
  let at = lineFrom;
  const lines = now
    .slice(lineFrom, lineTo)
    .split('\n')
    .map((line) => {
      const parted = partLine(line, from - at, to - at);
      at += line.length + 1;
      return parted;
    });
  const text = now.slice(0, lineFrom) + lines.join('\n') + now.slice(lineTo);
  if (text === now) return undefined;
  const left = text.endsWith(rest) ? rest : rest.replace(/^[^\S\n]+/u, '');
  return { text, caret: text.length - left.length };
}

/** A line with the commas between two places taken for ends of keys. */
function partLine(line: string, from: number, to: number): string {
  const keys: string[] = [];
  let start = 0;
  let at = 0;
  while (at < line.length) {
    const pattern = at === start ? PATTERN.exec(line.slice(at))?.[0] : undefined;
    if (pattern !== undefined) at += pattern.length;
    const isTyped = at >= from && at < to;
    const isOpen = to - from === 1 && OPEN_PATTERN.test(line.slice(start, at));
    if (line.charAt(at) === ',' && isTyped && !isOpen) {
      keys.push(line.slice(start, at).trim());
      start = at + 1;
    }
    at += 1;
  }
  const last = line.slice(start);
  return [...keys.filter((key) => key !== ''), keys.length === 0 ? last : last.trimStart()].join('\n');
}

function sameStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

const reversed = (text: string): string => text.split('').reverse().join('');
