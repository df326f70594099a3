'use client';

import type { Payout } from '@troupe/contracts/http/payout';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const FIRST_LOOK_MS = 3_000;
const GROWTH = 1.4;
/** In all about a quarter of an hour; a bank that takes days is asked about by coming back. */
const LOOKS_MAX = 14;

const moves = ({ status, inReview }: Payout): boolean =>
  status === 'in_flight' || (status === 'requested' && !inReview);

/** Reads the page again while money is on its way, less and less often. */
export function useTransit(payouts: readonly Payout[]): void {
  const router = useRouter();
  const moving = payouts.some(moves);
  useEffect(() => {
    if (!moving) return;
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = () => {
      timer = setTimeout(
        () => {
          looks += 1;
          router.refresh();
          if (looks < LOOKS_MAX) next();
        },
        FIRST_LOOK_MS * GROWTH ** looks,
      );
    };
    next();
    return () => clearTimeout(timer);
  }, [moving, router]);
}
