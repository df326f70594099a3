'use client';

import type { WebhookEventsPage, WebhookState } from '@troupe/contracts/http/admin-payments';
import { ShowMore } from '@/components/ui/show-more';
import { When } from '@/components/ui/when';
import { browserApi } from '@/lib/api/browser';
import { useOlder } from '@/lib/use-older';
import { AdminTable } from './admin-table';
import { RowLink } from './row-link';

const COLUMNS = ['Event', 'Provider', 'Came', 'Error', 'Tries', 'Again'];

/** What failed and isn't tried again by itself waits for somebody. */
const handOf = (state: WebhookState): string => (state === 'failed' ? 'by hand' : '');

/** Providers' events in one state, as they came. */
export function EventList({ page, state }: { page: WebhookEventsPage; state: WebhookState }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.admin.events({ state, cursor }));
  if (items.length === 0) return <p className="text-muted">Nothing here.</p>;
  return (
    <div className="grid gap-4">
      <AdminTable label="Events" columns={COLUMNS}>
        {items.map((event) => (
          <tr key={`${event.provider} ${event.eventId}`}>
            <th scope="row">
              <RowLink href={`/admin/payments/${event.provider}/${encodeURIComponent(event.eventId)}`}>
                {event.type}
              </RowLink>
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
      </AdminTable>
      <ShowMore more={more} />
    </div>
  );
}
