import type { EarningsEntry } from '@troupe/contracts/http/analytics';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { formatCoins } from '@/lib/format';
import { earnedMicrocoins, isLive } from './earnings';

/** What came in last; it grows while you look at it. Who wrote, and what, is theirs alone. */
export function RecentEarnings({ entries }: { entries: readonly EarningsEntry[] }) {
  const [newest] = entries;
  return (
    <section aria-labelledby="coming-in" className="grid content-start gap-3">
      <h2 id="coming-in" className="text-xl">
        Coming in
      </h2>
      {/* The server's own entry soon takes the place of the live one: it is announced here, once. */}
      <p role="status" className="sr-only">
        {newest !== undefined && isLive(newest) ? `${formatCoins(earnedMicrocoins(newest))} coins came in` : ''}
      </p>
      {entries.length === 0 ? (
        <p className="rounded-card border border-dashed border-line-strong p-5 text-muted">
          Nothing yet. The moment somebody writes to one of your personas, your share appears here.
        </p>
      ) : (
        <div role="log" aria-live="off" aria-label="Coming in">
          <ul className="grid">
            {entries.map((entry) => (
              <Entry key={entry.journalId} entry={entry} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const KINDS: Record<EarningsEntry['kind'], string> = {
  message: 'a message',
  tip: 'a tip',
  refund: 'coins returned to the fan',
};

function Entry({ entry }: { entry: EarningsEntry }) {
  const amount = earnedMicrocoins(entry);
  const promotional = entry.payableMicrocoins === 0 && entry.promotionalMicrocoins !== 0;
  return (
    <li className={cn('earning', isLive(entry) && 'earning-fresh')}>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{entry.title === '' ? 'A persona of yours' : entry.title}</span>
        <span className="text-sm text-muted">
          {KINDS[entry.kind]}
          {promotional && entry.kind !== 'refund' ? ', promotional' : null}
          {' · '}
          <When iso={entry.createdAt} />
        </span>
      </span>
      <span className={cn('font-mono font-semibold tabular-nums', amount > 0 ? 'text-success-ink' : 'text-danger-ink')}>
        {amount > 0 ? '+' : ''}
        {formatCoins(amount)}
      </span>
    </li>
  );
}
