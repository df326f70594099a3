'use client';

import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  title: string;
  hint?: string;
  tone: 'neutral' | 'success' | 'danger';
  /** What it is about; the title, when left out. What is said of it next takes its place. */
  matter?: string;
}

const NOBODY: readonly Toast[] = [];
let toasts = NOBODY;
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a short message that goes by itself. For what needs an answer, use a sheet or say it in place. */
export function toast(message: Omit<Toast, 'id'>): void {
  lastId += 1;
  const others = toasts.filter((shown) => matterOf(shown) !== matterOf(message));
  publish([...others.slice(-2), { ...message, id: lastId }]);
}

/** Takes back what was said of a matter, when it is tried again: the old answer must not stand beside the new one. */
export function retractToast(matter: string): void {
  publish(toasts.filter((shown) => matterOf(shown) !== matter));
}

const matterOf = ({ matter, title }: Omit<Toast, 'id'>): string => matter ?? title;

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
