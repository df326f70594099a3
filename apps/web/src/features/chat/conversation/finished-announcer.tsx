'use client';

import { useEffect, useRef, useState } from 'react';
import { spokenText } from '../prose/prose';
import type { Line } from '../transcript/lines';
import { isFinal } from '../transcript/lines';

/** Tells a screen reader each reply once, when it is whole; silent about what was there from the start. */
export function FinishedAnnouncer({ lines, name }: { lines: readonly Line[]; name: string }) {
  const running = useRef(new Set<string>());
  const [said, setSaid] = useState('');
  useEffect(() => {
    for (const line of lines) {
      if (line.kind !== 'reply') continue;
      if (!isFinal(line.status)) running.current.add(line.id);
      else if (running.current.delete(line.id)) setSaid(announcement(name, line.status, line.content));
    }
  }, [lines, name]);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

function announcement(name: string, status: string, content: string): string {
  if (status === 'failed') return `${name} could not answer. Look at the end of the conversation.`;
  if (status === 'stopped') return `Stopped. ${name}: ${spokenText(content)}`;
  return `${name}: ${spokenText(content)}`;
}
