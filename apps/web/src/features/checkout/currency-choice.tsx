'use client';

import { cn } from '@/lib/cn';
import type { Currency } from './currency';

const CHOICES: readonly { currency: Currency; label: string }[] = [
  { currency: 'USD', label: 'US dollars' },
  { currency: 'INR', label: 'Indian rupees' },
];

/** Dollars or rupees. */
export function CurrencyChoice({ value, onChange }: { value: Currency; onChange: (currency: Currency) => void }) {
  return (
    <fieldset className="inline-flex gap-1">
      <legend className="sr-only">Currency</legend>
      {CHOICES.map(({ currency, label }) => (
        <button
          key={currency}
          type="button"
          aria-pressed={value === currency}
          onClick={() => onChange(currency)}
          className={cn(
            'min-h-11 rounded-full px-4 text-sm font-medium',
            value === currency ? 'bg-ink text-ground' : 'text-muted hover:bg-raised hover:text-ink',
          )}
        >
          {currency}
          <span className="sr-only">, {label}</span>
        </button>
      ))}
    </fieldset>
  );
}
