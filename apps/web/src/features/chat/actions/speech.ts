'use client';

import { useSyncExternalStore } from 'react';
import { spokenText } from '../prose/prose';

/** Read aloud by the browser's own voices; one message at a time. Nothing leaves the device. */
let speakingId: string | null = null;
const listeners = new Set<() => void>();

function set(id: string | null): void {
  speakingId = id;
  for (const listener of listeners) listener();
}

export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** Reads a message aloud; what was being read stops. */
export function speak(id: string, text: string): void {
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(spokenText(text));
  // A voice that was cancelled may say so after the next one has begun.
  const over = () => {
    if (speakingId === id) set(null);
  };
  words.onend = over;
  words.onerror = over;
  set(id);
  speechSynthesis.speak(words);
}

export function stopSpeaking(): void {
  if (speakingId === null) return;
  set(null);
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
  return useSyncExternalStore(
    subscribe,
    () => speakingId,
    () => null,
  );
}
