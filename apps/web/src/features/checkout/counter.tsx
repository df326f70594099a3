'use client';

import type { ReactNode } from 'react';
import { CurrencyChoice } from './currency-choice';
import type { Offer } from './offer';
import { PackList } from './pack-list';
import { PromotionCode } from './promotion-code';
import { ProviderChoice } from './provider-choice';
import type { Opened } from './use-counter';
import { useCounter } from './use-counter';

interface CounterProps {
  offer: Offer;
  messagePriceMicrocoins: number;
  /** Beside the currencies, above the packs. */
  heading: ReactNode;
  wide?: boolean;
  onOpened: (opened: Opened) => void;
}

/** Where packs are sold: in which currency, with whom, and with which code. */
export function Counter({ offer, messagePriceMicrocoins, heading, wide = false, onOpened }: CounterProps) {
  const counter = useCounter(offer, onOpened);
  if (counter.provider === null) {
    return (
      <div className="grid gap-3">
        {heading}
        <p className="text-muted">Coins can’t be bought here at the moment. What you have stays yours.</p>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {heading}
        <CurrencyChoice {...counter.currency} />
      </div>
      <ProviderChoice {...counter.provider} />
      <PackList
        packs={offer.packs}
        currency={counter.currency.value}
        firstPurchase={counter.firstPurchase}
        busyId={counter.busyId}
        messagePriceMicrocoins={messagePriceMicrocoins}
        wide={wide}
        onChoose={(pack) => void counter.choose(pack)}
      />
      <PromotionCode
        {...counter.code}
        hint={offer.firstPurchase === null ? null : 'A code takes the place of the bonus on your first purchase.'}
      />
    </div>
  );
}
