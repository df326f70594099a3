'use client';

import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import { useId } from 'react';
import { PROVIDER_WORDS } from './offer';

interface ProviderChoiceProps {
  choices: readonly PaymentProviderName[];
  value: PaymentProviderName;
  onChange: (provider: PaymentProviderName) => void;
}

/** How to pay, where there is more than one way. */
export function ProviderChoice({ choices, value, onChange }: ProviderChoiceProps) {
  const name = useId();
  if (choices.length < 2) return null;
  return (
    <fieldset className="provider-choices">
      <legend className="pb-2 text-sm font-medium">Pay with</legend>
      {choices.map((provider) => (
        <label key={provider} className="choice">
          <input
            type="radio"
            name={name}
            value={provider}
            checked={provider === value}
            onChange={() => onChange(provider)}
            className="size-5 shrink-0 accent-amber"
          />
          <span className="grid min-w-0">
            <span className="font-medium">{PROVIDER_WORDS[provider].label}</span>
            <span className="text-sm text-muted">{PROVIDER_WORDS[provider].through}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
