'use client';

import type { Payment } from '@troupe/contracts/http/payment';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { LiveSocketProvider } from '@/lib/live-socket';
import { Bill } from './bill';
import { Outcome } from './outcome';
import { Till } from './till';
import { usePayment } from './use-payment';

interface CheckoutStageProps {
  payment: Payment;
  next: string;
  /** The provider's page says that somebody paid. */
  paid: boolean;
}

/** A payment on a page of its own: the sandbox's counter, or the way back from a provider's page. Afterwards it leads to where the fan came from. */
export function CheckoutStage({ payment, next, paid }: CheckoutStageProps) {
  const router = useRouter();
  const backLabel = next.startsWith('/chat/') ? 'Back to your message' : 'Back to your wallet';
  const onBack = () => {
    router.replace(next);
    router.refresh();
  };
  const way = { payment, backLabel, onBack };
  return (
    <LiveSocketProvider tellLow={false}>
      {payment.provider === 'sandbox' ? <Till {...way} whole /> : <Returned {...way} paid={paid} />}
    </LiveSocketProvider>
  );
}

interface ReturnedProps extends Pick<CheckoutStageProps, 'payment' | 'paid'> {
  backLabel: string;
  onBack: () => void;
}

function Returned({ payment: opened, paid, backLabel, onBack }: ReturnedProps) {
  const { payment, view, wait } = usePayment(opened, paid);
  if (view !== 'open') {
    return <Outcome view={view} payment={payment} backLabel={backLabel} onBack={onBack} onLook={wait} />;
  }
  return (
    <div className="grid gap-5">
      <Bill payment={payment} />
      <p>Nobody has paid this yet, and nothing was charged. Choose a pack again whenever you like.</p>
      <Link href="/wallet" className={buttonClass({ size: 'lg' })}>
        Choose a pack
      </Link>
    </div>
  );
}
