import type { LoreLine } from '@troupe/contracts/http/lorebook';
import { StatusChip } from '@/components/ui/status-chip';
import { cn } from '@/lib/cn';
import { nameOf, PLACE_WORDS } from './lorebook-words';

interface EntryTableProps {
  items: readonly LoreLine[];
  onOpen: (entryId: string) => void;
  onToggle: (entryId: string, isEnabled: boolean) => void;
}

/** The entries in the order of the book; on the phone each is a card of its own. */
export function EntryTable({ items, onOpen, onToggle }: EntryTableProps) {
  if (items.length === 0) return null;
  return (
    <table className="lore-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Switched on</span>
          </th>
          <th scope="col">Entry</th>
          <th scope="col">Keys</th>
          <th scope="col">Place</th>
          <th scope="col" className="lore-number">
            Order
          </th>
          <th scope="col" className="lore-number">
            Characters
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <tr key={line.id} className={cn(!line.isEnabled && 'lore-off')}>
            <td>
              <label className="lore-switch">
                <input
                  type="checkbox"
                  checked={line.isEnabled}
                  onChange={(event) => onToggle(line.id, event.target.checked)}
                  aria-label={`${nameOf(line)} is switched on`}
                  className="size-5"
                />
              </label>
            </td>
            <th scope="row">
              <button type="button" onClick={() => onOpen(line.id)} className="lore-name">
                {nameOf(line)}
              </button>
            </th>
            <td className="lore-keys">
              {line.isConstant ? <StatusChip label="Always" tone="good" /> : null}
              {line.keys.map((key, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same key may stand twice, and rows never move
                <span key={index} className="lore-key">
                  {key}
                </span>
              ))}
              {line.keyCount > line.keys.length ? <span>and {line.keyCount - line.keys.length} more</span> : null}
              {line.keyCount === 0 && !line.isConstant ? <span className="text-danger-ink">No key</span> : null}
            </td>
            <td className="lore-fact" data-label="Place">
              {PLACE_WORDS[line.position]}
            </td>
            <td className="lore-fact lore-number" data-label="Order">
              {line.order}
            </td>
            <td className="lore-fact lore-number" data-label="Characters">
              {line.contentChars.toLocaleString('en')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
