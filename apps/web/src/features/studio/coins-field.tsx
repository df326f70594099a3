'use client';

import { Field } from '@/components/ui/field';

interface CoinsFieldProps {
  value: string;
  onChange: (coins: string) => void;
  error: string | null;
}

/** How many coins. */
export function CoinsField({ value, onChange, error }: CoinsFieldProps) {
  return (
    <Field
      label="Coins"
      name="coins"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
      className="w-full sm:w-56"
    />
  );
}
