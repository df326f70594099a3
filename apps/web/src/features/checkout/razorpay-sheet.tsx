'use client';

import type { RazorpayCallback } from '@troupe/contracts/http/payment';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { browserApi } from '@/lib/api/browser';
import { formatFiat } from '@/lib/format';
import { Bill } from './bill';
import { NoScript } from './no-script';
import { Outcome } from './outcome';
import { payWithRazorpay } from './razorpay';
import type { ProviderSheetProps } from './stripe-sheet';
import { usePayment } from './use-payment';

/** Razorpay's window over the page: what it says when it closes goes to the API, which believes its signature. */
export function RazorpaySheet(props: ProviderSheetProps<'razorpay_sheet'>) {
  const { payment: opened, handover, backLabel, onBack, onGiveWay } = props;
  const { payment, view, wait, hear, tryAgain } = usePayment(opened);
  const [state, setState] = useState<'ready' | 'busy' | 'closed' | 'no-script'>('ready');
  const pay = async () => {
    setState('busy');
    try {
      const answer = await payWithRazorpay(handover, `${payment.packName} coin pack`, () => onGiveWay(true));
      setState(answer === null ? 'closed' : 'ready');
      if (answer !== null) await verify(answer);
    } catch (error) {
      reportError(error);
      setState('no-script');
    } finally {
      onGiveWay(false);
    }
  };
  const verify = async (answer: RazorpayCallback) => {
    try {
      await hear((await browserApi.payment.razorpayVerify(answer)).payment);
    } catch (error) {
      // Somebody has paid all the same: the webhook tells it, or the reconciler asks.
      reportError(error);
      wait();
    }
  };
  if (view !== 'open') {
    const outcome = { view, payment, backLabel, onBack };
    return <Outcome {...outcome} onAgain={view === 'failed' ? tryAgain : undefined} onLook={wait} />;
  }
  if (state === 'no-script') return <NoScript name="Razorpay" onAgain={() => void pay()} />;
  return (
    <div className="grid gap-5">
      <Bill payment={payment} />
      <p role="status" className="text-muted empty:hidden">
        {state === 'closed' ? 'You closed Razorpay’s window. Nothing was charged.' : ''}
      </p>
      <Button size="lg" busy={state === 'busy'} onClick={() => void pay()}>
        Pay {formatFiat(payment.price)} with Razorpay
      </Button>
    </div>
  );
}
