'use client';

import { useEffect } from 'react';
import { useHouse } from '@/lib/house';
import { hearOne, setUnread } from './unread';

/** The page comes first: the bell listens when it has nothing else to do. */
const IDLE_MAX_MS = 4_000;

/** Keeps the bell listening, on every page of somebody signed in. Shows nothing. */
export function BellLine() {
  const { apiOrigin, unreadCount } = useHouse();
  useEffect(() => {
    let isOver = false;
    let hangUp = () => {};
    async function listen() {
      const { holdSocket } = await import('@/lib/shared-socket');
      if (isOver) return;
      const { socket, release } = holdSocket(apiOrigin);
      const unheardOne = socket.on('notification', () => hearOne(unreadCount ?? 0));
      const unheardRead = socket.on('notificationsRead', (unread) => setUnread(unread.unreadCount));
      // What came while nobody listened.
      const unheardStatus = socket.onStatus((status) => {
        if (status === 'online') catchUp().catch(reportError);
      });
      hangUp = () => {
        unheardOne();
        unheardRead();
        unheardStatus();
        release();
      };
    }
    const cancel = whenIdle(() => {
      listen().catch(reportError);
    });
    return () => {
      isOver = true;
      cancel();
      hangUp();
    };
  }, [apiOrigin, unreadCount]);
  return null;
}

/** Without an answer the bell shows what it knew. */
async function catchUp(): Promise<void> {
  const { notificationApi } = await import('@/lib/api/notifications');
  await notificationApi.unread().then(
    (unread) => setUnread(unread.unreadCount),
    () => undefined,
  );
}

/** Safari has no idle callbacks. */
function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, IDLE_MAX_MS / 2);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(work, { timeout: IDLE_MAX_MS });
  return () => cancelIdleCallback(id);
}
