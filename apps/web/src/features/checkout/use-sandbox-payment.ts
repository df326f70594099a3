'use client';

import type { Payment } from '@troupe/contracts/http/payment';
import { useCallback, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { setBalance } from '@/lib/balance';
import { errorCodeOf } from '@/lib/errors';
import { useHouse } from '@/lib/house';
import { waitForSettlement } from './settlement';

/** `late`: paid, but the provider's word has not come yet. */
export type TillState = 'open' | 'paying' | 'cancelling' | 'succeeded' | 'cancelled' | 'failed' | 'late';

const STATE_OF = {
  created: 'open',
  pending: 'late',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

/** A sandbox payment from its confirmation to the coins in the wallet. */
export function useSandboxPayment(payment: Payment) {
  const { user } = useHouse();
  const [state, setState] = useState<TillState>(STATE_OF[payment.status]);
  const [problem, setProblem] = useState<string | null>(null);

  const decide = useCallback(
    async (outcome: 'succeeded' | 'cancelled') => {
      setProblem(null);
      setState(outcome === 'succeeded' ? 'paying' : 'cancelling');
      try {
        await browserApi.payment.sandboxConfirm({ paymentId: payment.id, outcome });
        const settled = await waitForSettlement(async () => (await browserApi.payment.payment(payment.id)).payment);
        if (settled.status === 'succeeded' && user !== null) setBalance(await browserApi.coin.balance(user.id));
        setState(settled.status === 'created' ? 'late' : STATE_OF[settled.status]);
      } catch (error) {
        setProblem(errorCodeOf(error));
        setState('open');
      }
    },
    [payment.id, user],
  );

  const pay = useCallback(() => decide('succeeded'), [decide]);
  const cancel = useCallback(() => decide('cancelled'), [decide]);
  return { state, problem, pay, cancel };
}
