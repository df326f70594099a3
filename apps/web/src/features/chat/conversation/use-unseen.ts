'use client';

import { useEffect, useRef, useState } from 'react';
import type { Line } from '../transcript/lines';
import { isAlive } from '../transcript/lines';

/** How many whole messages came since the end was last in view. */
export function useUnseen(lines: readonly Line[], atEnd: boolean): number {
  const seen = useRef(new Set<string>());
  const [unseen, setUnseen] = useState(0);
  const oldest = useRef<string | undefined>(undefined);
  useEffect(() => {
    const whole = lines.filter((line) => line.id !== null && !isAlive(line));
    // Older history was loaded above: nothing of it is new.
    const prepended = oldest.current !== undefined && lines[0]?.key !== oldest.current;
    oldest.current = lines[0]?.key;
    if (atEnd || prepended || seen.current.size === 0) seen.current = new Set(whole.map((line) => line.key));
    setUnseen(whole.filter((line) => !seen.current.has(line.key)).length);
  }, [lines, atEnd]);
  return unseen;
}
