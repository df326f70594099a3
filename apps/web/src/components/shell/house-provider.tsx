'use client';

import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { setBalance } from '@/lib/balance';
import type { House } from '@/lib/house';
import { HouseContext } from '@/lib/house';

/** Hands the server's knowledge to the page and starts the balance store with it. */
export function HouseProvider({ house, children }: { house: House; children: ReactNode }) {
  const { balance } = house;
  useEffect(() => {
    if (balance !== null) setBalance(balance);
  }, [balance]);
  return <HouseContext value={house}>{children}</HouseContext>;
}
