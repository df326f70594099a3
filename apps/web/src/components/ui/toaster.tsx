'use client';

import type { AnimationEvent } from 'react';
import type { Toast } from '@/lib/toast';
import { dismissToast, useToasts } from '@/lib/toast';

const TONES: Record<Toast['tone'], string> = {
  neutral: 'bg-line-strong',
  success: 'bg-success-ink',
  danger: 'bg-danger-ink',
};

/** The place where toasts appear. Each leaves when its own animation ends, and waits while it is hovered or focused. */
export function Toaster() {
  return (
    <div role="status" aria-live="polite" className="toast-place">
      {useToasts().map((toast) => (
        <button
          key={toast.id}
          type="button"
          onClick={() => dismissToast(toast.id)}
          onAnimationEnd={(event: AnimationEvent) => {
            if (event.animationName === 'toast-stay') dismissToast(toast.id);
          }}
          className="toast after-dark"
        >
          <span aria-hidden="true" className={`h-9 w-1 shrink-0 rounded-full ${TONES[toast.tone]}`} />
          <span className="grid text-left">
            <span className="font-semibold">{toast.title}</span>
            {toast.hint === undefined ? null : <span className="text-sm text-muted">{toast.hint}</span>}
          </span>
          <span className="sr-only">Dismiss</span>
        </button>
      ))}
    </div>
  );
}
