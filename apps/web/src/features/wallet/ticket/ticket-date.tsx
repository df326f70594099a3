'use client';

import { useHydrated } from '@/lib/clock';
import { clockTime, exactTime } from '@/lib/time';

/** Date and time of a ticket in the reader's zone. */
export function TicketDate({ iso }: { iso: string }) {
  const hydrated = useHydrated();
  const date = new Date(iso).toLocaleDateString('en-GB', { day: '2-digit', month: 'short', year: '2-digit' });
  const title = hydrated ? exactTime(iso) : undefined;
  return (
    <>
      <div>
        <dt className="ticket-label">Date</dt>
        <dd title={title} suppressHydrationWarning>
          {date}
        </dd>
      </div>
      <div>
        <dt className="ticket-label">Time</dt>
        <dd title={title} suppressHydrationWarning>
          {clockTime(iso)}
        </dd>
      </div>
    </>
  );
}
