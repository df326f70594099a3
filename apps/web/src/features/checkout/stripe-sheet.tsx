'use client';

import type { CheckoutHandover, Payment } from '@troupe/contracts/http/payment';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { formatFiat } from '@/lib/format';
import { Bill } from './bill';
import { NoScript } from './no-script';
import { Outcome } from './outcome';
import { usePayment } from './use-payment';
import type { StripeForm } from './use-stripe-form';
import { useStripeForm } from './use-stripe-form';

export interface ProviderSheetProps<Kind extends CheckoutHandover['kind']> {
  payment: Payment;
  handover: Extract<CheckoutHandover, { kind: Kind }>;
  backLabel: string;
  onBack: () => void;
  /** The provider opens something of its own over the page: what is around this steps aside meanwhile. */
  onGiveWay: (giveWay: boolean) => void;
}

/** Stripe's Payment Element inside the sheet. What is typed into it goes to Stripe and never to us. */
export function StripeSheet({
  payment: opened,
  handover,
  backLabel,
  onBack,
  onGiveWay,
}: ProviderSheetProps<'stripe_sheet'>) {
  const { payment, view, wait, tryAgain } = usePayment(opened);
  if (view !== 'open') {
    const outcome = { view, payment, backLabel, onBack };
    return <Outcome {...outcome} onAgain={view === 'failed' ? tryAgain : undefined} onLook={wait} />;
  }
  return <StripePay payment={payment} handover={handover} onGiveWay={onGiveWay} onPaid={wait} />;
}

interface StripePayProps extends Pick<ProviderSheetProps<'stripe_sheet'>, 'payment' | 'handover' | 'onGiveWay'> {
  onPaid: () => void;
}

function StripePay({ payment, handover, onGiveWay, onPaid }: StripePayProps) {
  const field = useRef<HTMLDivElement>(null);
  const { form, failed, load } = useStripeForm(handover, field);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const alive = useAlive();
  const pay = async (ready: StripeForm) => {
    setProblem(null);
    setBusy(true);
    // A bank's question comes in a frame over the page.
    onGiveWay(true);
    const refusal = await ready.confirm(payment.id);
    if (!alive.current) return;
    onGiveWay(false);
    setBusy(false);
    if (refusal === null) onPaid();
    else setProblem(refusal);
  };
  if (failed) return <NoScript name="Stripe" onAgain={load} />;
  return (
    <div className="grid gap-5">
      <Bill payment={payment} />
      <div className="stripe-field">
        <div ref={field} />
        {form === null ? <Skeleton className="h-56 rounded-card" /> : null}
      </div>
      <p role="alert" className="text-danger-ink empty:hidden">
        {problem}
      </p>
      <Button size="lg" busy={busy} disabled={form === null} onClick={() => form !== null && void pay(form)}>
        Pay {formatFiat(payment.price)}
      </Button>
    </div>
  );
}

/** False once this is gone. */
function useAlive() {
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return alive;
}
