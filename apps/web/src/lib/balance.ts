'use client';

import type { Balance } from '@troupe/contracts/http/coin';
import { useSyncExternalStore } from 'react';
import { useHouse } from '@/lib/house';

let current: Balance | null = null;
const listeners = new Set<() => void>();

/** Tells every place that shows the balance. Call it with whatever the API or the socket said last. */
export function setBalance(balance: Balance): void {
  current = balance;
  for (const listener of listeners) listener();
}

/**
 * Takes over only the spendable amount, for answers that carry nothing else (a message's acknowledgement). The buckets
 * follow with the next `balance` event.
 */
export function setSpendable(balanceMicrocoins: number): void {
  if (current !== null) setBalance({ ...current, balanceMicrocoins });
}

/** Calls back whenever something new is heard of the balance, until the returned function is called. */
export function onBalance(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The wallet as last heard of, starting with what the page was rendered with; null for a visitor. */
export function useBalance(): Balance | null {
  const { balance } = useHouse();
  return useSyncExternalStore(
    onBalance,
    () => current ?? balance,
    () => balance,
  );
}
