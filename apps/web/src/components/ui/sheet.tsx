'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { cn } from '@/lib/cn';
import { buttonClass } from './button';
import { Modal } from './modal';

export interface SheetProps {
  open: boolean;
  /** Called for Escape, the backdrop and the close button; the owner then sets `open` to false. */
  onClose: () => void;
  title: string;
  description?: ReactNode;
  /** Steps down from the top layer, in place: something that isn't ours opens over the page and has to be reachable. */
  giveWay?: boolean;
  children: ReactNode;
  className?: string;
}

/** A sheet from below on the phone, a dialog in the middle elsewhere. */
export function Sheet({ open, onClose, title, description, giveWay = false, children, className }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const shown = element.open ? (element.matches(':modal') ? 'modal' : 'aside') : 'closed';
    const wanted = open ? (giveWay ? 'aside' : 'modal') : 'closed';
    if (shown === wanted) return;
    if (element.open) element.close();
    if (wanted === 'modal') element.showModal();
    if (wanted === 'aside') element.show();
  }, [open, giveWay]);

  return (
    <Modal
      ref={dialog}
      labelledBy={`${id}-title`}
      describedBy={description === undefined ? undefined : `${id}-description`}
      onClose={onClose}
      className={cn('sheet', className)}
    >
      <div className="flex max-h-[inherit] flex-col p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
        <div className="flex items-start justify-between gap-4">
          <h2 id={`${id}-title`} className="pt-1.5 text-xl">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            aria-label="Close"
            className={buttonClass({ variant: 'ghost', size: 'icon', className: '-mt-1 -mr-2' })}
          >
            <X size={20} aria-hidden="true" />
          </button>
        </div>
        {description === undefined ? null : (
          <p id={`${id}-description`} className="text-muted">
            {description}
          </p>
        )}
        <div className="-mx-2 mt-3 min-h-0 overflow-y-auto overscroll-contain px-2 pt-1 pb-1">
          {open ? children : null}
        </div>
      </div>
    </Modal>
  );
}
