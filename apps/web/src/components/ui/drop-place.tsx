'use client';

import type { LucideIcon } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/lib/clock';
import { cn } from '@/lib/cn';

interface DropPlaceProps {
  icon: LucideIcon;
  title: string;
  hint: string;
  /** What the button says. */
  choose: string;
  /** What the input is called by a screen reader. */
  inputLabel: string;
  /** A hint for the browser's own dialog; what a file is, its content tells. */
  accept: string;
  multiple?: boolean;
  isLarge?: boolean;
  busy?: boolean;
  onFiles: (files: File[]) => void;
  /** What became of it. */
  children?: ReactNode;
}

/** Where files come in: dropped, or chosen. */
export function DropPlace(props: DropPlaceProps) {
  const { icon: Icon, title, hint, choose, inputLabel, accept, onFiles, children } = props;
  const { multiple = false, isLarge = false, busy = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const hydrated = useHydrated();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button inside is everybody's
    <div
      className={cn('drop-place', isLarge && 'py-10', isOver && 'drop-place-over')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Icon size={28} strokeWidth={1.5} aria-hidden="true" className="text-muted" />
      <div className="grid gap-1">
        <p className="font-medium">{title}</p>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
        {children}
      </div>
      <Button
        variant="quiet"
        disabled={!hydrated}
        busy={busy}
        aria-describedby={`${id}-hint`}
        onClick={() => input.current?.click()}
      >
        {choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={inputLabel}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
