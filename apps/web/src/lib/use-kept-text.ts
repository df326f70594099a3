'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { keepDraft, readKeptDraft } from './kept-draft';

/** A text that is kept while it is typed, so that a reload finds it; an empty one is forgotten. */
export function useKeptText(place: string): [text: string, setText: (next: string) => void] {
  const [text, show] = useState('');
  const latest = useRef('');
  const setText = useCallback(
    (next: string) => {
      latest.current = next;
      show(next);
      keepDraft(place, next === '' ? null : next);
    },
    [place],
  );
  useEffect(() => {
    const kept = readKeptDraft(place);
    // What was typed before the page came alive counts more than what was kept.
    if (latest.current !== '' || typeof kept !== 'string') return;
    latest.current = kept;
    show(kept);
  }, [place]);
  return [text, setText];
}
