'use client';

import { useSyncExternalStore } from 'react';

/** Relative times are read to the minute; one timer serves every one of them on a page. */
const TICK_MS = 20_000;

let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  nowMs = Date.now();
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const tell of listeners) tell();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Unix time in milliseconds, about three times a minute. On the server: the moment of the render. */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => nowMs,
    () => Math.floor(Date.now() / TICK_MS) * TICK_MS,
  );
}

const never = () => () => {};

/** False on the server and while the first paint is taken over; then true, and the reader's own zone may be used. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
