'use client';

import type { User } from '@troupe/contracts/http/auth';
import type { Balance } from '@troupe/contracts/http/coin';
import { createContext, use } from 'react';

/** What the server knew when it rendered the page: who is here, with what balance, and where the socket goes. */
export interface House {
  user: User | null;
  balance: Balance | null;
  /** Notifications that were not read; null for a visitor, and when that can't be told. */
  unreadCount: number | null;
  /** The API's own origin, for the socket. */
  apiOrigin: string;
}

export const HouseContext = createContext<House>({ user: null, balance: null, unreadCount: null, apiOrigin: '' });

export function useHouse(): House {
  return use(HouseContext);
}
