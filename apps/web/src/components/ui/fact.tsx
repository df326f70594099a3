import type { ReactNode } from 'react';
import { useHydrated } from '@/lib/clock';
import { exactTime } from '@/lib/time';

/** One line of a description list: what it is called, and what it is. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A moment to the minute, in the reader's own time once the page knows it. */
export function Moment({ iso }: { iso: string }) {
  useHydrated();
  return (
    <time dateTime={iso} suppressHydrationWarning>
      {exactTime(iso)}
    </time>
  );
}
