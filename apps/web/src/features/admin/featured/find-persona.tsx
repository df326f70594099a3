'use client';

import type { PersonaCard } from '@troupe/contracts/http/persona';
import { useCallback, useId, useState } from 'react';
import { inputClass } from '@/components/ui/input-class';
import { describeError } from '@/lib/errors';
import { useFetched } from '@/lib/use-fetched';

const SHOWN_MAX = 6;
const DEBOUNCE_MS = 200;

interface FindPersonaProps {
  /** Ids that are chosen already. */
  without: readonly string[];
  onFound: (persona: PersonaCard) => void;
}

/** Finds somebody to put on the stage, as the gallery's search does. */
export function FindPersona({ without, onFound }: FindPersonaProps) {
  const id = useId();
  const [text, setText] = useState('');
  const find = useCallback(
    async (signal: AbortSignal) => {
      if (text.trim() === '') return [];
      await pause(DEBOUNCE_MS, signal);
      const { browserApi } = await import('@/lib/api/browser');
      return (await browserApi.personas.list({ q: text, limit: 20, signal })).items;
    },
    [text],
  );
  const { value, error } = useFetched(find);
  const found = (value ?? []).filter((persona) => !without.includes(persona.id)).slice(0, SHOWN_MAX);
  return (
    <div className="grid max-w-lg gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        Put somebody on the stage
      </label>
      <input
        id={id}
        type="search"
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder="A name, a tag, a word"
        autoComplete="off"
        maxLength={80}
        className={inputClass}
      />
      <p aria-live="polite" className="text-sm text-danger-ink empty:hidden">
        {error === null ? null : describeError(error).hint}
      </p>
      <ul className="grid">
        {found.map((persona) => (
          <li key={persona.id}>
            <button
              type="button"
              onClick={() => {
                onFound(persona);
                setText('');
              }}
              className="flex min-h-11 w-full items-baseline gap-2 rounded-tight px-2 text-left hover:bg-raised"
            >
              <span className="font-medium">{persona.name}</span>
              <span className="truncate text-sm text-muted">{persona.hook}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Ends early, and throws, when the question is dropped. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
