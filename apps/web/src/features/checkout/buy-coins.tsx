'use client';

import type { CoinPack } from '@troupe/contracts/http/payment';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { useCurrency } from './currency';
import { CurrencyChoice } from './currency-choice';
import { PackList } from './pack-list';

/** The wallet's counter: a pack opens its checkout page. */
export function BuyCoins({
  packs,
  messagePriceMicrocoins,
}: {
  packs: readonly CoinPack[];
  messagePriceMicrocoins: number;
}) {
  const router = useRouter();
  const [currency, setCurrency] = useCurrency();
  const [busyId, setBusyId] = useState<string | null>(null);
  const choose = async (pack: CoinPack) => {
    setBusyId(pack.id);
    try {
      const { payment } = await browserApi.payment.sandboxCheckout({ packId: pack.id, currency });
      router.push(`/checkout/${payment.id}?next=/wallet`);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
      setBusyId(null);
    }
  };
  return (
    <section aria-labelledby="buy-coins" className="grid gap-3">
      <div className="flex items-center justify-between gap-4">
        <h2 id="buy-coins" className="text-xl">
          Top up
        </h2>
        <CurrencyChoice value={currency} onChange={setCurrency} />
      </div>
      <PackList
        packs={packs}
        currency={currency}
        busyId={busyId}
        messagePriceMicrocoins={messagePriceMicrocoins}
        wide
        onChoose={choose}
      />
      <p className="text-sm text-muted">One payment, nothing recurring. Messages are counted at 2 coins each.</p>
    </section>
  );
}
