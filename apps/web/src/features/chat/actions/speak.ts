import type { PersonaVoice } from '@troupe/contracts/http/persona-voice';
import { utterance } from '@/lib/utterance';
import { spokenText } from '../prose/prose';
import { getSpeakingId, setSpeakingId } from './speech';

export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** Reads a message aloud; what was being read stops. */
export function speak(id: string, text: string, voice: PersonaVoice): void {
  speechSynthesis.cancel();
  const words = utterance(spokenText(text), voice);
  // A voice that was cancelled may say so after the next one has begun.
  const over = () => {
    if (getSpeakingId() === id) setSpeakingId(null);
  };
  words.onend = over;
  words.onerror = over;
  setSpeakingId(id);
  speechSynthesis.speak(words);
}
