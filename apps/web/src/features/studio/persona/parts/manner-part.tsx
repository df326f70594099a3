'use client';

import { SAMPLE_QUESTION, sampleAnswer } from '@troupe/contracts/slider-sample';
import type { SliderKey } from '@troupe/contracts/sliders';
import { describeSliders, SLIDER_KEYS, SLIDERS } from '@troupe/contracts/sliders';
import { lit } from '@/lib/hue';
import type { PersonaForm } from '../draft/use-persona-draft';

const MIDDLE = 50;
const STEP = 5;

/** How they talk, moved by hand: with a made-up answer in that manner, and word for word what the model is told. */
export function MannerPart({ form: { content, set } }: { form: PersonaForm }) {
  const { sliders } = content;
  const told = describeSliders(sliders);
  const move = (key: SliderKey, value: number) => {
    const { [key]: _, ...others } = sliders;
    // The middle says nothing, so it is not kept either.
    set({ sliders: value === MIDDLE ? others : { ...others, [key]: value } });
  };
  return (
    <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
      <div className="manner-beside">
        <section aria-label="How they would say it" className="manner-sample" style={lit(content.hueDegrees)}>
          <p className="justify-self-end rounded-card bg-raised px-4 py-2">{SAMPLE_QUESTION}</p>
          <p aria-live="polite" className="bubble after-dark manner-answer">
            {sampleAnswer(sliders)}
          </p>
          <p className="text-xs text-muted">Made up on the spot, so that you see which way a slider goes.</p>
        </section>
        <section aria-labelledby="told" className="grid gap-2">
          <p id="told" className="text-sm font-medium">
            What the model is told
          </p>
          {told.length === 0 ? (
            <p className="text-sm text-muted">Nothing yet: a slider in its middle leaves them as you described them.</p>
          ) : (
            <ul className="grid gap-1 text-sm">
              {told.map((sentence) => (
                <li key={sentence} className="border-l-2 border-line-strong pl-3">
                  {sentence}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <div className="grid gap-5">
        {SLIDER_KEYS.map((key) => (
          <Slider key={key} name={key} value={sliders[key] ?? MIDDLE} onMove={(value) => move(key, value)} />
        ))}
      </div>
    </div>
  );
}

interface SliderProps {
  name: SliderKey;
  value: number;
  onMove: (value: number) => void;
}

function Slider({ name, value, onMove }: SliderProps) {
  const { label, low, high } = SLIDERS[name];
  const side = value === MIDDLE ? 'in the middle' : value < MIDDLE ? `towards ${low}` : `towards ${high}`;
  return (
    <div className="grid">
      <label htmlFor={`slider-${name}`} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={`slider-${name}`}
        name={`sliders.${name}`}
        type="range"
        min={0}
        max={100}
        step={STEP}
        value={value}
        aria-valuetext={`${value}, ${side}`}
        onChange={(event) => onMove(Number(event.target.value))}
        className="studio-range studio-range-middle"
      />
      <p aria-hidden="true" className="flex justify-between text-xs text-muted">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </div>
  );
}
