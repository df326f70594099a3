'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { Sheet } from '@/components/ui/sheet';
import { Counter } from './counter';
import type { Offer } from './offer';
import type { Opened } from './use-counter';

const Handover = lazy(() => import('./handover').then((module) => ({ default: module.Handover })));

/** The wallet's counter: a pack opens its checkout page, or the provider's form in a sheet. */
export function BuyCoins({ offer, messagePriceMicrocoins }: { offer: Offer; messagePriceMicrocoins: number }) {
  const router = useRouter();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [giveWay, setGiveWay] = useState(false);
  const onOpened = (answer: Opened) => {
    if (answer.handover.kind === 'sandbox') router.push(`/checkout/${answer.payment.id}?next=/wallet`);
    else setOpened(answer);
  };
  const close = () => {
    setOpened(null);
    setGiveWay(false);
    // The history below has a line more.
    router.refresh();
  };
  return (
    <section aria-labelledby="buy-coins" className="grid gap-3">
      <Counter
        offer={offer}
        messagePriceMicrocoins={messagePriceMicrocoins}
        heading={
          <h2 id="buy-coins" className="text-xl">
            Top up
          </h2>
        }
        wide
        onOpened={onOpened}
      />
      <p className="text-sm text-muted">One payment, nothing recurring. Messages are counted at 2 coins each.</p>
      <Sheet open={opened !== null} onClose={close} giveWay={giveWay} title="Checkout">
        {opened === null ? null : (
          <Suspense fallback={null}>
            <Handover opened={opened} backLabel="Back to your wallet" onBack={close} onGiveWay={setGiveWay} />
          </Suspense>
        )}
      </Sheet>
    </section>
  );
}
