/** A word that some persona has, as a candidate for one that nobody has. `names`: it stands in a name or a tag. */
export interface KnownWord {
  word: string;
  names: boolean;
}

const ALTERNATIVES_MAX = 6;

/** How many slips a word of this length may have: of a short one, each letter counts. */
export function slipsMax(word: string): number {
  const { length } = word;
  if (length < 3) return 0;
  return length < 6 ? 1 : length < 10 ? 2 : 3;
}

/**
 * How many slips lead from one word to the other: a letter too many, too few, another one, or two neighbours that changed places (optimal string
 * alignment). Answers `slips + 1` for anything above `slips`.
 */
export function distance(a: string, b: string, slips: number): number {
  if (Math.abs(a.length - b.length) > slips) return slips + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
      current.push(least);
    }
    if (Math.min(...current) > slips) return slips + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, b.length), slips + 1);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

/** What a misspelt word may have meant: the nearest words and none that is further away, those of names and tags first, at most six. Empty when nothing is near. */
export function respell(word: string, known: readonly KnownWord[]): string[] {
  const slips = slipsMax(word);
  const near = known
    .map((candidate) => ({ ...candidate, slips: distance(word, candidate.word, slips) }))
    .filter((candidate) => candidate.slips <= slips);
  const least = Math.min(...near.map((candidate) => candidate.slips));
  return near
    .filter((candidate) => candidate.slips === least)
    .sort(
      (a, b) =>
        Number(b.names) - Number(a.names) ||
        commonStart(word, b.word) - commonStart(word, a.word) ||
        (a.word < b.word ? -1 : 1),
    )
    .slice(0, ALTERNATIVES_MAX)
    .map((candidate) => candidate.word);
}

/** People get the beginning of a word right more often than its end. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
