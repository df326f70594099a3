import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';

interface NumberFieldProps {
  label: string;
  hint?: ReactNode;
  value: number | null;
  min: number;
  max: number;
  /** What nothing stands for; without it nothing stands for `min`. */
  placeholder?: string;
  onChange: (value: number | null) => void;
}

/** A whole number within bounds. Where nothing may stand in it, it says what that means. */
export function NumberField({ label, hint, value, min, max, placeholder, onChange }: NumberFieldProps) {
  return (
    <Field
      type="number"
      inputMode="numeric"
      label={label}
      {...(hint !== undefined && { hint })}
      min={min}
      max={max}
      step={1}
      value={value ?? ''}
      {...(placeholder !== undefined && { placeholder })}
      onChange={(event) => {
        const { valueAsNumber } = event.target;
        if (Number.isNaN(valueAsNumber)) return onChange(placeholder === undefined ? min : null);
        onChange(Math.min(max, Math.max(min, Math.round(valueAsNumber))));
      }}
    />
  );
}
