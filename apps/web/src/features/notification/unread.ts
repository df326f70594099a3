'use client';

import { useSyncExternalStore } from 'react';
import { useHouse } from '@/lib/house';

interface Unread {
  /** Null until anything was heard in this tab: what the page was rendered with counts. */
  count: number | null;
  /** Grows with each new notification. */
  heard: number;
}

const NOTHING: Unread = { count: null, heard: 0 };
let current = NOTHING;
const listeners = new Set<() => void>();

function publish(next: Unread): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whatever the API or the socket said last. */
export function setUnread(count: number): void {
  publish({ ...current, count });
}

/** Something new came. `countBefore` is what counts until anything was heard. */
export function hearOne(countBefore: number): void {
  publish({ count: (current.count ?? countBefore) + 1, heard: current.heard + 1 });
}

/** How many were not read, starting with what the page was rendered with, and how many have come since. */
export function useUnread(): { count: number; heard: number } {
  const { unreadCount } = useHouse();
  const { count, heard } = useSyncExternalStore(
    subscribe,
    () => current,
    () => NOTHING,
  );
  return { count: count ?? unreadCount ?? 0, heard };
}
