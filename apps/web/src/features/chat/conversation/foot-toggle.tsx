import type { ReactNode } from 'react';

interface FootToggleProps {
  open: boolean;
  /** Id of what it shows. */
  controls: string;
  onToggle: () => void;
  children: ReactNode;
}

/** A small button below a reply that shows more about it, and hides it again. */
export function FootToggle({ open, controls, onToggle, children }: FootToggleProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
      className="text-button -my-2.5 text-xs"
    >
      {children}
    </button>
  );
}
