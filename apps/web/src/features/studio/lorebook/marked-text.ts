import type { LoreFindings } from '@troupe/contracts/http/lorebook-scan';

export interface Piece {
  text: string;
  /** Names of the entries whose key stands here. */
  entries: string[];
}

/** The messages cut where keys were found. Places are those of the NFC form, so that is what is shown. */
export function markedMessages(messages: readonly string[], { active }: Pick<LoreFindings, 'active'>): Piece[][] {
  return messages.map((message, messageIndex) => {
    const text = message.normalize('NFC');
    const marks = active.flatMap(({ name, why }) =>
      why.flatMap((reason) =>
        reason.kind === 'key' && reason.messageIndex === messageIndex && reason.at >= 0
          ? [{ from: reason.at, to: reason.at + lengthAt(text, reason.key, reason.at), name }]
          : [],
      ),
    );
    return pieces(text, marks);
  });
}

/** A pattern says where it begins: its word is marked. */
function lengthAt(text: string, key: string, at: number): number {
  if (!/^\/.+\/[a-z]*$/s.test(key)) return key.normalize('NFC').length;
  return /^\S*/.exec(text.slice(at))?.[0].length || 1;
}

function pieces(text: string, marks: readonly { from: number; to: number; name: string }[]): Piece[] {
  const cuts = new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, Math.min(to, text.length)])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).flatMap((from, index) => {
    const to = places[index + 1] ?? text.length;
    const names = marks.filter((mark) => mark.from < to && mark.to > from).map(({ name }) => name);
    return from === to ? [] : [{ text: text.slice(from, to), entries: [...new Set(names)] }];
  });
}
