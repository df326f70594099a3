'use client';

import type { ReactNode, Ref } from 'react';

interface ModalProps {
  ref: Ref<HTMLDialogElement>;
  /** Ids of what names it, and of what describes it. */
  labelledBy: string;
  describedBy?: string | undefined;
  /** Called for Escape and for a click beside it; the owner then closes it. */
  onClose: () => void;
  className: string;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, makes the rest inert and gives the focus back, at no weight. */
export function Modal({ ref, labelledBy, describedBy, onClose, className, children }: ModalProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser turns Escape into `cancel`; the click is the backdrop's
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={className}
    >
      {children}
    </dialog>
  );
}
