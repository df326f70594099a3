'use client';

import type { Receipt } from '@troupe/contracts/http/coin';
import type { JournalReceipt } from '@troupe/contracts/http/coin-movements';
import { useEffect, useState } from 'react';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { JournalTicket } from '../ticket/journal-ticket';
import { TicketStub } from '../ticket/ticket-stub';
import type { ReceiptTarget } from './receipt-target';

interface ReceiptSheetProps {
  open: boolean;
  target: ReceiptTarget;
  onClose: () => void;
}

/** A receipt over the history that it came from. */
export function ReceiptSheet({ open, target, onClose }: ReceiptSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title="Receipt" className="receipt-sheet">
      <LoadedReceipt key={target.id} {...target} />
    </Sheet>
  );
}

type Loaded = { of: 'message'; receipt: Receipt } | { of: 'journal'; receipt: JournalReceipt };

async function load({ of, id }: ReceiptTarget, signal: AbortSignal): Promise<Loaded> {
  if (of === 'message') return { of, receipt: await browserApi.coin.receipt(id, { signal }) };
  return { of, receipt: await browserApi.coin.journalReceipt(id, { signal }) };
}

function LoadedReceipt({ of, id }: ReceiptTarget) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const leaving = new AbortController();
    load({ of, id }, leaving.signal).then(setLoaded, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error);
    });
    return () => leaving.abort();
  }, [of, id]);
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
      {loaded === null ? <Skeleton className="h-130 w-full max-w-100 rounded-card" /> : <Ticket {...loaded} />}
    </div>
  );
}

function Ticket(loaded: Loaded) {
  if (loaded.of === 'message') return <TicketStub receipt={loaded.receipt} heading="h3" />;
  return <JournalTicket receipt={loaded.receipt} heading="h3" />;
}
