import type { PersonaVoice } from '@troupe/contracts/http/persona-voice';

const USUAL_PERCENT = 100;

/** What the browser's own voices say of a text, as its persona sounds: nothing leaves the device. */
export function utterance(text: string, voice: PersonaVoice): SpeechSynthesisUtterance {
  const words = new SpeechSynthesisUtterance(text);
  if (voice.language !== undefined) words.lang = voice.language;
  words.pitch = (voice.pitchPercent ?? USUAL_PERCENT) / USUAL_PERCENT;
  words.rate = (voice.pacePercent ?? USUAL_PERCENT) / USUAL_PERCENT;
  return words;
}
