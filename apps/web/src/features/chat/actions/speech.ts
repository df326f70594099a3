'use client';

import { useSyncExternalStore } from 'react';

/** Which message is being read aloud, if one is; `speak.ts`, which only the menu needs, begins it. */
let speakingId: string | null = null;
const listeners = new Set<() => void>();

export function getSpeakingId(): string | null {
  return speakingId;
}

/** For who begins to speak. */
export function setSpeakingId(id: string | null): void {
  speakingId = id;
  for (const listener of listeners) listener();
}

export function stopSpeaking(): void {
  if (speakingId === null) return;
  setSpeakingId(null);
  speechSynthesis.cancel();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The message that is being read aloud, or null. */
export function useSpeakingId(): string | null {
  return useSyncExternalStore(subscribe, getSpeakingId, () => null);
}
