'use client';

import { useEffect, useState } from 'react';
import { useBalance } from '@/lib/balance';
import type { Notice } from './composer-notice';
import type { SendOutcome } from './use-sending';

/** What has to be said above the composer, and whether the top-up sheet is wanted. */
export function useNotices(conversationId: string, priceMicrocoins: number, signedOut: boolean) {
  const balance = useBalance();
  const [refusal, setRefusal] = useState<'price' | 'blocked' | 'limit' | 'invalid' | 'coins' | null>(null);
  const [topUp, setTopUpState] = useState<'never' | 'open' | 'closed'>('never');
  const balanceMicrocoins = balance?.balanceMicrocoins ?? 0;
  const short = balance !== null && balanceMicrocoins < priceMicrocoins;

  // biome-ignore lint/correctness/useExhaustiveDependencies: more coins answer the refusal
  useEffect(() => setRefusal((current) => (current === 'coins' ? null : current)), [balanceMicrocoins]);

  const settle = (outcome: SendOutcome) => {
    if (outcome.kind !== 'refused') return setRefusal(null);
    const kinds = {
      insufficient_coins: 'coins',
      price_changed: 'price',
      spending_blocked: 'blocked',
      spending_limit_reached: 'limit',
      not_found: 'invalid',
      validation_failed: 'invalid',
    } as const;
    setRefusal(kinds[outcome.code]);
  };
  const setTopUp = (open: boolean) => setTopUpState(open ? 'open' : 'closed');
  return { notice: noticeNow(), short, settle, topUp, setTopUp };

  function noticeNow(): Notice | null {
    if (signedOut) return { kind: 'signed-out', conversationId };
    if (short || refusal === 'coins') return { kind: 'coins', priceMicrocoins, balanceMicrocoins };
    if (refusal === 'price') return { kind: 'price', priceMicrocoins };
    return refusal === null ? null : { kind: refusal };
  }
}
