'use client';

import type { Transaction, TransactionsPage } from '@troupe/contracts/http/coin';
import Link from 'next/link';
import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { ShowMore } from '@/components/ui/show-more';
import { browserApi } from '@/lib/api/browser';
import { useHydrated, useNow } from '@/lib/clock';
import { dayKey, dayName } from '@/lib/time';
import { useOlder } from '@/lib/use-older';
import { HistoryEntry } from './history-entry';
import { HistoryFilters } from './history-filters';
import type { HistoryQuery } from './history-query';
import { isFiltered, toOptions } from './history-query';
import type { ReceiptTarget } from './receipt-target';

const ReceiptSheet = lazy(() => import('./receipt-sheet').then((module) => ({ default: module.ReceiptSheet })));

interface HistoryProps {
  userId: string;
  page: TransactionsPage;
  query: HistoryQuery;
}

/** The movements of the wallet that the address asks for, newest first, by day. Give it a key per query: it remembers older pages. */
export function History({ userId, page, query }: HistoryProps) {
  const [receiptOf, setReceiptOf] = useState<{ target: ReceiptTarget; open: boolean } | null>(null);
  useHydrated();
  const { items, more } = useOlder(page, (cursor) =>
    browserApi.coin.transactions(userId, { ...toOptions(query), cursor }),
  );
  return (
    <section aria-labelledby="history" className="grid gap-4">
      <h2 id="history" className="text-xl">
        History
      </h2>
      <HistoryFilters query={query} />
      {items.length === 0 ? isFiltered(query) ? <NothingOfThis /> : <NothingYet /> : null}
      {byDay(items).map(({ key, entries }) => (
        <Day key={key} entries={entries} onReceipt={(target) => setReceiptOf({ target, open: true })} />
      ))}
      <ShowMore more={more} />
      {receiptOf === null ? null : (
        <Suspense fallback={null}>
          <ReceiptSheet {...receiptOf} onClose={() => setReceiptOf({ ...receiptOf, open: false })} />
        </Suspense>
      )}
    </section>
  );
}

function Day({ entries, onReceipt }: { entries: readonly Transaction[]; onReceipt: (target: ReceiptTarget) => void }) {
  const now = useNow();
  return (
    <div className="grid gap-1">
      <h3 suppressHydrationWarning className="font-sans text-sm font-medium text-muted">
        {dayName(entries[0]?.createdAt ?? '', now)}
      </h3>
      <ul className="grid">
        {entries.map((entry) => (
          <HistoryEntry key={`${entry.journalId}-${entry.kind}`} entry={entry} onReceipt={onReceipt} />
        ))}
      </ul>
    </div>
  );
}

function byDay(items: readonly Transaction[]) {
  const days: { key: string; entries: Transaction[] }[] = [];
  for (const entry of items) {
    const key = dayKey(entry.createdAt);
    const day = days.at(-1);
    if (day?.key === key) day.entries.push(entry);
    else days.push({ key, entries: [entry] });
  }
  return days;
}

function NothingOfThis() {
  return (
    <div className="grid justify-items-start gap-3 rounded-card border border-dashed border-line-strong p-6">
      <p className="max-w-[46ch] text-muted">Nothing like this has moved in your wallet.</p>
      <Link href="/wallet" scroll={false} className={buttonClass({ variant: 'quiet' })}>
        Show everything
      </Link>
    </div>
  );
}

function NothingYet() {
  return (
    <div className="grid justify-items-start gap-3 rounded-card border border-dashed border-line-strong p-6">
      <p className="max-w-[46ch] text-muted">
        Nothing has moved yet. Your first message leaves its stub here, with the price and where it went.
      </p>
      <Link href="/" className={buttonClass({ variant: 'quiet' })}>
        Meet the cast
      </Link>
    </div>
  );
}
