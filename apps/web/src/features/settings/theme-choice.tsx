'use client';

import type { LucideIcon } from 'lucide-react';
import { Lamp, LampDesk, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import type { Theme } from '@/lib/theme';
import { applyTheme } from './apply-theme';

const CHOICES: readonly { theme: Theme; label: string; icon: LucideIcon }[] = [
  { theme: 'system', label: 'Like my device', icon: MonitorSmartphone },
  { theme: 'dark', label: 'Lights down', icon: LampDesk },
  { theme: 'light', label: 'Lights up', icon: Lamp },
];

/** Light, dark, or as the device says; applies at once and is kept in a cookie. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const [chosen, setChosen] = useState(initial);
  return (
    <fieldset className="grid gap-2 sm:grid-cols-3">
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ theme, label, icon: Icon }) => (
        <label key={theme} className="choice has-checked:font-semibold">
          <input
            type="radio"
            name="theme"
            value={theme}
            checked={chosen === theme}
            onChange={() => {
              setChosen(theme);
              applyTheme(theme);
            }}
            className="sr-only"
          />
          <Icon size={20} strokeWidth={1.8} aria-hidden="true" />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
