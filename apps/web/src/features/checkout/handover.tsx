'use client';

import { lazy, Suspense } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { Till } from './till';
import type { Opened } from './use-counter';

const StripeSheet = lazy(() => import('./stripe-sheet').then((module) => ({ default: module.StripeSheet })));
const RazorpaySheet = lazy(() => import('./razorpay-sheet').then((module) => ({ default: module.RazorpaySheet })));

interface HandoverProps {
  opened: Opened;
  backLabel: string;
  onBack: () => void;
  onGiveWay: (giveWay: boolean) => void;
}

/** How an opened payment is paid without leaving the page. */
export function Handover({ opened: { payment, handover }, backLabel, onBack, onGiveWay }: HandoverProps) {
  const way = { payment, backLabel, onBack };
  switch (handover.kind) {
    case 'sandbox':
      return <Till {...way} />;
    case 'stripe_sheet':
      return (
        <Suspense fallback={<Skeleton className="h-72 rounded-card" />}>
          <StripeSheet {...way} handover={handover} onGiveWay={onGiveWay} />
        </Suspense>
      );
    case 'razorpay_sheet':
      return (
        <Suspense fallback={<Skeleton className="h-40 rounded-card" />}>
          <RazorpaySheet {...way} handover={handover} onGiveWay={onGiveWay} />
        </Suspense>
      );
    case 'redirect':
      // The browser has left by then.
      return null;
  }
}
