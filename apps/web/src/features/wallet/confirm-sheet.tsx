import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';

interface ConfirmSheetProps {
  open: boolean;
  title: string;
  /** What the button does, as a verb. */
  action: string;
  busy: boolean;
  /** Why it didn't work, in words; null when nothing is wrong. */
  problem: string | null;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The step between wanting to move coins and moving them: what exactly, and what can't be undone. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { open, title, action, busy, problem, onConfirm, onClose, children } = props;
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      <div className="grid gap-5">
        {children}
        <p role="alert" className="text-danger-ink empty:hidden">
          {problem}
        </p>
        <div className="flex flex-wrap gap-3 pt-1">
          <Button busy={busy} onClick={onConfirm} className="flex-1">
            {action}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Back
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
