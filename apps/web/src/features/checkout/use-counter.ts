'use client';

import type { CheckoutAnswer, CheckoutRequest, CoinPack, PaymentProviderName } from '@troupe/contracts/http/payment';
import { useState } from 'react';
import { describeError, errorCodeOf } from '@/lib/errors';
import { toast } from '@/lib/toast';
import type { Currency } from './currency';

import type { Offer } from './offer';
import { currenciesOf, providersFor } from './offer';
import { readCode } from './promotion-draft';
import { useCurrency } from './use-currency';

/** A payment that was opened, and how it is paid. */
export type Opened = CheckoutAnswer;

/** What is chosen at the counter, and the opening of a payment for a pack. */
export function useCounter(offer: Offer | null, onOpened: (opened: Opened) => void) {
  const [wanted, setCurrency] = useCurrency();
  const [preferred, setProvider] = useState<PaymentProviderName | null>(null);
  const [code, setCode] = useState('');
  const [codeProblem, setCodeProblem] = useState<string | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);

  const currencies = currenciesOf(offer?.providers ?? []);
  const currency: Currency = currencies.includes(wanted) ? wanted : (currencies[0] ?? wanted);
  const providers = providersFor(offer?.providers ?? [], currency);
  const provider = providers.find((name) => name === preferred) ?? providers[0] ?? null;

  const choose = async (pack: CoinPack) => {
    const read = readCode(code);
    if ('problem' in read) return setCodeProblem(read.problem);
    if (provider === null) return;
    setCodeProblem(null);
    setBusyId(pack.id);
    const request = { packId: pack.id, currency, ...(read.code !== null && { promotionCode: read.code }) };
    try {
      const opened = await openAt(provider, request);
      // The browser is on its way to the provider's page: the pack stays busy until it is gone.
      if (opened.handover.kind === 'redirect') return location.assign(opened.handover.url);
      onOpened(opened);
      setBusyId(null);
    } catch (error) {
      setBusyId(null);
      const words = describeError(error);
      if (errorCodeOf(error) === 'promotion_not_available') setCodeProblem(`${words.title}. ${words.hint}`);
      else toast({ ...words, tone: 'danger' });
    }
  };

  return {
    currency: { choices: currencies, value: currency, onChange: setCurrency },
    provider: provider === null ? null : { choices: providers, value: provider, onChange: setProvider },
    code: {
      value: code,
      error: codeProblem,
      onChange: (typed: string) => {
        setCode(typed);
        setCodeProblem(null);
      },
    },
    /** A code takes the place of what would apply by itself. */
    firstPurchase: code.trim() === '' ? (offer?.firstPurchase ?? null) : null,
    busyId,
    choose,
  };
}

async function openAt(provider: PaymentProviderName, request: CheckoutRequest): Promise<Opened> {
  const { browserApi } = await import('@/lib/api/browser');
  switch (provider) {
    case 'stripe':
      return browserApi.payment.stripeCheckout({ ...request, form: 'sheet' });
    case 'razorpay':
      return browserApi.payment.razorpayCheckout(request);
    case 'sandbox':
      return browserApi.payment.sandboxCheckout(request);
  }
}
