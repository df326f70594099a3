'use client';

import type { Payment, PaymentStatus } from '@troupe/contracts/http/payment';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { setBalance, useBalance } from '@/lib/balance';
import { useHouse } from '@/lib/house';
import { isSettled, waitForSettlement } from './settlement';

/** `open`: to be paid · `waiting`: paid, and the provider's word has not come · `late`: the same, and we have stopped asking for now. */
export type PaymentView = 'open' | 'waiting' | 'late' | 'succeeded' | 'failed' | 'cancelled';

/** A payment from its opening to the coins in the wallet. `paid` says that somebody paid before this was shown: a way back from a provider's page. */
export function usePayment(opened: Payment, paid = false) {
  const userId = useHouse().user?.id;
  const [payment, setPayment] = useState(opened);
  const [awaiting, setAwaiting] = useState<PaymentStatus | null>(() => awaitedSince(opened, paid));
  const [late, setLate] = useState(false);
  const [again, setAgain] = useState(false);
  const nudge = useNudge();

  const settle = useCallback(
    async (settled: Payment) => {
      if (settled.status === 'succeeded' && userId !== undefined) setBalance(await browserApi.coin.balance(userId));
      setPayment(settled);
      setAgain(false);
    },
    [userId],
  );

  useEffect(() => {
    if (awaiting === null) return;
    const leaving = new AbortController();
    const read = async () => (await browserApi.payment.payment(opened.id, { signal: leaving.signal })).payment;
    const wait = (ms: number) => nudge.wait(ms, leaving.signal);
    waitForSettlement({ read, before: awaiting, wait })
      .then(async (last) => {
        await settle(last);
        setLate(!isSettled(last.status, awaiting));
        setAwaiting(null);
      })
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        // No answer for ten minutes: the payment is what it is, and the wallet will say so.
        reportError(error);
        setLate(true);
        setAwaiting(null);
      });
    return () => leaving.abort();
  }, [awaiting, opened.id, settle, nudge]);

  const wait = useCallback(() => {
    setLate(false);
    setAwaiting(payment.status === 'pending' ? 'created' : payment.status);
  }, [payment.status]);

  /** Takes over what an answer said of the payment. */
  const hear = useCallback(
    async (told: Payment) => {
      setLate(false);
      await settle(told);
      setAwaiting(told.status === 'pending' ? 'created' : null);
    },
    [settle],
  );

  return { payment, view: viewOf(payment, { awaiting, late, again }), wait, hear, tryAgain: () => setAgain(true) };
}

function awaitedSince({ status }: Payment, paid: boolean): PaymentStatus | null {
  if (status === 'pending') return 'created';
  return paid && status === 'created' ? status : null;
}

function viewOf(
  { status }: Payment,
  { awaiting, late, again }: { awaiting: PaymentStatus | null; late: boolean; again: boolean },
): PaymentView {
  if (awaiting !== null) return 'waiting';
  if (late) return 'late';
  if (status === 'created' || (status === 'failed' && again)) return 'open';
  return status === 'pending' ? 'waiting' : status;
}

/** Waits that end early when the balance changes: coins that come are the news that is waited for. */
function useNudge() {
  const balance = useBalance();
  const wake = useRef(() => {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change itself is what wakes
  useEffect(() => wake.current(), [balance]);
  const [nudge] = useState(() => ({
    wait: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        signal.throwIfAborted();
        const timer = setTimeout(resolve, ms);
        wake.current = () => {
          clearTimeout(timer);
          resolve();
        };
        const leave = () => {
          clearTimeout(timer);
          reject(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
      }),
  }));
  return nudge;
}
