'use client';

import { useId } from 'react';
import { inputClass } from '@/components/ui/input-class';
import { cn } from '@/lib/cn';

interface TextAreaProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  rows: number;
  hideLabel?: boolean;
}

/** A labelled field for a longer text; how much room is left shows when it gets narrow. */
export function TextArea({ label, hint, value, onChange, maxLength, rows, hideLabel = false }: TextAreaProps) {
  const id = useId();
  const left = maxLength - value.length;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        rows={rows}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={cn(inputClass, 'h-auto resize-y py-3')}
      />
      <div className="flex justify-between gap-4 text-sm text-muted">
        {hint === undefined ? <span /> : <p id={`${id}-hint`}>{hint}</p>}
        {left < maxLength / 10 ? (
          <p className="shrink-0 font-mono text-xs tabular-nums">
            {left}
            <span className="sr-only"> characters left</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
