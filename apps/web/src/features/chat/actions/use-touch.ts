'use client';

import type { PointerEvent as ReactPointerEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { Line } from '../transcript/lines';
import { useChatActions, useChatState } from './chat-actions';
import { standingOf } from './siblings';

/** A finger that rests this long wants the menu. */
const LONG_PRESS_MS = 450;
/** Up to here a finger only trembles. */
const STILL_PX = 10;
/** From here on a swipe is meant. */
const SWIPE_PX = 56;
/** How far a bubble follows the finger, and how far when there is nothing on that side. */
const FOLLOW_PX = { open: 96, shut: 16 };

interface Touch {
  pointerId: number;
  x: number;
  y: number;
  timer: ReturnType<typeof setTimeout>;
  swiping: boolean;
}

/** What fingers do with a bubble: a long press opens its menu, a swipe walks through what else was said in its place. */
export function useTouch(line: Line) {
  const { openMenu, show } = useChatActions();
  const { free } = useChatState();
  const touch = useRef<Touch | null>(null);
  const standing = free ? standingOf(line) : null;

  const end = (element: HTMLElement | null) => {
    clearTimeout(touch.current?.timer);
    touch.current = null;
    if (element !== null) element.style.translate = '';
  };
  useEffect(() => () => clearTimeout(touch.current?.timer), []);

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const element = event.currentTarget;
    const timer = setTimeout(() => {
      end(element);
      navigator.vibrate?.(10);
      openMenu(line, element);
    }, LONG_PRESS_MS);
    touch.current = { pointerId: event.pointerId, x: event.clientX, y: event.clientY, timer, swiping: false };
  };
  const onPointerMove = (event: ReactPointerEvent<HTMLElement>) => {
    const now = touch.current;
    if (now === null || now.pointerId !== event.pointerId) return;
    const dx = event.clientX - now.x;
    const dy = event.clientY - now.y;
    if (Math.hypot(dx, dy) > STILL_PX) clearTimeout(now.timer);
    if (standing === null) return;
    if (!now.swiping && Math.abs(dx) > STILL_PX && Math.abs(dx) > 1.5 * Math.abs(dy)) {
      now.swiping = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    if (!now.swiping) return;
    const shut = (dx < 0 ? standing.nextId : standing.previousId) === null;
    const reach = shut ? FOLLOW_PX.shut : FOLLOW_PX.open;
    event.currentTarget.style.translate = `${Math.max(-reach, Math.min(reach, dx))}px 0`;
  };
  const onPointerUp = (event: ReactPointerEvent<HTMLElement>) => {
    const now = touch.current;
    if (now === null || now.pointerId !== event.pointerId) return;
    end(event.currentTarget);
    const dx = event.clientX - now.x;
    if (!now.swiping || standing === null || Math.abs(dx) < SWIPE_PX) return;
    const target = dx < 0 ? standing.nextId : standing.previousId;
    if (target !== null) show(target);
  };
  const onPointerCancel = (event: ReactPointerEvent<HTMLElement>) => end(event.currentTarget);
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
}
