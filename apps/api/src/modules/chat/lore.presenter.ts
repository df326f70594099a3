import type { LoreFindings } from '@troupe/contracts/http/lorebook';
import type { LoreScan } from '../persona/index.ts';

const NAME_CHARS = 200;
type Entry = LoreScan['active'][number]['entry'];

/** What a scan found, without the texts of its entries; of those that were refused the first `refusedMax`. */
export function presentLore(scan: LoreScan, refusedMax: number): Omit<LoreFindings, 'budgetTokens'> {
  return {
    active: scan.active.map(({ entry, position, tokens, pass, why }) => ({
      ...named(entry),
      ...{ position: position.place, order: entry.order, tokens, pass, why },
    })),
    refused: scan.refused.slice(0, refusedMax).map(({ entry, because }) => ({ ...named(entry), because })),
    refusedCount: scan.refused.length,
    usedTokens: scan.usedTokens,
  };
}

const named = ({ id, name, comment, keys }: Entry): { id: string; name: string } => ({
  id,
  name: ([name, comment, keys[0] ?? ''].find((text) => text !== '') ?? id).slice(0, NAME_CHARS).toWellFormed(),
});
