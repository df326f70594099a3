'use client';

import type { Payment } from '@troupe/contracts/http/payment';
import { useRouter } from 'next/navigation';
import { Till } from './till';

/** The sandbox's own page; afterwards it leads back to where the fan came from. */
export function CheckoutStage({ payment, next }: { payment: Payment; next: string }) {
  const router = useRouter();
  const backLabel = next.startsWith('/chat/') ? 'Back to your message' : 'Back to your wallet';
  const onBack = () => {
    router.replace(next);
    router.refresh();
  };
  return <Till payment={payment} backLabel={backLabel} onBack={onBack} />;
}
