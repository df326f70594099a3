'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { formatCoins } from '@/lib/format';
import { parseCoins } from '@/lib/parse-coins';

interface CoinsInputProps {
  label: string;
  name: string;
  microcoins: number;
  onChange: (microcoins: number) => void;
}

/** An amount of coins as it is typed; what is no amount yet changes nothing. */
export function CoinsInput({ label, name, microcoins, onChange }: CoinsInputProps) {
  const [text, setText] = useState(formatCoins(microcoins));
  const typed = parseCoins(text);
  // Changed from elsewhere: another device, or another way of counting.
  const [known, setKnown] = useState(microcoins);
  if (known !== microcoins) {
    setKnown(microcoins);
    if (typed !== microcoins) setText(formatCoins(microcoins));
  }
  return (
    <Field
      label={label}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const amount = parseCoins(event.target.value);
        if (amount === null || amount === microcoins) return;
        setKnown(amount);
        onChange(amount);
      }}
      error={typed === null ? 'For instance 2, or 2.5.' : null}
    />
  );
}
