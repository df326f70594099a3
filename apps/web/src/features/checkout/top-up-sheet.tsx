'use client';

import type { CoinPack, Payment } from '@troupe/contracts/http/payment';
import type { PersonaBrief } from '@troupe/contracts/http/persona';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { useBalance } from '@/lib/balance';
import { describeError } from '@/lib/errors';
import { coinWord, formatCoins } from '@/lib/format';
import { toast } from '@/lib/toast';
import { useFetched } from '@/lib/use-fetched';
import { useCurrency } from './currency';
import { CurrencyChoice } from './currency-choice';
import { PackList } from './pack-list';
import { Till } from './till';

interface TopUpSheetProps {
  open: boolean;
  onClose: () => void;
  persona: PersonaBrief;
  priceMicrocoins: number;
}

/** More coins without leaving the conversation: choose a pack, pay, go on with the sentence. */
export function TopUpSheet({ open, onClose, persona, priceMicrocoins }: TopUpSheetProps) {
  const balance = useBalance();
  const [payment, setPayment] = useState<Payment | null>(null);
  const amount = balance?.balanceMicrocoins ?? 0;
  const close = () => {
    setPayment(null);
    onClose();
  };
  const onPacks = payment === null;
  return (
    <Sheet
      open={open}
      onClose={close}
      title={onPacks ? 'Top up' : 'Sandbox checkout'}
      {...(onPacks && {
        description: `You have ${formatCoins(amount)} ${coinWord(amount)}. What you were writing waits for you.`,
      })}
    >
      {onPacks ? (
        <Packs messagePriceMicrocoins={priceMicrocoins} onOpened={setPayment} />
      ) : (
        <Till payment={payment} backLabel={`Back to ${persona.name}`} onBack={close} />
      )}
    </Sheet>
  );
}

interface PacksProps {
  messagePriceMicrocoins: number;
  onOpened: (payment: Payment) => void;
}

function Packs({ messagePriceMicrocoins, onOpened }: PacksProps) {
  const { packs, failed, load } = usePacks();
  const [currency, setCurrency] = useCurrency();
  const [busyId, setBusyId] = useState<string | null>(null);
  const choose = async (pack: CoinPack) => {
    setBusyId(pack.id);
    try {
      onOpened((await browserApi.payment.sandboxCheckout({ packId: pack.id, currency })).payment);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
      setBusyId(null);
    }
  };
  if (failed) {
    return (
      <div className="grid justify-items-start gap-3">
        <p role="alert">The packs could not be fetched. Nothing was charged.</p>
        <Button variant="quiet" onClick={load}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      {packs === null ? (
        [0, 1, 2].map((row) => <Skeleton key={row} className="h-27 rounded-card" />)
      ) : (
        <PackList
          packs={packs}
          currency={currency}
          busyId={busyId}
          messagePriceMicrocoins={messagePriceMicrocoins}
          onChoose={choose}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-muted">One payment, nothing recurring.</p>
        <CurrencyChoice value={currency} onChange={setCurrency} />
      </div>
    </div>
  );
}

const getPacks = async (signal: AbortSignal) => (await browserApi.payment.packs({ signal })).packs;

function usePacks() {
  const { value, error, load } = useFetched<readonly CoinPack[]>(getPacks);
  return { packs: value, failed: error !== null, load };
}
