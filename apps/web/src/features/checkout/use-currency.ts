'use client';

import { useState } from 'react';
import { useHydrated } from '@/lib/clock';
import type { Currency } from './currency';
import { currencyFor } from './currency';

/** The currency that packs are shown in: the browser's own, until somebody chooses. */
export function useCurrency(): [Currency, (currency: Currency) => void] {
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState<Currency | null>(null);
  if (chosen !== null) return [chosen, setChosen];
  if (!hydrated) return ['USD', setChosen];
  return [currencyFor(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone), setChosen];
}
