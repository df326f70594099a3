'use client';

import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  title: string;
  hint?: string;
  tone: 'neutral' | 'success' | 'danger';
}

const NOBODY: readonly Toast[] = [];
let toasts = NOBODY;
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a short message that goes by itself. For what needs an answer, use a sheet or say it in place. */
export function toast(message: Omit<Toast, 'id'>): void {
  lastId += 1;
  publish([...toasts.slice(-2), { ...message, id: lastId }]);
}

export function dismissToast(id: number): void {
  publish(toasts.filter((candidate) => candidate.id !== id));
}

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NOBODY,
  );
}
