'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';

interface PromotionCodeProps {
  value: string;
  onChange: (typed: string) => void;
  error: string | null;
  /** Said while no code is typed: what it would take the place of. */
  hint: string | null;
}

/** A line for those who have a code; nobody else is asked for one. */
export function PromotionCode({ value, onChange, error, hint }: PromotionCodeProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button type="button" onClick={() => setOpen(true)} className="code-opener">
        I have a code
      </button>
    );
  }
  return (
    <Field
      label="Promotion code"
      name="promotion-code"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      // It has just been asked for.
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
      hint={hint ?? 'It is looked up when you choose a pack.'}
      className="w-full max-w-80"
    />
  );
}
