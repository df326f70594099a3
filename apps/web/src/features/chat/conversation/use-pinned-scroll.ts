'use client';

import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** This near to the end counts as being there. */
const NEAR_END_PX = 48;

interface Anchor {
  element: HTMLElement;
  topPx: number;
}

/**
 * Keeps a log where its reader is. At the end it stays at the end while the log grows; anywhere else, what is in view
 * stays in place, whether lines come below, above or change their height. The scroller is laid out from its end
 * (`column-reverse`), so the first paint shows the last line before any script has run.
 */
export function usePinnedScroll(scroller: RefObject<HTMLElement | null>, log: RefObject<HTMLElement | null>) {
  const [atEnd, setAtEnd] = useState(true);
  const anchor = useRef<Anchor | null>(null);

  useEffect(() => {
    const view = scroller.current;
    const lines = log.current;
    if (view === null || lines === null) return;
    const remember = () => {
      const near = -view.scrollTop <= NEAR_END_PX;
      anchor.current = near ? null : firstInView(view, lines);
      setAtEnd(near);
    };
    const hold = () => {
      const held = anchor.current;
      if (held === null) view.scrollTop = 0;
      else if (held.element.isConnected) view.scrollTop += offsetIn(view, held.element) - held.topPx;
      remember();
    };
    const resized = new ResizeObserver(hold);
    resized.observe(lines);
    resized.observe(view);
    view.addEventListener('scroll', remember, { passive: true });
    return () => {
      resized.disconnect();
      view.removeEventListener('scroll', remember);
    };
  }, [scroller, log]);

  const toEnd = useCallback(() => {
    anchor.current = null;
    setAtEnd(true);
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller]);

  return { atEnd, toEnd };
}

function offsetIn(view: HTMLElement, element: HTMLElement): number {
  return element.getBoundingClientRect().top - view.getBoundingClientRect().top;
}

/** Groups stand below one another, so the first that reaches into the view is found by halving. */
function firstInView(view: HTMLElement, lines: HTMLElement): Anchor | null {
  // Asked for at every step of a scroll: a live collection is not gathered anew each time.
  const groups = lines.getElementsByClassName('bubble-group');
  let from = 0;
  let to = groups.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const group = groups[middle];
    if (group instanceof HTMLElement && offsetIn(view, group) + group.offsetHeight > 0) to = middle;
    else from = middle + 1;
  }
  const element = groups[from];
  return element instanceof HTMLElement ? { element, topPx: offsetIn(view, element) } : null;
}
