'use client';

import type { MessageCharge } from '@troupe/contracts/http/chat';
import type { Receipt } from '@troupe/contracts/http/coin';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { SmallTicket } from '@/features/wallet/ticket/small-ticket';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';

/** The small stub under a reply: the price at once, the split as soon as the receipt is here. */
export function ChargeStub({ messageId, charge }: { messageId: string; charge: MessageCharge }) {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { refundedMicrocoins } = charge;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refund changes the receipt
  useEffect(() => {
    const leaving = new AbortController();
    browserApi.coin.receipt(messageId, { signal: leaving.signal }).then(setReceipt, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(describeError(error).title);
    });
    return () => leaving.abort();
  }, [messageId, refundedMicrocoins]);
  return (
    <div className="grid justify-items-start gap-1">
      <SmallTicket messageId={messageId} charge={charge} receipt={receipt} />
      {problem === null ? (
        <Link
          href={`/wallet/receipt/${messageId}`}
          className={buttonClass({ variant: 'ghost', className: 'px-3 text-sm' })}
        >
          See the whole receipt
        </Link>
      ) : (
        <p role="status" className="text-sm text-danger-ink">
          {problem}
        </p>
      )}
    </div>
  );
}
