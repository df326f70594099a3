import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

interface SaleRowProps {
  name: string;
  words?: string;
  chip?: ReactNode;
  onOpen: () => void;
  /** The form, while it is open. */
  children: ReactNode;
}

/** A pack or a promotion, that opens into its form. */
export function SaleRow({ name, words, chip, onOpen, children }: SaleRowProps) {
  if (words === undefined && children === null) {
    return (
      <li className="py-3">
        <Button variant="quiet" onClick={onOpen}>
          {name}
        </Button>
      </li>
    );
  }
  return (
    <li className="grid gap-1 border-b border-line py-3">
      <div className="flex flex-wrap items-center gap-x-3">
        <p className="font-medium">{name}</p>
        {chip}
        {children === null ? (
          <Button variant="ghost" aria-label={`Change ${name}`} className="ml-auto" onClick={onOpen}>
            Change
          </Button>
        ) : null}
      </div>
      {words === undefined || children !== null ? null : (
        <p suppressHydrationWarning className="text-sm text-muted">
          {words}
        </p>
      )}
      {children}
    </li>
  );
}
