'use client';

import type { Notification, NotificationsPage } from '@troupe/contracts/http/notification';
import { Library } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { ShowMore } from '@/components/ui/show-more';
import { notificationApi } from '@/lib/api/notifications';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { useFetched } from '@/lib/use-fetched';
import { useOlder } from '@/lib/use-older';
import { NotificationRow } from './notification-row';
import { setUnread, useUnread } from './unread';

const PAGE_ITEMS = 15;
const readFirst = (signal: AbortSignal) => notificationApi.list({ limit: PAGE_ITEMS, signal });
const readMore = (cursor: string) => notificationApi.list({ limit: PAGE_ITEMS, cursor });

/** The newest first; what comes in while it is open is on top at once. */
export function NotificationPanel({ onLeave }: { onLeave: () => void }) {
  const { heard } = useUnread();
  const { value, error, load } = useFetched(readFirst);
  useEffect(() => {
    if (heard > 0) load();
  }, [heard, load]);
  useEffect(() => {
    if (value !== null) setUnread(value.unreadCount);
  }, [value]);
  if (value !== null) return <NotificationList first={value} onLeave={onLeave} />;
  if (error === null) return <div className="notification-space" aria-busy="true" />;
  return (
    <div role="alert" className="grid justify-items-start gap-3">
      <p className="text-muted">{describeError(error).hint}</p>
      <Button variant="quiet" onClick={load}>
        Try again
      </Button>
    </div>
  );
}

function NotificationList({ first, onLeave }: { first: NotificationsPage; onLeave: () => void }) {
  const { items, more } = useOlder<Notification>(first, readMore);
  const { count } = useUnread();
  /** What was done here since the lists were read. */
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const shown = items.filter((item) => !gone.has(item.id));
  const newest = shown[0];

  async function readAll() {
    if (newest === undefined) return;
    try {
      const unread = await notificationApi.readUpTo(newest.id);
      setRead(new Set(items.map((item) => item.id)));
      setUnread(unread.unreadCount);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    }
  }

  function readOne(item: Notification) {
    setRead((before) => new Set([...before, item.id]));
    // They are on their way to the post: if this fails, it is new once more the next time.
    notificationApi.read(item.id).then(
      (unread) => setUnread(unread.unreadCount),
      () => undefined,
    );
    onLeave();
  }

  async function remove(item: Notification) {
    setGone((before) => new Set([...before, item.id]));
    try {
      await notificationApi.delete(item.id);
    } catch (error) {
      setGone((before) => new Set([...before].filter((id) => id !== item.id)));
      toast({ ...describeError(error), tone: 'danger' });
    }
  }

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link
          href="/library"
          prefetch={false}
          onClick={onLeave}
          className={buttonClass({ variant: 'ghost', className: '-ml-3 px-3' })}
        >
          <Library size={19} strokeWidth={1.7} aria-hidden="true" />
          Your library
        </Link>
        {count === 0 ? null : (
          <Button variant="ghost" onClick={readAll} className="-mr-3 px-3">
            Mark all as read
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="pb-4 text-muted">Nothing yet. Follow somebody, and their posts are announced here.</p>
      ) : (
        <ul className="grid gap-1">
          {shown.map((item) => (
            <NotificationRow
              key={item.id}
              item={item}
              isNew={item.readAt === null && !read.has(item.id)}
              onOpen={() => readOne(item)}
              onRemove={() => remove(item)}
            />
          ))}
        </ul>
      )}
      <ShowMore more={more} />
    </div>
  );
}
