'use client';

import { cn } from '@/lib/cn';
import type { Currency } from './currency';

const LABELS: Record<Currency, string> = { USD: 'US dollars', INR: 'Indian rupees' };

interface CurrencyChoiceProps {
  choices: readonly Currency[];
  value: Currency;
  onChange: (currency: Currency) => void;
}

/** Dollars or rupees, where both can be paid with. */
export function CurrencyChoice({ choices, value, onChange }: CurrencyChoiceProps) {
  if (choices.length < 2) return null;
  return (
    <fieldset className="inline-flex gap-1">
      <legend className="sr-only">Currency</legend>
      {choices.map((currency) => (
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
          <span className="sr-only">, {LABELS[currency]}</span>
        </button>
      ))}
    </fieldset>
  );
}
