'use client';

import type { Payment, PaymentStatus } from '@troupe/contracts/http/payment';
import { useCallback, useEffect, useState } from 'react';
import { refreshBalance } from '@/features/wallet/refresh-balance';
import { browserApi } from '@/lib/api/browser';
import { onBalance } from '@/lib/balance';
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

  const settle = useCallback(
    async (settled: Payment) => {
      // First, so that what is said of the payment is said with the new balance.
      if (settled.status === 'succeeded' && userId !== undefined) await refreshBalance(userId);
      setPayment(settled);
      setAgain(false);
    },
    [userId],
  );

  useEffect(() => {
    if (awaiting === null) return;
    const leaving = new AbortController();
    const read = async () => (await browserApi.payment.payment(opened.id, { signal: leaving.signal })).payment;
    const wait = (ms: number) => untilNews(ms, leaving.signal);
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
  }, [awaiting, opened.id, settle]);

  const wait = useCallback(() => {
    setLate(false);
    setAwaiting(payment.status === 'pending' ? 'created' : payment.status);
  }, [payment.status]);

  /** Takes over what an answer said of the payment. */
  const hear = useCallback(
    async (told: Payment) => {
      setLate(false);
      await settle(told);
      setAwaiting(awaitedSince(told, false));
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

/** Resolves after this time, or as soon as the balance is told anew: coins that come are the news that is waited for. Rejects when `signal` aborts. */
function untilNews(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    signal.throwIfAborted();
    const over = () => {
      clearTimeout(timer);
      deaf();
      signal.removeEventListener('abort', leave);
    };
    const go = () => {
      over();
      resolve();
    };
    const leave = () => {
      over();
      reject(signal.reason);
    };
    const timer = setTimeout(go, ms);
    const deaf = onBalance(go);
    signal.addEventListener('abort', leave);
  });
}
