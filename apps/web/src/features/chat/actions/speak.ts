import { spokenText } from '../prose/prose';
import { getSpeakingId, setSpeakingId } from './speech';

export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** Reads a message aloud by the browser's own voices; what was being read stops. Nothing leaves the device. */
export function speak(id: string, text: string): void {
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(spokenText(text));
  // A voice that was cancelled may say so after the next one has begun.
  const over = () => {
    if (getSpeakingId() === id) setSpeakingId(null);
  };
  words.onend = over;
  words.onerror = over;
  setSpeakingId(id);
  speechSynthesis.speak(words);
}
