'use client';

import type { PersonaVoice } from '@troupe/contracts/http/persona-voice';
import { Square, Volume2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { openingLine } from '@/lib/narration';
import { utterance } from '@/lib/utterance';

/** Languages of speech that browsers bring; each by its own name. */
const LANGUAGES = [
  'en-GB',
  'en-US',
  'de-DE',
  'es-ES',
  'es-MX',
  'fr-FR',
  'hi-IN',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'ru-RU',
  'tr-TR',
  'zh-CN',
];
const USUAL_PERCENT = 100;

interface VoiceFieldsProps {
  name: string;
  voice: PersonaVoice;
  /** What is read to try it. */
  sample: string;
  onChange: (voice: PersonaVoice) => void;
}

/** How read-aloud sounds, with a try by the browser's own voices: nothing leaves the device. */
export function VoiceFields({ name, voice, sample, onChange }: VoiceFieldsProps) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  const set = (part: { [Key in keyof PersonaVoice]: PersonaVoice[Key] | undefined }) => {
    const wanted = Object.entries({ ...voice, ...part }).filter(([, value]) => value !== undefined && value !== '');
    onChange(Object.fromEntries(wanted));
  };
  const read = () => {
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const words = utterance(openingLine(sample) || `Good evening. My name is ${name}.`, voice);
    words.onend = () => setSpeaking(false);
    words.onerror = () => setSpeaking(false);
    setSpeaking(true);
    speechSynthesis.speak(words);
  };
  return (
    <fieldset className="grid gap-4" data-field="voice">
      <legend className="pb-3 text-sm font-medium">Voice, read aloud</legend>
      <SelectField
        label="Language"
        name="voice.language"
        value={voice.language ?? ''}
        onChange={(event) => set({ language: event.target.value })}
      >
        <option value="">The listener’s own</option>
        {withKnown(voice.language).map((language) => (
          <option key={language} value={language}>
            {language}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-4 sm:grid-cols-2">
        <Percent
          label="Pitch"
          name="voice.pitchPercent"
          value={voice.pitchPercent}
          onChange={(pitchPercent) => set({ pitchPercent })}
        />
        <Percent
          label="Pace"
          name="voice.pacePercent"
          value={voice.pacePercent}
          onChange={(pacePercent) => set({ pacePercent })}
        />
      </div>
      <Button variant="quiet" onClick={read} className="justify-self-start">
        {speaking ? (
          <Square size={16} fill="currentColor" aria-hidden="true" />
        ) : (
          <Volume2 size={18} aria-hidden="true" />
        )}
        {speaking ? 'Stop' : 'Hear them'}
      </Button>
    </fieldset>
  );
}

function withKnown(language: string | undefined): string[] {
  return language === undefined || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
}

interface PercentProps {
  label: string;
  name: string;
  value: number | undefined;
  onChange: (percent: number | undefined) => void;
}

function Percent({ label, name, value = USUAL_PERCENT, onChange }: PercentProps) {
  return (
    <label className="grid">
      <span className="flex justify-between text-sm">
        <span className="font-medium">{label}</span>
        <span className="font-mono text-xs text-muted tabular-nums">{value} %</span>
      </span>
      <input
        type="range"
        name={name}
        min={50}
        max={200}
        step={5}
        value={value}
        aria-valuetext={`${value} percent of the usual`}
        onChange={({ target }) => onChange(Number(target.value) === USUAL_PERCENT ? undefined : Number(target.value))}
        className="studio-range"
      />
    </label>
  );
}
