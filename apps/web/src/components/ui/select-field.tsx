'use client';

import type { ComponentProps } from 'react';
import { useId } from 'react';
import { cn } from '@/lib/cn';
import { inputClass } from './input-class';

export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id'> {
  label: string;
  /** What is wrong with the value, in words; null when nothing is. */
  error?: string | null;
}

/** A labelled choice from a list, in the look of a field. */
export function SelectField({ label, error = null, className, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        {...select}
        id={id}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : `${id}-error`}
        className={inputClass}
      />
      <p id={`${id}-error`} aria-live="polite" className="text-sm text-danger-ink empty:hidden">
        {error}
      </p>
    </div>
  );
}
