'use client';

import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { describeError } from '@/lib/errors';

interface DeleteSheetProps {
  title: string;
  /** What goes, and what stays. */
  children: ReactNode;
  action: string;
  onDelete: () => Promise<void>;
  onClose: () => void;
}

/** The step between wanting something gone and its being gone. */
export function DeleteSheet({ title, children, action, onDelete, onClose }: DeleteSheetProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onDelete();
      onClose();
    } catch (error) {
      const { title: what, hint } = describeError(error);
      setProblem(`${what}. ${hint}`);
      setBusy(false);
    }
  };
  return (
    <Sheet open onClose={onClose} title={title}>
      <div className="grid gap-5">
        <div className="grid gap-2 text-muted">{children}</div>
        <p role="alert" className="text-danger-ink empty:hidden">
          {problem}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" busy={busy} onClick={() => void confirm()} className="flex-1">
            {action}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Keep it
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
