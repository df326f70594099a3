'use client';

import { useEffect, useState } from 'react';
import { useBalance } from '@/lib/balance';
import { describeError } from '@/lib/errors';
import { useLiveSocket } from '@/lib/live-socket';
import { toast } from '@/lib/toast';
import type { Notice, PricedAgain } from './notice';

/** What an answer may be refused for, and what is then said above the composer; everything else is a toast. */
const KINDS = {
  insufficient_coins: 'coins',
  price_changed: 'price',
  spending_blocked: 'blocked',
  spending_limit_reached: 'limit',
  validation_failed: 'invalid',
} as const;

type Refusal = { kind: (typeof KINDS)[keyof typeof KINDS]; again: PricedAgain | null };

/** From this many messages' worth on, nobody needs to hear of their balance. */
const LOW_MESSAGES = 3;

/** What has to be said above the composer, and whether the top-up sheet is wanted. */
export function useNotices(conversationId: string, priceMicrocoins: number, signedOut: boolean) {
  const balance = useBalance();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [topUp, setTopUpState] = useState<'never' | 'open' | 'closed'>('never');
  const [lowSeen, setLowSeen] = useState(false);
  const [alerted, setAlerted] = useState(false);
  const { socket } = useLiveSocket();
  const balanceMicrocoins = balance?.balanceMicrocoins ?? 0;
  const owedMicrocoins = balance?.owedMicrocoins ?? 0;
  const blocked = balance?.blocked ?? false;
  // What is owed is settled by a purchase as well, and comes before any message.
  const short = balance !== null && (balanceMicrocoins < priceMicrocoins || owedMicrocoins > 0);
  const few = balance !== null && balanceMicrocoins < LOW_MESSAGES * priceMicrocoins;
  const low = !short && (few || alerted);

  // biome-ignore lint/correctness/useExhaustiveDependencies: more coins answer the refusal
  useEffect(
    () =>
      setRefusal((current) =>
        current?.kind === 'coins' || (current?.kind === 'blocked' && !blocked) ? null : current,
      ),
    [balanceMicrocoins, blocked],
  );
  // The fan's own threshold, which the house watches.
  useEffect(() => socket?.on('lowBalance', () => setAlerted(true)), [socket]);
  useEffect(() => {
    // Once they are topped up, they may hear of it the next time.
    if (!low && !short) setLowSeen(false);
  }, [low, short]);

  const refuse = (code: string, again: PricedAgain | null = null) => {
    const kind = KINDS[code as keyof typeof KINDS];
    if (kind !== undefined) setRefusal({ kind, again });
    else toast({ ...describeError(code), tone: 'danger' });
  };
  const setTopUp = (open: boolean) => setTopUpState(open ? 'open' : 'closed');
  return {
    notice: noticeNow(),
    short,
    refuse,
    clear: () => setRefusal(null),
    hideLow: () => {
      setLowSeen(true);
      setAlerted(false);
    },
    topUp,
    setTopUp,
  };

  function noticeNow(): Notice | null {
    if (signedOut) return { kind: 'signed-out', conversationId };
    if (blocked || refusal?.kind === 'blocked') return { kind: 'blocked', owedMicrocoins };
    if (short) return { kind: 'coins', priceMicrocoins, balanceMicrocoins };
    if (refusal?.kind === 'coins') return { kind: 'coins', priceMicrocoins, balanceMicrocoins };
    if (refusal?.kind === 'price') return { kind: 'price', priceMicrocoins, again: refusal.again };
    if (refusal !== null) return { kind: refusal.kind };
    return low && !lowSeen ? { kind: 'low', priceMicrocoins, balanceMicrocoins } : null;
  }
}
