import type { HistoryDirection, HistoryKind } from '@troupe/contracts/http/coin';
import { ListFilter } from 'lucide-react';
import Form from 'next/form';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ChipLink } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import type { HistoryQuery } from './history-query';
import { historyHref } from './history-query';

const KINDS: readonly [HistoryKind | null, string][] = [
  [null, 'Everything'],
  ['message', 'Messages'],
  ['purchase', 'Top-ups'],
  ['tip', 'Tips'],
  ['gift', 'Gifts'],
  ['refund', 'Refunds'],
  ['swap', 'Swaps'],
  ['payout', 'Payouts'],
  ['bonus', 'Bonus'],
];
const DIRECTIONS: readonly [HistoryDirection, string][] = [
  ['in', 'Coins in'],
  ['out', 'Coins out'],
];

/** Chips for what and which way, and two dates behind a fold: all of it in the address. */
export function HistoryFilters({ query }: { query: HistoryQuery }) {
  const kinds = useChosenInSight(query.kind);
  const dated = query.from !== null || query.to !== null;
  return (
    <div className="grid gap-2">
      <ul ref={kinds} aria-label="Kind" className="chip-row">
        {KINDS.map(([kind, label]) => (
          <li key={label}>
            <ChipLink href={historyHref(query, { kind })} selected={kind === query.kind}>
              {label}
            </ChipLink>
          </li>
        ))}
      </ul>
      <details className="group grid gap-3" open={dated || query.direction !== null}>
        <summary className="history-more">
          <ListFilter size={18} strokeWidth={1.7} aria-hidden="true" />
          Direction and dates
        </summary>
        <div className="grid gap-4 pt-2 pb-3 md:flex md:items-end md:gap-6">
          <ul aria-label="Direction" className="flex gap-2">
            {DIRECTIONS.map(([direction, label]) => (
              <li key={direction}>
                <ChipLink
                  href={historyHref(query, { direction: direction === query.direction ? null : direction })}
                  selected={direction === query.direction}
                >
                  {label}
                </ChipLink>
              </li>
            ))}
          </ul>
          <Dates query={query} />
        </div>
      </details>
    </div>
  );
}

/** On a phone the row scrolls sideways: the chosen chip must not be beyond its edge. The page itself stays where it is. */
function useChosenInSight(chosen: HistoryKind | null) {
  const row = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is what moves the mark that is looked for
  useEffect(() => {
    const chip = row.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (row.current === null || chip === null || chip === undefined) return;
    const left = chip.getBoundingClientRect().left - row.current.getBoundingClientRect().left + row.current.scrollLeft;
    if (left + chip.offsetWidth > row.current.clientWidth) row.current.scrollTo({ left: left - 48 });
  }, [chosen]);
  return row;
}

function Dates({ query }: { query: HistoryQuery }) {
  const { kind, direction, from, to } = query;
  return (
    <Form
      // A new address is a new form: the browser would otherwise keep what was typed for the one before.
      key={`${from}-${to}`}
      action="/wallet"
      scroll={false}
      className="grid grid-cols-2 items-end gap-3 md:grid-cols-[11rem_11rem_auto]"
    >
      {kind === null ? null : <input type="hidden" name="kind" value={kind} />}
      {direction === null ? null : <input type="hidden" name="direction" value={direction} />}
      <Field label="From" name="from" type="date" defaultValue={from ?? ''} />
      <Field label="To" name="to" type="date" defaultValue={to ?? ''} />
      <Button type="submit" variant="quiet" className="col-span-2 h-12 md:col-span-1">
        Show these days
      </Button>
    </Form>
  );
}
