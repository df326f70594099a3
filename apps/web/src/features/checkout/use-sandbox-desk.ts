'use client';

import type { Payment, SandboxOutcome } from '@troupe/contracts/http/payment';
import { useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { errorCodeOf } from '@/lib/errors';
import { usePayment } from './use-payment';

/** A sandbox payment, and what can be pressed at the pretend provider's. */
export function useSandboxDesk(opened: Payment) {
  const { hear, ...till } = usePayment(opened);
  const [busy, setBusy] = useState<SandboxOutcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const press = async (outcome: SandboxOutcome) => {
    setProblem(null);
    setBusy(outcome);
    try {
      await hear((await browserApi.payment.sandboxConfirm({ paymentId: opened.id, outcome })).payment);
    } catch (error) {
      setProblem(errorCodeOf(error));
    } finally {
      setBusy(null);
    }
  };
  return { ...till, busy, problem, press };
}
