'use client';

import { useEffect, useRef } from 'react';

/**
 * Where a phone's keyboard covers the page instead of making it shorter, the stage takes the height that is left, so
 * that the composer stays above the keys.
 */
export function useStageHeight() {
  const stage = useRef<HTMLElement>(null);
  useEffect(() => {
    const viewport = window.visualViewport;
    if (viewport === null) return;
    const fit = () => {
      const covered = window.innerHeight - viewport.height > 120 && viewport.scale === 1;
      stage.current?.style.setProperty('--stage-height', covered ? `${viewport.height}px` : '100dvh');
      if (covered) window.scrollTo(0, 0);
    };
    viewport.addEventListener('resize', fit);
    return () => viewport.removeEventListener('resize', fit);
  }, []);
  return stage;
}
