import { LORE_SETTINGS_USUAL } from '../../src/modules/persona/lorebook/card-book.ts';
import { entryFromCard } from '../../src/modules/persona/lorebook/card-entry.ts';
import { compileLorebook } from '../../src/modules/persona/lorebook/compile-lorebook.ts';
import { type LoreScanInput, scanLorebook } from '../../src/modules/persona/lorebook/scan-lorebook.ts';
import type { LoreEntry, LoreScan, LoreSettings } from '../../src/modules/persona/lorebook/types.ts';

/** An entry as a test writes it: what is left out is as a new one has it. */
export type Written = Partial<LoreEntry> & { id: string };
export interface Situation extends Partial<Omit<LoreScanInput, 'lorebook' | 'messages'>> {
  entries: Written[];
  settings?: Partial<LoreSettings>;
  said: string[];
}

/** Messages m0, m1, …; an entry says what it is called, and is a key long. */
export function scan({ entries, settings, said, ...input }: Situation): LoreScan {
  const written = entries.map((entry) => ({ ...entryFromCard({ content: entry.id }, entry.id), ...entry }));
  return scanLorebook({
    lorebook: compileLorebook({ entries: written, settings: { ...LORE_SETTINGS_USUAL, ...settings } }, 'Orla'),
    messages: said.map((text, index) => ({ id: `m${index}`, text })),
    ...{ state: { started: [] }, budgetTokens: 1_000, seed: 'seed', replyId: 'reply', countTokens: () => 10 },
    ...input,
  });
}
export const ids = (result: LoreScan): string[] => result.active.map(({ entry }) => entry.id);
export const refusals = (result: LoreScan): string[] =>
  result.refused.map(({ entry, because }) => `${entry.id}: ${because}`);
