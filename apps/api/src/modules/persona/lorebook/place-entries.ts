import type { ActiveEntry } from './types.ts';

/** The slots of a prompt for world info (chat's `WorldInfo`); `rank` says what stays when room is short. */
export interface PlacedLore {
  before: { text: string; rank: number }[];
  after: { text: string; rank: number }[];
  atDepth: { text: string; rank: number; depth: number }[];
}

/** Where an author's note stands when a conversation has none: SillyTavern's usual depth. */
const NOTE_DEPTH = 4;

/**
 * Active entries in the slots of the prompt, each slot in the order in which it is read. Entries for a place that our prompt doesn't have go
 * to the nearest one. All of them speak as the system: nobody in the conversation said them.
 */
export function placeEntries(active: readonly ActiveEntry[], noteDepth = NOTE_DEPTH): PlacedLore {
  const placed: PlacedLore = { before: [], after: [], atDepth: [] };
  for (const { text, rank, position } of active) {
    switch (position.place) {
      case 'before-character':
        placed.before.push({ text, rank });
        break;
      case 'after-character':
      case 'before-examples':
      case 'after-examples':
        placed.after.push({ text, rank });
        break;
      case 'before-note':
      case 'after-note':
        placed.atDepth.push({ text, rank, depth: noteDepth });
        break;
      case 'at-depth':
        placed.atDepth.push({ text, rank, depth: position.depth });
        break;
      // The engine refuses it, because nothing in a prompt would ask for it.
      case 'outlet':
        break;
    }
  }
  return placed;
}
