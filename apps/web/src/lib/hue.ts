import type { CSSProperties } from 'react';

/** Puts a persona's light on an element: its `glow` colours and everything lit below take this OKLCH hue. */
export function lit(hueDegrees: number): CSSProperties {
  return { '--hue': hueDegrees } as CSSProperties;
}
