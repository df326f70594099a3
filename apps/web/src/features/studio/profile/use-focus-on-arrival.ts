'use client';

import type { RefObject } from 'react';
import { useEffect } from 'react';

/** Who pressed Next and listens hears the new question. Whoever is in a field already stays there. */
export function useFocusOnArrival(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) heading.current?.focus({ preventScroll: true });
  }, [heading]);
}
