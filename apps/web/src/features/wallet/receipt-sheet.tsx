'use client';

import type { Receipt } from '@troupe/contracts/http/coin';
import { useEffect, useState } from 'react';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { TicketStub } from './ticket/ticket-stub';

interface ReceiptSheetProps {
  open: boolean;
  messageId: string;
  onClose: () => void;
}

/** A receipt over the history that it came from. */
export function ReceiptSheet({ open, messageId, onClose }: ReceiptSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title="Receipt" className="receipt-sheet">
      <LoadedReceipt key={messageId} messageId={messageId} />
    </Sheet>
  );
}

function LoadedReceipt({ messageId }: { messageId: string }) {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const leaving = new AbortController();
    browserApi.coin.receipt(messageId, { signal: leaving.signal }).then(setReceipt, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error);
    });
    return () => leaving.abort();
  }, [messageId]);
  if (problem !== null) {
    const { title, hint } = describeError(problem);
    return (
      <p role="alert">
        {title}. {hint}
      </p>
    );
  }
  return (
    <div className="grid justify-items-center px-1 pt-1 pb-8">
      {receipt === null ? (
        <Skeleton className="h-130 w-full max-w-100 rounded-card" />
      ) : (
        <TicketStub receipt={receipt} heading="h3" />
      )}
    </div>
  );
}
