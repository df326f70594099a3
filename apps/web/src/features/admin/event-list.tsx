'use client';

import type { WebhookEventsPage, WebhookState } from '@troupe/contracts/http/admin-payments';
import Link from 'next/link';
import { ShowMore } from '@/components/ui/show-more';
import { When } from '@/components/ui/when';
import { browserApi } from '@/lib/api/browser';
import { useOlder } from '@/lib/use-older';

/** What failed and isn't tried again by itself waits for somebody. */
const handOf = (state: WebhookState): string => (state === 'failed' ? 'by hand' : '');

/** Providers' events in one state, as they came. */
export function EventList({ page, state }: { page: WebhookEventsPage; state: WebhookState }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.admin.events({ state, cursor }));
  if (items.length === 0) return <p className="text-muted">Nothing here.</p>;
  return (
    <div className="grid gap-4">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer */}
      <section aria-label="Events" tabIndex={0} className="admin-scroll">
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">Provider</th>
              <th scope="col">Came</th>
              <th scope="col">Error</th>
              <th scope="col">Tries</th>
              <th scope="col">Again</th>
            </tr>
          </thead>
          <tbody>
            {items.map((event) => (
              <tr key={`${event.provider} ${event.eventId}`}>
                <th scope="row">
                  <Link
                    href={`/admin/payments/${event.provider}/${encodeURIComponent(event.eventId)}`}
                    prefetch={false}
                    className="inline-flex min-h-11 items-center underline underline-offset-4"
                  >
                    {event.type}
                  </Link>
                </th>
                <td>{event.provider}</td>
                <td>
                  <When iso={event.receivedAt} />
                </td>
                <td>{event.errorCode}</td>
                <td>{event.tries}</td>
                <td>{event.retryAt === null ? handOf(event.state) : <When iso={event.retryAt} form="clock" />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ShowMore more={more} />
    </div>
  );
}
