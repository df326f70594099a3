import { ApiError } from '@troupe/api-client';
import { serverApi } from '@/lib/api/server';
import { getServerSession } from '@/lib/session/server';

/** How many notifications whoever asked for this page has not read. Null for a visitor, and when it can't be read: the page works without. */
export async function loadUnread(): Promise<number | null> {
  if ((await getServerSession()) === null) return null;
  try {
    return (await (await serverApi()).notifications.unread()).unreadCount;
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}
