'use client';

import type { PersonaBrief } from '@troupe/contracts/http/persona';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { useBalance } from '@/lib/balance';
import { coinWord, formatCoins } from '@/lib/format';
import { owedWords } from '@/lib/owed';
import { useFetched } from '@/lib/use-fetched';
import { Counter } from './counter';
import { Handover } from './handover';
import type { Offer } from './offer';
import type { Opened } from './use-counter';

interface TopUpSheetProps {
  open: boolean;
  onClose: () => void;
  persona: PersonaBrief;
  priceMicrocoins: number;
}

/** More coins without leaving the conversation: choose a pack, pay, go on with the sentence. */
export function TopUpSheet({ open, onClose, persona, priceMicrocoins }: TopUpSheetProps) {
  const balance = useBalance();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [giveWay, setGiveWay] = useState(false);
  const amount = balance?.balanceMicrocoins ?? 0;
  const owed = balance === null ? null : owedWords(balance);
  const close = () => {
    setOpened(null);
    setGiveWay(false);
    onClose();
  };
  const have = `You have ${formatCoins(amount)} ${coinWord(amount)}.`;
  return (
    <Sheet
      open={open}
      onClose={close}
      giveWay={giveWay}
      title={titleOf(opened)}
      {...(opened === null && { description: owed ?? `${have} What you were writing waits for you.` })}
    >
      {opened === null ? (
        <Packs messagePriceMicrocoins={priceMicrocoins} onOpened={setOpened} />
      ) : (
        <Handover opened={opened} backLabel={`Back to ${persona.name}`} onBack={close} onGiveWay={setGiveWay} />
      )}
    </Sheet>
  );
}

function titleOf(opened: Opened | null): string {
  if (opened === null) return 'Top up';
  return opened.handover.kind === 'sandbox' ? 'Sandbox checkout' : 'Checkout';
}

interface PacksProps {
  messagePriceMicrocoins: number;
  onOpened: (opened: Opened) => void;
}

function Packs({ messagePriceMicrocoins, onOpened }: PacksProps) {
  const { value: offer, error, load } = useFetched<Offer>(getOffer);
  if (error !== null) {
    return (
      <div className="grid justify-items-start gap-3">
        <p role="alert">The packs could not be fetched. Nothing was charged.</p>
        <Button variant="quiet" onClick={load}>
          Try again
        </Button>
      </div>
    );
  }
  if (offer === null) {
    return (
      <div className="grid gap-3">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-27 rounded-card" />
        ))}
      </div>
    );
  }
  const heading = <p className="text-sm text-muted">One payment, nothing recurring.</p>;
  return (
    <Counter offer={offer} messagePriceMicrocoins={messagePriceMicrocoins} heading={heading} onOpened={onOpened} />
  );
}

async function getOffer(signal: AbortSignal): Promise<Offer> {
  const [{ packs }, ways] = await Promise.all([
    browserApi.payment.packs({ signal }),
    browserApi.payment.providers({ signal }),
  ]);
  return { packs, ...ways };
}
