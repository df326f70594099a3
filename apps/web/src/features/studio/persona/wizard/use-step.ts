'use client';

import { useSearchParams } from 'next/navigation';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { WIZARD_STEPS } from './wizard-steps';

/** The step that the address names, so that the browser's way back is the wizard's; `first` while it names none. */
export function useStep(first: string, heading: RefObject<HTMLElement | null>) {
  const key = useSearchParams().get('step') ?? first;
  const index = Math.max(
    0,
    WIZARD_STEPS.findIndex((step) => step.key === key),
  );
  const [known] = WIZARD_STEPS;
  const step = WIZARD_STEPS[index] ?? known;
  if (step === undefined) throw new Error('There are no steps');

  const arrive = useRef<(() => void) | null>(null);
  const shown = useRef(index);
  useEffect(() => {
    if (shown.current === index) return;
    shown.current = index;
    window.scrollTo(0, 0);
    // Who listens hears the new question; who was led to a field is put into it.
    if (arrive.current === null) heading.current?.focus({ preventScroll: true });
    else arrive.current();
    arrive.current = null;
  }, [index, heading]);

  const go = (target: number, onArrive?: () => void) => {
    const wanted = WIZARD_STEPS[target];
    if (wanted === undefined) return;
    if (target === index) return onArrive?.();
    arrive.current = onArrive ?? null;
    window.history.pushState(null, '', `?step=${wanted.key}`);
  };
  return { index, step, go };
}
