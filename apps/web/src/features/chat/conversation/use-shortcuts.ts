'use client';

import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { standingOf } from '../actions/siblings';
import { stopSpeaking } from '../actions/speech';
import type { Line, OwnLine } from '../transcript/lines';

interface Shortcuts {
  field: RefObject<HTMLTextAreaElement | null>;
  lines: readonly Line[];
  /** Something may be asked for. */
  free: boolean;
  onShow: (messageId: string) => void;
  onHelp: () => void;
}

/** The keys of the stage; they are listed in the shortcuts sheet. None of them spends a coin. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const now = useRef(shortcuts);
  useEffect(() => {
    now.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const { field, onHelp } = now.current;
      const written = writtenIn(event.target);
      const help = (event.key === '?' && written === null) || (event.key === '/' && (event.ctrlKey || event.metaKey));
      if (help) {
        event.preventDefault();
        onHelp();
      } else if (event.key === '/' && written === null && !event.altKey) {
        event.preventDefault();
        field.current?.focus();
      } else if (event.key === 'Escape') stopSpeaking();
      // In a text, Alt and an arrow jump over words.
      else if (event.altKey && !written) turn(event);
    };
    const turn = (event: KeyboardEvent) => {
      const side = { ArrowLeft: 'previousId', ArrowRight: 'nextId' }[event.key] as 'previousId' | 'nextId' | undefined;
      if (side === undefined) return;
      // Otherwise it would be the browser's way back.
      event.preventDefault();
      const { lines, free, onShow } = now.current;
      const id = standingOf(turnable(lines, event.target) ?? NOTHING)?.[side] ?? null;
      if (free && id !== null) onShow(id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const NOTHING = { id: null, siblingIds: [] } as const;

/** The message that the focus is in, else the last one that has others in its place. */
function turnable(lines: readonly Line[], target: EventTarget | null) {
  const id = target instanceof Element ? target.closest('[data-line-id]')?.getAttribute('data-line-id') : null;
  const focused = lines.find((line) => line.id === id && id !== null);
  return focused ?? lines.findLast((line) => standingOf(line) !== null);
}

/** What is written in the field that a key went to; null when it went to none. */
function writtenIn(target: EventTarget | null): string | null {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target.value : null;
}

/** The last thing the fan said that is stored, for ArrowUp. */
export function lastOwn(lines: readonly Line[]): OwnLine | undefined {
  return lines.findLast((line): line is OwnLine => line.kind === 'own' && line.id !== null);
}
