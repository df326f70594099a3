'use client';

import { useHydrated, useNow } from '@/lib/clock';
import { clockTime, exactTime, shortAgo } from '@/lib/time';

/** A moment: how long ago it was (`ago`) or its time of day (`clock`), exact on hover. */
export function When({ iso, form = 'ago', className }: { iso: string; form?: 'ago' | 'clock'; className?: string }) {
  const hydrated = useHydrated();
  const now = useNow();
  return (
    // The server's zone is not the reader's: the first paint may differ for a moment, and that is known.
    <time dateTime={iso} title={hydrated ? exactTime(iso) : undefined} suppressHydrationWarning className={className}>
      {form === 'ago' ? shortAgo(iso, now) : clockTime(iso)}
    </time>
  );
}
