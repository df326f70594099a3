import type { Line } from '../transcript/lines';

/** Where a message stands among those in its place: `2` of `3`, and who is beside it. Null when it is the only one. */
export interface Standing {
  position: number;
  count: number;
  previousId: string | null;
  nextId: string | null;
}

export function standingOf(line: Pick<Line, 'id' | 'siblingIds'>): Standing | null {
  const { id, siblingIds } = line;
  const at = id === null ? -1 : siblingIds.indexOf(id);
  if (at < 0 || siblingIds.length < 2) return null;
  return {
    position: at + 1,
    count: siblingIds.length,
    previousId: siblingIds[at - 1] ?? null,
    nextId: siblingIds[at + 1] ?? null,
  };
}
