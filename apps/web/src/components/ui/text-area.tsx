'use client';

import { useId } from 'react';
import { inputClass } from '@/components/ui/input-class';
import { cn } from '@/lib/cn';
import { Needed } from './needed';

interface TextAreaProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string, element: HTMLTextAreaElement) => void;
  maxLength: number;
  rows: number;
  hideLabel?: boolean;
  name?: string;
  placeholder?: string;
  needed?: boolean;
  /** What is wrong with the text, in words; null when nothing is. */
  error?: string | null;
}

/** Of a line, and above and below all of them: as many rows stand open before anything is written. */
const LINE_REM = 1.5;
const PADDING_REM = 1.625;

/** A labelled field for a longer text, which grows with it; how much room is left shows when it gets narrow. */
export function TextArea({
  label,
  hint,
  value,
  onChange,
  maxLength,
  rows,
  hideLabel = false,
  needed = false,
  error = null,
  ...area
}: TextAreaProps) {
  const id = useId();
  const left = maxLength - value.length;
  const describedBy = [hint === undefined ? [] : `${id}-hint`, error === null ? [] : `${id}-error`].flat().join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
        {needed ? <Needed /> : null}
      </label>
      <textarea
        {...area}
        id={id}
        value={value}
        rows={rows}
        maxLength={maxLength}
        required={needed}
        onChange={(event) => onChange(event.target.value, event.target)}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        style={{ minHeight: `${rows * LINE_REM + PADDING_REM}rem` }}
        className={cn(inputClass, 'field-sizing-content h-auto max-h-120 resize-y py-3')}
      />
      <div className="flex justify-between gap-4 text-sm text-muted empty:hidden">
        {hint === undefined ? <span /> : <p id={`${id}-hint`}>{hint}</p>}
        {left < maxLength / 10 ? (
          <p className="shrink-0 font-mono text-xs tabular-nums">
            {left}
            <span className="sr-only"> characters left</span>
          </p>
        ) : null}
      </div>
      <p id={`${id}-error`} aria-live="polite" className="text-sm text-danger-ink empty:hidden">
        {error}
      </p>
    </div>
  );
}
