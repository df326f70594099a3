import { ApiError } from '@troupe/api-client';
import type { Balance } from '@troupe/contracts/http/coin';
import { cache } from 'react';
import { serverApi } from '@/lib/api/server';
import { getServerSession } from '@/lib/session/server';

/** The balance of whoever asked for this page. Null for a visitor, and when it can't be read: the page works without. */
export const loadBalance = cache(async (): Promise<Balance | null> => {
  const session = await getServerSession();
  if (session === null) return null;
  try {
    return await (await serverApi()).coin.balance(session.user.id);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
});
