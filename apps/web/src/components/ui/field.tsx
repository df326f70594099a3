import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { cn } from '@/lib/cn';
import { inputClass } from './input-class';
import { Needed } from './needed';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, in words; null when nothing is. */
  error?: string | null | undefined;
  /** Without it the form can't be finished: said beside the label. */
  needed?: boolean;
  /** Something inside the input's right edge, for instance a button that shows the password. */
  trailing?: ReactNode;
}

/** A labelled input with its hint and its error beside it, tied together for screen readers. An error stands in the hint's place, so that little moves. */
export function Field({ label, hint, error = null, needed = false, trailing, className, ...input }: FieldProps) {
  const id = useId();
  const describedBy = [hint === undefined ? null : `${id}-hint`, error === null ? null : `${id}-error`]
    .filter((part) => part !== null)
    .join(' ');
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {needed ? <Needed /> : null}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          required={needed || input.required}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={describedBy === '' ? undefined : describedBy}
          className={cn(inputClass, trailing !== undefined && 'pr-12')}
        />
        {trailing === undefined ? null : (
          <div className="absolute inset-y-0.5 right-0.5 flex items-center">{trailing}</div>
        )}
      </div>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={error === null ? 'text-sm text-muted' : 'sr-only'}>
          {hint}
        </p>
      )}
      <p id={`${id}-error`} aria-live="polite" className="text-sm text-danger-ink empty:hidden">
        {error}
      </p>
    </div>
  );
}
