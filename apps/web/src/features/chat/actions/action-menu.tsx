'use client';

import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { Modal } from '@/components/ui/modal';
import { cn } from '@/lib/cn';

export interface MenuItem {
  key: string;
  label: string;
  icon: LucideIcon;
  /** What it costs, or what it means, beside the label. */
  note?: string;
  danger?: boolean;
  /** Closes the menu as well. */
  onSelect: () => void;
}

interface ActionMenuProps {
  /** What the menu is about, said to a screen reader. */
  label: string;
  /** It opens beside this; on a phone it comes from below. */
  anchor: HTMLElement;
  items: readonly MenuItem[];
  onClose: () => void;
  /** Above the items. */
  children?: ReactNode;
}

/** Away from the edges of the window. */
const MARGIN_PX = 12;
const GAP_PX = 4;

/** What can be done with one thing: from below on a phone, beside it elsewhere; arrows walk, Escape closes. */
export function ActionMenu({ label, anchor, items, onClose, children }: ActionMenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const place = () => put(dialog.current, anchor);
    place();
    // A reply that grows meanwhile moves what stands above it, and no scrolling tells.
    const moved = new ResizeObserver(place);
    moved.observe(anchor.closest('.chat-lines') ?? document.body);
    dialog.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    const element = dialog.current;
    return () => {
      element?.close();
      moved.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [anchor]);
  // Each time: what it shows may have grown.
  useLayoutEffect(() => put(dialog.current, anchor));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    entries.at((at + step + entries.length) % entries.length)?.focus();
  };
  return (
    <Modal ref={dialog} labelledBy={id} onClose={onClose} className="action-menu">
      <p id={id} className="sr-only">
        {label}
      </p>
      {children}
      <div role="menu" aria-labelledby={id} onKeyDown={onKeyDown} className="grid">
        {items.map(({ key, label: words, icon: Icon, note, danger, onSelect }) => (
          <button
            key={key}
            type="button"
            role="menuitem"
            onClick={onSelect}
            className={cn('action-item', danger && 'text-danger-ink')}
          >
            <Icon size={19} strokeWidth={1.7} aria-hidden="true" />
            <span className="flex-1 text-left">{words}</span>
            {note === undefined ? null : <span className="text-sm text-muted">{note}</span>}
          </button>
        ))}
      </div>
    </Modal>
  );
}

/** Beside its anchor and inside the window; a phone's stylesheet overrules it. */
function put(menu: HTMLDialogElement | null, anchor: HTMLElement): void {
  if (menu === null) return;
  // A closed dialog has no size: it is measured open, before anybody sees it.
  if (!menu.open) menu.showModal();
  const { right, top, bottom } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const within = (at: number, room: number) => Math.max(MARGIN_PX, Math.min(room - MARGIN_PX, at));
  const left = within(right - width, innerWidth - width);
  const below = bottom + GAP_PX + height + MARGIN_PX <= innerHeight;
  const y = within(below ? bottom + GAP_PX : top - height - GAP_PX, innerHeight - height);
  menu.style.setProperty('--menu-x', `${left}px`);
  menu.style.setProperty('--menu-y', `${y}px`);
}
